package dev.taxon.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.Classifier;
import dev.taxon.ClassifyFailure;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.DocumentReader;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.server.House;
import dev.taxon.store.Job;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Outcome;
import dev.taxon.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTest {
  private static final Classifier LETTER =
      (document, rules) -> new Decision("letter", 0.9, "It is one.", List.of(), List.of());
  private static final DocumentReader TEXT = (path, request) -> Document.of(request.name());

  @TempDir Path data;
  private House house;
  private final List<Work> open = new ArrayList<>();
  private final AtomicInteger retries = new AtomicInteger();
  private final WorkObserver observer =
      new WorkObserver() {
        @Override
        public void read(Duration time) {}

        @Override
        public void decided(Duration time, @Nullable String way) {}

        @Override
        public void ended(ReadFailure.Code failure) {}

        @Override
        public void retried() {
          retries.incrementAndGet();
        }
      };

  @BeforeEach
  void openHouse() {
    house = new House(StoreSettings.sqlite(data));
  }

  @AfterEach
  void closeAll() {
    open.forEach(Work::close);
    house.close();
  }

  @Test
  void aJobStartsAtOnceWhenItIsMade() {
    // polls once in an hour: what starts, starts because it was woken
    Work work = started(TEXT, LETTER, settings(1));

    Job job = house.job(work, "a", "b");
    work.wake();

    awaitEnd(job);
    assertThat(house.find(job).status()).isEqualTo(JobStatus.SUCCESS);
    assertThat(house.outcomes(job)).allMatch(Outcome.Classified.class::isInstance);
    assertThat(entries()).isZero();
  }

  @Test
  void aJobThatWasMadeBeforeTheStartIsWorkedOn() {
    Work work = work(TEXT, LETTER, settings(1));
    Job job = house.job(work, "a", "b", "c");

    work.start();

    awaitEnd(job);
    assertThat(house.outcomes(job)).hasSize(3).allMatch(Outcome.Classified.class::isInstance);
  }

  @Test
  void aJobThatIsNotMadeLeavesNothingInTheQueue() {
    Work work = work(TEXT, LETTER, settings(1));
    var unknown = UUID.randomUUID();

    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            house.create(
                work,
                List.of(
                    new dev.taxon.store.NewJob.Item(house.file("a", "a"), "a"),
                    new dev.taxon.store.NewJob.Item(unknown, "b"))))
        .hasMessageContaining("FilesMissing");

    assertThat(entries()).isZero();
  }

  @Test
  void noMoreThanTheWorkersWorkAtOnceAndAllOfThemDo() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var go = new Semaphore(0);
    Work work =
        started(
            (path, request) -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              go.acquireUninterruptibly();
              now.decrementAndGet();
              return Document.of("x");
            },
            LETTER,
            settings(3));

    Job job = house.job(work, numbered(20));
    work.wake();
    await().until(() -> now.get() == 3);
    go.release(20);

    awaitEnd(job);
    assertThat(most).hasValue(3);
  }

  @Test
  void aSmallJobDoesNotWaitForABigOne() {
    var order = new ConcurrentLinkedQueue<String>();
    var go = new CountDownLatch(1);
    Work work = started(inOrder(order, go), LETTER, settings(1));
    Job big = house.job(work, named("big", 300));
    work.wake();
    await().until(() -> work.running() == 1);

    Job small = house.job(work, "small");
    work.wake();
    go.countDown();

    awaitEnd(small);
    assertThat(house.hasEnded(big)).isFalse();
    // the one at work, and at most one turn of the big job
    assertThat(new ArrayList<>(order).indexOf("small")).isLessThanOrEqualTo(2);
  }

  @Test
  void jobsTakeTurns() {
    var order = new ConcurrentLinkedQueue<String>();
    var go = new CountDownLatch(1);
    Work work = started(inOrder(order, go), LETTER, settings(1));
    List<Job> jobs =
        Stream.of("a", "b", "c").map(name -> house.job(work, named(name, 12))).toList();
    work.wake();
    go.countDown();
    jobs.forEach(this::awaitEnd);

    // in each stretch of the order, no job is more than a turn ahead of another
    List<String> seen = new ArrayList<>(order);
    for (int end = 3; end <= seen.size(); end++) {
      List<String> stretch = seen.subList(0, end);
      var counts = Stream.of("a", "b", "c").map(n -> Collections.frequency(stretch, n)).toList();
      assertThat(Collections.max(counts) - Collections.min(counts)).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void whatIsWrongWithAFileIsItsOwnFailureInTheReadersWords() {
    Work work =
        started(
            (path, request) -> {
              if (request.name().equals("1")) {
                throw new ReadFailure(
                    ReadFailure.Code.PDF_IS_PROTECTED, "The PDF asks for a password.");
              }
              return Document.of("x");
            },
            LETTER,
            settings(2));

    Job job = house.job(work, "a", "b", "c");
    work.wake();

    awaitEnd(job);
    assertThat(house.find(job).status()).isEqualTo(JobStatus.PARTIAL_SUCCESS);
    assertThat(house.outcomes(job).get(1))
        .isEqualTo(
            new Outcome.Failed(ReadFailure.Code.PDF_IS_PROTECTED, "The PDF asks for a password."));
  }

  @Test
  void anEngineThatThrowsFailsTheFileInWordsForAPerson() {
    Classifier broken =
        (document, rules) -> {
          if (document.pages().getFirst().text().equals("1")) {
            throw new StackOverflowError();
          }
          return LETTER.classify(document, rules);
        };
    Work work = started(TEXT, broken, settings(2));

    Job job = house.job(work, "a", "b", "c");
    work.wake();

    awaitEnd(job);
    assertThat(house.find(job).status()).isEqualTo(JobStatus.PARTIAL_SUCCESS);
    assertThat(failure(job, 1).code()).isEqualTo(ReadFailure.Code.ENGINE_ERROR);
    assertThat(failure(job, 1).sentence())
        .isEqualTo(
            "Taxon could not handle this file; the server's log says why under document "
                + house.items(job).get(1).documentId()
                + ".");
  }

  @Test
  void aReaderThatNeverReturnsDoesNotHoldItsJob() {
    var end = new CountDownLatch(1);
    var limits = new ReadLimits(1 << 20, 10, 1000, 10, Duration.ofMillis(100));
    Work work =
        started(
            (path, request) -> {
              if (request.name().equals("0")) {
                House.waitFor(end);
              }
              return Document.of("x");
            },
            LETTER,
            settings(1, limits));

    Job job = house.job(work, "a", "b");
    work.wake();

    awaitEnd(job);
    assertThat(failure(job, 0))
        .isEqualTo(
            new Outcome.Failed(
                ReadFailure.Code.TIMEOUT,
                "Reading this file took longer than the 100 ms allowed."));
    assertThat(house.outcomes(job).get(1)).isInstanceOf(Outcome.Classified.class);
    assertThat(work.abandoned()).isEqualTo(1);
    end.countDown();
    await().until(() -> work.abandoned() == 0);
  }

  @Test
  void aStopFinishesWhatRunsAndKeepsWhatWaits() throws Exception {
    var go = new CountDownLatch(1);
    Work first =
        started(
            (path, request) -> {
              House.waitFor(go);
              return Document.of("x");
            },
            LETTER,
            settings(1));
    Job job = house.job(first, "a", "b", "c");
    first.wake();
    await().until(() -> first.running() == 1);

    Thread stop = Thread.ofPlatform().start(first::close);
    await().until(() -> !first.isRunning());
    go.countDown();
    stop.join();

    assertThat(house.outcomes(job))
        .filteredOn(Outcome.Classified.class::isInstance)
        .as("the one that ran")
        .hasSize(1);
    assertThat(house.find(job).status()).isEqualTo(JobStatus.PENDING);
    started(TEXT, LETTER, settings(1));
    awaitEnd(job);
    assertThat(house.outcomes(job)).allMatch(Outcome.Classified.class::isInstance);
  }

  @Test
  void whatAStopHadToInterruptStartsAnewAndIsNotHeldAgainstTheFile() {
    for (int life = 0; life < 4; life++) {
      var begun = new CountDownLatch(1);
      Work work =
          work(
              (path, request) -> {
                begun.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  throw new ReadFailure(ReadFailure.Code.ENGINE_ERROR, "interrupted", e);
                }
                return Document.of("never");
              },
              LETTER,
              new WorkSettings(
                  "test",
                  1,
                  ReadLimits.DEFAULT,
                  Duration.ofSeconds(5),
                  Duration.ZERO,
                  Duration.ofHours(1),
                  Duration.ZERO));
      if (life == 0) {
        house.job(work, "a");
      }
      work.start();
      await().until(() -> begun.getCount() == 0);
      work.close();
      open.remove(work);
    }
    assertThat(house.number("select count(*) from scheduled_tasks where picked = 1")).isEqualTo(0);

    started(TEXT, LETTER, settings(1));
    await().until(() -> entries() == 0);
    assertThat(house.number("select count(*) from documents where outcome = 'CLASSIFIED'"))
        .isEqualTo(1);
  }

  @Test
  void whatWasAtWorkWhenTheServerDiedIsTakenUpAtTheStart() {
    Work dead = work(TEXT, LETTER, settings(1));
    Job job = house.job(dead, "a", "b");
    die(1);

    started(TEXT, LETTER, settings(1));

    awaitEnd(job);
    assertThat(house.outcomes(job)).allMatch(Outcome.Classified.class::isInstance);
  }

  @Test
  void documentsThatWereThereWhenAServerDiedWaitForOthersAfterEveryStart() {
    Work dead = work(TEXT, LETTER, settings(1));
    Job suspect = house.job(dead, "suspect");
    die(1);
    var cautious =
        new WorkSettings(
            "test",
            1,
            ReadLimits.DEFAULT,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofHours(1));
    for (int life = 0; life < 2; life++) {
      Work work = started(TEXT, LETTER, cautious);
      Job other = house.job(work, "harmless");
      work.wake();
      awaitEnd(other);
      assertThat(house.number("select count(*) from scheduled_tasks where picked = 0"))
          .as("waiting in life " + life)
          .isEqualTo(1);
      work.close();
      open.remove(work);
    }

    started(TEXT, LETTER, settings(1));

    awaitEnd(suspect);
    assertThat(house.outcomes(suspect)).allMatch(Outcome.Classified.class::isInstance);
  }

  @Test
  void documentsThatWereThereWhenTheServerDiedAreTriedAlone() {
    Work dead = work(TEXT, LETTER, settings(1));
    Job suspects = house.job(dead, named("suspect", 4));
    die(4);
    var now = ConcurrentHashMap.<String>newKeySet();
    var company = new ConcurrentLinkedQueue<String>();
    Work work =
        work(
            (path, request) -> {
              String me = path.toString();
              now.add(me);
              if (word(path).equals("suspect") && now.size() > 1) {
                company.add(me);
              }
              now.remove(me);
              return Document.of("x");
            },
            LETTER,
            settings(4));
    Job others = house.job(work, named("other", 40));

    work.start();

    awaitEnd(suspects);
    awaitEnd(others);
    assertThat(company).isEmpty();
  }

  @Test
  void aFileThatNeedsAllTheMemoryIsTriedAloneAndFailsInTheEnd() {
    Work work =
        started(
            (path, request) -> {
              if (request.name().equals("0")) {
                throw new OutOfMemoryError("of the test");
              }
              return Document.of("x");
            },
            LETTER,
            settings(2));

    Job job = house.job(work, "a", "b");
    work.wake();

    awaitEnd(job);
    assertThat(failure(job, 0).code()).isEqualTo(ReadFailure.Code.ENGINE_ERROR);
    assertThat(house.outcomes(job).get(1)).isInstanceOf(Outcome.Classified.class);
    assertThat(retries).hasValue(5);
  }

  @Test
  void whileNobodyCanDecideADocumentWaitsAndIsReadOnce() {
    var readings = new AtomicInteger();
    var questions = new AtomicInteger();
    Work work =
        started(
            (path, request) -> {
              readings.incrementAndGet();
              return Document.of("x");
            },
            (document, rules) -> {
              if (questions.incrementAndGet() < 4) {
                throw new ClassifyFailure(ClassifyFailure.Code.UNREACHABLE, "It is away.");
              }
              return LETTER.classify(document, rules);
            },
            settings(1, ReadLimits.DEFAULT, Duration.ofMillis(20)));

    Job job = house.job(work, "a");
    work.wake();

    awaitEnd(job);
    assertThat(house.outcomes(job)).hasSize(1).allMatch(Outcome.Classified.class::isInstance);
    assertThat(questions).hasValue(4);
    assertThat(readings).hasValue(1);
    assertThat(retries).hasValue(3);
  }

  @Test
  void aDocumentThatCannotBeDecidedFailsAlone() {
    Work work =
        started(
            TEXT,
            (document, rules) ->
                switch (document.pages().getFirst().text()) {
                  case "0" ->
                      throw new ClassifyFailure(ClassifyFailure.Code.TIMEOUT, "It took too long.");
                  case "1" ->
                      throw new ClassifyFailure(ClassifyFailure.Code.NO_ANSWER, "It is unsaid.");
                  default -> LETTER.classify(document, rules);
                },
            settings(2));

    Job job = house.job(work, "a", "b", "c");
    work.wake();

    awaitEnd(job);
    assertThat(failure(job, 0))
        .isEqualTo(new Outcome.Failed(ReadFailure.Code.TIMEOUT, "It took too long."));
    assertThat(failure(job, 1))
        .isEqualTo(new Outcome.Failed(ReadFailure.Code.ENGINE_ERROR, "It is unsaid."));
    assertThat(house.outcomes(job).get(2)).isInstanceOf(Outcome.Classified.class);
  }

  @Test
  void whenTheDatabaseFailsTheFileIsTriedAgainAndNotFailed() {
    Work work = started(TEXT, LETTER, settings(1, ReadLimits.DEFAULT, Duration.ofMillis(50)));
    house.execute("alter table documents rename to documents_away");
    house.execute(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
            + " priority) values ('document', '00000000-0000-0000-0000-000000000000', 0, 0, 1, 0)");
    await().until(() -> retries.get() >= 1);
    house.execute("alter table documents_away rename to documents");

    Job job = house.job(work, "a");
    work.wake();

    awaitEnd(job);
    await().until(() -> entries() == 0);
    assertThat(house.outcomes(job)).allMatch(Outcome.Classified.class::isInstance);
  }

  @Test
  void aFullDatabaseIsNotHeldAgainstTheFile() {
    var tries = new AtomicInteger();
    var go = new CountDownLatch(1);
    String much = "x".repeat(1 << 20);
    Work work =
        started(
            TEXT,
            (document, rules) -> {
              tries.incrementAndGet();
              House.waitFor(go);
              return new Decision("letter", 0.9, much, List.of(), List.of());
            },
            settings(1, ReadLimits.DEFAULT, Duration.ofMillis(50)));
    Job job = house.job(work, "a");
    work.wake();
    await().until(() -> tries.get() == 1);
    // as large as it is, and no larger
    house.execute("pragma max_page_count = 1");
    go.countDown();

    await().atMost(Duration.ofSeconds(30)).until(() -> tries.get() >= 3);
    assertThat(house.number("select coalesce(sum(consecutive_failures), 0) from scheduled_tasks"))
        .isZero();
    house.execute("pragma max_page_count = 1073741823");

    awaitEnd(job);
    assertThat(house.find(job).status()).isEqualTo(JobStatus.SUCCESS);
  }

  @Test
  void documentsWhoseEntriesAreLostAreQueuedAgainAtTheStart() {
    Work work = work(TEXT, LETTER, settings(2));
    Job job = house.job(work, numbered(5));
    house.execute("delete from scheduled_tasks where rowid % 2 = 0");

    work.start();

    awaitEnd(job);
    assertThat(house.outcomes(job)).hasSize(5).allMatch(Outcome.Classified.class::isInstance);
  }

  private Work work(DocumentReader reader, Classifier classifier, WorkSettings settings) {
    var work = new Work(house.store(), reader, classifier, settings, observer, Clock.systemUTC());
    open.add(work);
    return work;
  }

  private Work started(DocumentReader reader, Classifier classifier, WorkSettings settings) {
    Work work = work(reader, classifier, settings);
    work.start();
    return work;
  }

  private static WorkSettings settings(int workers) {
    return settings(workers, ReadLimits.DEFAULT);
  }

  private static WorkSettings settings(int workers, ReadLimits limits) {
    return settings(workers, limits, Duration.ofHours(1));
  }

  private static WorkSettings settings(int workers, ReadLimits limits, Duration poll) {
    return new WorkSettings(
        "test",
        workers,
        limits,
        Duration.ofMillis(200),
        Duration.ofSeconds(30),
        poll,
        Duration.ZERO);
  }

  private static DocumentReader inOrder(ConcurrentLinkedQueue<String> order, CountDownLatch go) {
    return (path, request) -> {
      House.waitFor(go);
      order.add(word(path));
      return Document.of("x");
    };
  }

  /** The first word of a file. */
  private static String word(Path path) {
    try {
      return java.nio.file.Files.readString(path).split(" ", 2)[0];
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String[] numbered(int count) {
    return named("text", count);
  }

  private static String[] named(String name, int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> name + " " + i)
        .toArray(String[]::new);
  }

  private void awaitEnd(Job job) {
    await().atMost(Duration.ofSeconds(30)).until(() -> house.hasEnded(job));
  }

  private Outcome.Failed failure(Job job, int position) {
    return (Outcome.Failed) house.outcomes(job).get(position);
  }

  private int entries() {
    return house.number("select count(*) from scheduled_tasks");
  }

  /** As if the server had died while it worked on so many documents. */
  private void die(int documents) {
    house.execute(
        "update scheduled_tasks set picked = 1, picked_by = 'test', last_heartbeat = 0 where"
            + " task_instance in (select task_instance from scheduled_tasks order by priority desc"
            + " limit "
            + documents
            + ")");
  }
}
