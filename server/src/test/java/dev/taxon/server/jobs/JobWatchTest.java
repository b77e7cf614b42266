package dev.taxon.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.Decision;
import dev.taxon.server.House;
import dev.taxon.server.jobs.JobWatch.News;
import dev.taxon.store.Job;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Scope;
import dev.taxon.store.StoreSettings;
import dev.taxon.store.WorkQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobWatchTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration RARELY = Duration.ofHours(1);
  private static final Decision LETTER =
      new Decision("letter", 0.9, "It is one.", List.of(), List.of());

  @TempDir Path data;
  private final AtomicReference<List<UUID>> documents = new AtomicReference<>(List.of());
  private final WorkQueue queue = (transaction, job, ids, at) -> documents.set(ids);
  private House house;
  private JobWatch watch;

  @BeforeEach
  void open() {
    house = new House(StoreSettings.sqlite(data));
    watch = new JobWatch(house.store().jobs(), 10, RARELY);
  }

  @AfterEach
  void close() {
    watch.close();
    house.close();
  }

  @Test
  void eachOutcomeIsNewsAndTheLastOneIsTheEnd() throws InterruptedException {
    Job job = house.job(queue, "a", "b");
    CompletableFuture<Job> ended = ended(job);
    await().until(() -> watch.lookouts() == 1);
    try (var lookout = watch.lookout(job.id())) {
      assertThat(lookout.change(Duration.ZERO)).isEqualTo(News.NONE);

      decide(0);

      assertThat(lookout.change(LONG)).isEqualTo(News.CHANGED);
      assertThat(lookout.change(Duration.ZERO)).isEqualTo(News.NONE);
      assertThat(ended).isNotDone();

      decide(1);

      assertThat(lookout.change(LONG)).isEqualTo(News.CHANGED);
    }
    assertThat(ended.orTimeout(30, TimeUnit.SECONDS).join().status()).isEqualTo(JobStatus.SUCCESS);
    assertThat(watch.lookouts()).isZero();
    assertThat(house.store().jobs().news().jobs()).isZero();
  }

  @Test
  void whatAnotherServerDoesIsFoundByLooking() {
    watch.close();
    watch = new JobWatch(house.store().jobs(), 10, Duration.ofMillis(50));
    Job job = house.job(queue, "a");
    CompletableFuture<Job> ended = ended(job);
    await().until(() -> watch.lookouts() == 1);

    house.execute("update jobs set status = 'CANCELLED', waiting = 0");

    assertThat(ended.orTimeout(30, TimeUnit.SECONDS).join().status())
        .isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void whoFindsNoPlaceIsAnsweredAtOnce() {
    try (var full = new JobWatch(house.store().jobs(), 0, RARELY)) {
      Job job = house.job(queue, "a");

      assertThat(full.ended(scope(), job, LONG)).isEqualTo(job);
    }
  }

  @Test
  void aClosedWatchLetsNobodyWait() throws InterruptedException {
    Job job = house.job(queue, "a");
    CompletableFuture<Job> ended = ended(job);
    await().until(() -> watch.lookouts() == 1);

    watch.close();

    assertThat(ended.orTimeout(30, TimeUnit.SECONDS).join().status()).isEqualTo(JobStatus.PENDING);
    try (var late = watch.lookout(job.id())) {
      assertThat(late.change(LONG)).isEqualTo(News.CLOSING);
    }
  }

  private CompletableFuture<Job> ended(Job job) {
    var ended = new CompletableFuture<Job>();
    Thread.ofVirtual().start(() -> ended.complete(watch.ended(scope(), job, LONG)));
    return ended;
  }

  private Scope scope() {
    return house.scope();
  }

  private void decide(int document) {
    house.store().course().fileClassified(documents.get().get(document), LETTER);
  }
}
