package dev.taxon.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.DocumentReader;
import dev.taxon.ReadLimits;
import dev.taxon.server.House;
import dev.taxon.server.TestPostgres;
import dev.taxon.store.Job;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs from SQLite: several servers may work on one queue, and the dead are found. */
class WorkOnPostgresTest {
  private static final Classifier LETTER =
      (document, rules) -> new Decision("letter", 0.9, "It is one.", List.of(), List.of());

  private static TestPostgres postgres;
  @TempDir Path data;
  private House house;
  private final List<Work> open = new ArrayList<>();

  @BeforeAll
  static void startPostgres() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopPostgres() {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void openHouse() {
    house = new House(postgres.emptyDatabase(data));
  }

  @AfterEach
  void closeAll() {
    open.forEach(Work::close);
    house.close();
  }

  @Test
  void aJobStartsAtOnceAndEnds() {
    Work work = started("a", (path, request) -> Document.of("x"));

    Job job = house.job(work, texts(20));
    work.wake();

    awaitEnd(job);
    assertThat(house.find(job).status()).isEqualTo(JobStatus.SUCCESS);
    await().until(() -> house.number("select count(*) from scheduled_tasks") == 0);
  }

  @Test
  void aSmallJobDoesNotWaitForABigOne() {
    var go = new CountDownLatch(1);
    Work work =
        started(
            "a",
            (path, request) -> {
              House.waitFor(go);
              return Document.of("x");
            });
    Job big = house.job(work, texts(100));
    work.wake();
    await().until(() -> work.running() == 1);

    Job small = house.job(work, "small");
    work.wake();
    go.countDown();

    awaitEnd(small);
    assertThat(house.hasEnded(big)).isFalse();
  }

  @Test
  void twoServersShareTheWorkAndEachDocumentIsDoneOnce() {
    Set<String> first = ConcurrentHashMap.newKeySet();
    Set<String> second = ConcurrentHashMap.newKeySet();
    var both = new CountDownLatch(2);
    Work one = started("one", noting(first, both));
    Work two = started("two", noting(second, both));

    Job job = house.job(one, texts(30));
    one.wake();
    two.wake();

    awaitEnd(job);
    assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
    assertThat(first.size() + second.size()).isEqualTo(30);
  }

  @Test
  void whatADeadServerHeldIsTakenOver() {
    Work work = work("alive", (path, request) -> Document.of("x"), Duration.ofMillis(200));
    Job job = house.job(work, "a");
    house.execute(
        "update scheduled_tasks set picked = true, picked_by = 'dead',"
            + " last_heartbeat = now() - interval '1 minute'");

    work.start();

    awaitEnd(job);
    assertThat(house.outcomes(job)).allMatch(Outcome.Classified.class::isInstance);
  }

  private static DocumentReader noting(Set<String> names, CountDownLatch both) {
    return (path, request) -> {
      names.add(request.name());
      both.countDown();
      House.waitFor(both);
      return Document.of("x");
    };
  }

  private Work work(String name, DocumentReader reader, Duration poll) {
    var settings =
        new WorkSettings(
            name,
            1,
            ReadLimits.DEFAULT,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            poll,
            Duration.ZERO);
    var work =
        new Work(house.store(), reader, LETTER, settings, WorkObserver.NONE, Clock.systemUTC());
    open.add(work);
    return work;
  }

  private Work started(String name, DocumentReader reader) {
    Work work = work(name, reader, Duration.ofHours(1));
    work.start();
    return work;
  }

  private static String[] texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "text " + i).toArray(String[]::new);
  }

  private void awaitEnd(Job job) {
    await().atMost(Duration.ofSeconds(30)).until(() -> house.hasEnded(job));
  }
}
