package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Decision;
import dev.taxon.ReadFailure.Code;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of one document: those of the second wire, and those that only read. */
abstract class SecondWireKit extends StoreKit {
  private static final Decision LETTER =
      new Decision("letter", 0.75, "It says \"Dear\".", List.of(), List.of());

  private Tenant acme;

  @BeforeEach
  void aTenant() {
    acme = Tenant.of(store, "Acme");
  }

  private JobDraft draft() {
    return acme.draft(acme.file("a")).wire(Wire.V2);
  }

  private Job parse() {
    return acme.draft(acme.file("a")).wire(Wire.PARSE).rules(null).created();
  }

  private List<Job> list(
      @Nullable Set<JobStatus> statuses, @Nullable Boolean begun, @Nullable List<UUID> ids) {
    return store
        .jobs()
        .list(acme.scope(), new JobFilter(Wire.V2, statuses, begun, ids, null, null, null), null, 9)
        .items();
  }

  @Test
  void onlyThePartThatMadeAJobFindsIt() {
    var job = draft().created();

    assertThat(store.jobs().find(acme.scope(), Wire.V2, job.id())).contains(job);
    assertThat(store.jobs().find(acme.scope(), Wire.V1, job.id())).isEmpty();
    assertThat(store.jobs().find(acme.scope(), Wire.PARSE, job.id())).isEmpty();
  }

  @Test
  void whatOnlyReadsHasNoRulesAndEndsWhenItIsRead() {
    var job = parse();
    assertThat(acme.waiting(job)).containsExactly(job.id());
    assertThat(store.jobs().work(job.id()).orElseThrow().rules()).isNull();

    assertThat(store.course().fileRead(job.id())).isTrue();
    assertThat(store.course().fileRead(job.id())).isFalse();

    assertThat(acme.find(job).rules()).isNull();
    assertThat(acme.find(job).status()).isEqualTo(JobStatus.SUCCESS);
    assertThat(acme.items(job).getFirst().outcome()).isEqualTo(new Outcome.Read());
  }

  @Test
  void aJobOverAnotherDocumentPinsItsBytesAndSaysHowItStands() {
    var source = parse();
    acme.store()
        .files()
        .delete(
            acme.scope(),
            acme.store()
                .files()
                .list(
                    acme.scope(),
                    new FileFilter(null, null, null, null, false),
                    FileOrder.NEWEST_FIRST,
                    null,
                    1)
                .items()
                .getFirst()
                .id());
    var job =
        acme.draftOfIds(source.id())
            .wire(Wire.V2)
            .source(source.id())
            .options(new JobOptions("FAST", "de", null, null))
            .created();

    var waiting = store.jobs().work(acme.waiting(job).getFirst()).orElseThrow();
    assertThat(waiting.source())
        .isEqualTo(new DocumentWork.Source(source.id(), source.options(), null));
    assertThat(waiting.blob()).isEqualTo(acme.blob("a"));
    assertThat(waiting.reading()).isEqualTo(source.options());
    assertThat(acme.items(job).getFirst().sourceId()).isEqualTo(source.id());

    store.course().fileFailed(source.id(), Code.PDF_IS_PROTECTED, "It wants a password.");

    var work = store.jobs().work(acme.waiting(job).getFirst()).orElseThrow();
    assertThat(work.source().outcome())
        .isEqualTo(new Outcome.Failed(Code.PDF_IS_PROTECTED, "It wants a password."));
  }

  @Test
  void aDocumentOfAnotherProjectCannotBeTaken() {
    var other = Tenant.of(store, "Other");
    var source = parse();

    assertThat(other.draftOfIds(source.id()).wire(Wire.V2).source(source.id()).create())
        .isEqualTo(new JobCreation.FilesMissing(List.of(0)));
  }

  @Test
  void listsAskForStatusBeginningAndIds() {
    var done = draft().created();
    var begun = draft().created();
    var waiting = draft().created();
    store.course().begun(begun.id());
    store.course().fileClassified(acme.waiting(done).getFirst(), LETTER);

    assertThat(acme.find(begun).beganAt()).isNotNull();
    assertThat(list(Set.of(JobStatus.SUCCESS), null, null))
        .extracting(Job::id)
        .containsExactly(done.id());
    assertThat(list(Set.of(JobStatus.PENDING), null, null))
        .extracting(Job::id)
        .containsExactly(waiting.id(), begun.id());
    assertThat(list(Set.of(JobStatus.PENDING), true, null))
        .extracting(Job::id)
        .containsExactly(begun.id());
    assertThat(list(Set.of(JobStatus.PENDING, JobStatus.SUCCESS), true, null))
        .extracting(Job::id)
        .as("only of pending ones it is asked whether they have begun")
        .containsExactly(begun.id(), done.id());
    assertThat(list(Set.of(JobStatus.PENDING), false, null))
        .extracting(Job::id)
        .containsExactly(waiting.id());
    assertThat(list(Set.of(), null, null)).isEmpty();
    assertThat(list(null, null, List.of(done.id(), UUID.randomUUID())))
        .extracting(Job::id)
        .containsExactly(done.id());
    assertThat(list(null, null, List.of())).isEmpty();
  }

  @Test
  void boundsOfCreationAreInclusive() {
    draft().created();
    clock.pass(Duration.ofSeconds(1));
    var second = draft().configuration("cfg-1").created();
    clock.pass(Duration.ofSeconds(1));
    draft().created();

    var at = second.createdAt();
    assertThat(
            store
                .jobs()
                .list(acme.scope(), new JobFilter(Wire.V2, null, null, null, null, at, at), null, 9)
                .items())
        .extracting(Job::id)
        .containsExactly(second.id());
    assertThat(
            store
                .jobs()
                .list(
                    acme.scope(),
                    new JobFilter(Wire.V2, null, null, null, "cfg-1", null, null),
                    null,
                    9)
                .items())
        .extracting(Job::id)
        .containsExactly(second.id());
  }

  @Test
  void onlyAJobThatHasEndedCanBeDeletedAndItsTransactionIsFreeAgain() {
    var job = draft().transaction("t").idempotencyKey("k").created();
    assertThat(store.course().delete(job.id())).isFalse();
    assertThat(store.jobs().ofTransaction(acme.project().id(), "t")).contains(job);

    store.course().fileClassified(acme.waiting(job).getFirst(), LETTER);
    assertThat(store.course().delete(job.id())).isTrue();

    assertThat(store.jobs().find(acme.scope(), Wire.V2, job.id())).isEmpty();
    assertThat(store.jobs().ofTransaction(acme.project().id(), "t")).isEmpty();
    assertThat(number("select count(*) from documents")).isZero();
    assertThat(number("select count(*) from items")).isZero();
    assertThat(draft().transaction("t").created().id()).isNotEqualTo(job.id());
  }

  @Test
  void firstItemsComeByJob() {
    var one = draft().created();
    var other = draft().created();

    var items = store.jobs().firstItems(List.of(one.id(), other.id()));

    assertThat(items).containsOnlyKeys(one.id(), other.id());
    assertThat(items.get(one.id())).isEqualTo(acme.items(one).getFirst());
    assertThat(store.jobs().ofDocument(acme.scope(), acme.waiting(one).getFirst())).contains(one);
  }
}
