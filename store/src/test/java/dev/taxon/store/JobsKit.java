package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.RuleSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The making of jobs, their lists, and what they hold on to. */
abstract class JobsKit extends StoreKit {
  private Tenant acme;
  private Tenant other;

  @BeforeEach
  void twoTenants() {
    acme = Tenant.of(store, "Acme");
    other = Tenant.of(store, "Other");
  }

  @Test
  void aJobIsFoundAsItWasMade() {
    var job = acme.job("a", "b");

    assertThat(acme.find(job)).isEqualTo(job);
    assertThat(job.status()).isEqualTo(JobStatus.PENDING);
    assertThat(job.rules()).isEqualTo(Tenant.RULES);
    assertThat(job.userId()).isEqualTo("anna");
    assertThat(job.projectId()).isEqualTo(acme.project().id());
    assertThat(job.items()).isEqualTo(2);
    assertThat(job.errorMessage()).isNull();
    assertThat(job.effectiveAt()).isEqualTo(job.createdAt());
  }

  static List<JobOptions> everyKindOfOptions() {
    return List.of(
        new JobOptions("FAST", "en", 5, null),
        new JobOptions("MULTIMODAL", "de", null, null),
        new JobOptions("FAST", "ch_sim", null, List.of(1, 99, 7)));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfOptions")
  void optionsAreKept(JobOptions options) {
    var job = acme.draft(acme.file("x")).options(options).created();

    assertThat(acme.find(job).options()).isEqualTo(options);
  }

  @Test
  void rulesAreKeptWhateverTheyHold() {
    var rules =
        RuleSet.of("Rechnung/É 発票", "tab\t nul\0 half\ud83d quote\" 🧾", "x", "", "x", "again");
    var job = acme.draft(acme.file("x")).rules(rules).created();

    assertThat(acme.find(job).rules()).isEqualTo(rules);
  }

  @Test
  void thereIsAnItemForEachIdSentInTheClientsSpelling() {
    var a = acme.file("a");
    var b = acme.file("b");
    var job =
        acme.draft()
            .items(
                List.of(
                    new NewJob.Item(b.id(), "dfl-B"),
                    new NewJob.Item(a.id(), "A"),
                    new NewJob.Item(b.id(), "b")))
            .created();

    var items = acme.items(job);
    assertThat(items).extracting(JobItem::spelling).containsExactly("dfl-B", "A", "b");
    assertThat(items).extracting(JobItem::position).containsExactly(0, 1, 2);
    assertThat(items).extracting(JobItem::id).doesNotHaveDuplicates();
    assertThat(items).extracting(JobItem::outcome).containsOnlyNulls();
    assertThat(items).extracting(JobItem::jobId).containsOnly(job.id());
    assertThat(job.items()).isEqualTo(3);
  }

  @Test
  void aFileListedTwiceIsOneDocument() {
    var a = acme.file("a");
    var b = acme.file("b");
    var job = acme.draft(b, a, b).created();

    var items = acme.items(job);
    assertThat(items.get(0).documentId()).isEqualTo(items.get(2).documentId());
    assertThat(acme.waiting(job))
        .containsExactly(items.get(0).documentId(), items.get(1).documentId());
  }

  @Test
  void itemsAreReadAPageAtATime() {
    var job = acme.job("a", "b", "c");

    assertThat(store.jobs().items(job.id(), 1, 1)).containsExactly(acme.items(job).get(1));
    assertThat(store.jobs().items(job.id(), 2, 10)).hasSize(1);
    assertThat(store.jobs().items(job.id(), 3, 10)).isEmpty();
  }

  @Test
  void aDocumentSaysWhatThereIsToDo() {
    var file = acme.file("content");
    var job = acme.draft(file).created();
    var document = acme.waiting(job).getFirst();

    assertThat(store.jobs().work(document))
        .contains(
            new DocumentWork(
                document,
                job.id(),
                acme.project().id(),
                Wire.V1,
                "content",
                acme.blob("content"),
                job.rules(),
                job.options(),
                null,
                true));
    assertThat(store.jobs().work(UUID.randomUUID())).isEmpty();
  }

  @Test
  void contentAndNameArePinnedWhenTheJobIsMade() {
    var deleted = acme.file("deleted");
    var replaced = acme.file("replaced");
    var job = acme.draft(deleted, replaced).created();

    store.files().delete(acme.scope(), deleted.id());
    store.files().contentUploaded(replaced.id(), acme.blob("other"), "txt");

    var documents = acme.waiting(job);
    assertThat(store.jobs().work(documents.get(0)).orElseThrow().blob())
        .isEqualTo(acme.blob("deleted"));
    assertThat(store.jobs().work(documents.get(1)).orElseThrow().blob())
        .isEqualTo(acme.blob("replaced"));
    assertThat(acme.items(job).getFirst().spelling()).isEqualTo(deleted.id().toString());
  }

  @Test
  void everyFileThatIsNotInTheProjectIsNamed() {
    var mine = acme.file("mine");
    var theirs = other.file("theirs");
    var gone = acme.file("gone");
    store.files().delete(acme.scope(), gone.id());
    var expired = acme.expiring("expired", TestClock.START.plusSeconds(1));
    var second = store.access().createProject(acme.key().organizationId(), "second");
    var elsewhere = new Tenant(store, second, acme.key()).file("elsewhere");
    clock.pass(Duration.ofSeconds(1));

    var creation =
        acme.draftOfIds(
                theirs.id(), mine.id(), UUID.randomUUID(), gone.id(), expired.id(), elsewhere.id())
            .create();

    assertThat(creation).isEqualTo(new JobCreation.FilesMissing(List.of(0, 2, 3, 4, 5)));
    assertNothingWasMade();
  }

  @Test
  void everyFileWhoseContentNeverCameIsNamed() {
    var mine = acme.file("mine");
    var empty = acme.placeholder("empty");

    var creation = acme.draft(mine, empty, empty).create();

    assertThat(creation).isEqualTo(new JobCreation.ContentMissing(List.of(1, 2)));
    assertNothingWasMade();
  }

  @Test
  void queueEntriesAreMadeWithTheJob() {
    var job = acme.job("a", "b", "c");

    assertThat(number("select count(*) from scheduled_tasks")).isEqualTo(3);
    assertThat(
            number(
                "select count(*) from scheduled_tasks where task_instance = '"
                    + acme.waiting(job).get(1)
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void aJobThatCannotBeQueuedIsNotMade() {
    var draft =
        acme.draft(acme.file("x"))
            .idempotencyKey("k")
            .queue((transaction, jobId, documentIds, createdAt) -> {
              new RowsQueue().enqueue(transaction, jobId, documentIds, createdAt);
              throw new SQLException("the queue is broken");
            });

    assertThatThrownBy(draft::create).hasStackTraceContaining("the queue is broken");
    assertNothingWasMade();
    // and its idempotency key is not used up
    acme.draft(acme.file("x")).idempotencyKey("k").body("another").created();
  }

  private void assertNothingWasMade() {
    for (var table : List.of("jobs", "documents", "items", "idempotency_keys", "scheduled_tasks")) {
      assertThat(number("select count(*) from " + table)).as(table).isZero();
    }
  }

  @Test
  void fiveHundredFilesTakeLessThanASecond() {
    var files = new ArrayList<StoredFile>();
    var blob = acme.blob("of all");
    for (int i = 0; i < 500; i++) {
      files.add(store.files().create(acme.newFile("file " + i, blob, null)));
    }
    acme.draft(files.getFirst()).created();

    long start = System.nanoTime();
    var job = acme.draft(files.toArray(StoredFile[]::new)).created();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(acme.items(job))
        .extracting(JobItem::spelling)
        .isEqualTo(files.stream().map(f -> f.id().toString()).toList());
  }

  @Test
  void aJobMayHaveThousandsOfItems() {
    var a = acme.file("a");
    var spellings = IntStream.range(0, 5_000).mapToObj(i -> new NewJob.Item(a.id(), "" + i));

    var job = acme.draft().items(spellings.toList()).created();

    assertThat(store.jobs().items(job.id(), 4_999, 1).getFirst().spelling()).isEqualTo("4999");
    assertThat(acme.waiting(job)).hasSize(1);
  }

  @Test
  void idsThatNoDatabaseTakesAtOnceAreStillLookedUp() {
    var unknown = IntStream.range(0, 2_500).mapToObj(i -> new UUID(i, i)).toArray(UUID[]::new);

    assertThat(acme.draftOfIds(unknown).create())
        .isEqualTo(new JobCreation.FilesMissing(IntStream.range(0, 2_500).boxed().toList()));
  }

  @Test
  void anotherTenantSeesNothing() {
    var job = acme.job("x");

    assertThat(store.jobs().find(other.scope(), Wire.V1, job.id())).isEmpty();
    assertThat(store.jobs().list(other.scope(), JobFilter.of(Wire.V1), null, 10).items()).isEmpty();
    var mixed = new Scope(other.key().organizationId(), acme.project().id());
    assertThat(store.jobs().find(mixed, Wire.V1, job.id())).isEmpty();
    assertThat(store.jobs().list(mixed, JobFilter.of(Wire.V1), null, 10).items()).isEmpty();
  }

  @Test
  void jobsMadeWhilePagingShiftNothing() {
    var jobs = new ArrayList<Job>();
    for (int i = 0; i < 5; i++) {
      jobs.add(acme.job("x"));
    }
    acme.draft(acme.file("x")).wire(Wire.V2).created();

    var first = store.jobs().list(acme.scope(), JobFilter.of(Wire.V1), null, 2);
    var meanwhile = acme.job("meanwhile");
    var second = store.jobs().list(acme.scope(), JobFilter.of(Wire.V1), first.next(), 2);
    var third = store.jobs().list(acme.scope(), JobFilter.of(Wire.V1), second.next(), 2);

    assertThat(first.items()).containsExactly(jobs.get(4), jobs.get(3));
    assertThat(second.items()).containsExactly(jobs.get(2), jobs.get(1));
    assertThat(third.items()).containsExactly(jobs.get(0));
    assertThat(third.next()).isNull();
    assertThat(store.jobs().list(acme.scope(), JobFilter.of(Wire.V1), null, 1).items())
        .containsExactly(meanwhile);
  }
}
