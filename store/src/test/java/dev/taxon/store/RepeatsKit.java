package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.ReadFailure;
import dev.taxon.RuleSet;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that come more than once: a lost answer must not make a second job. */
abstract class RepeatsKit extends StoreKit {
  private Tenant acme;
  private StoredFile file;

  @BeforeEach
  void aFile() {
    acme = Tenant.of(store, "Acme");
    file = acme.file("x");
  }

  private JobDraft draft() {
    return acme.draft(file);
  }

  @Test
  void aRetryWithinTwoMinutesIsAnsweredWithItsJob() {
    var job = draft().created();
    clock.pass(Duration.ofSeconds(119));

    assertThat(draft().retry().create()).isEqualTo(new JobCreation.Repeated(job));
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  void aRetryAfterTwoMinutesMakesAJob() {
    draft().created();
    clock.pass(Duration.ofSeconds(121));

    draft().retry().created();
  }

  @Test
  void aFirstAttemptAlwaysMakesAJob() {
    draft().created();

    draft().created();
    assertThat(jobs()).isEqualTo(2);
  }

  @Test
  void aRetryWhoseFirstAttemptNeverCameMakesAJob() {
    draft().retry().created();
  }

  @Test
  void aRetryIsKnownByKeyProjectAndBody() {
    draft().created();
    var second = store.access().createProject(acme.key().organizationId(), "second");
    var inSecond = new Tenant(store, second, acme.key()).file("x");

    draft().retry().body("another").created();
    draft().retry().key(UUID.randomUUID()).created();
    acme.draft(inSecond).retry().project(second.id()).created();
  }

  @Test
  void aRetryGetsTheNewestJobInItsPresentState() {
    draft().created();
    var job = draft().created();
    store.course().fileFailed(acme.waiting(job).getFirst(), ReadFailure.Code.TIMEOUT, "Too slow.");

    assertThat(draft().retry().create()).isEqualTo(new JobCreation.Repeated(acme.find(job)));
    assertThat(acme.find(job).status()).isEqualTo(JobStatus.ERROR);
  }

  @Test
  void aRetryIsAnsweredEvenWhenItsFilesAreGone() {
    var job = draft().created();
    store.files().delete(acme.scope(), file.id());

    assertThat(draft().retry().create()).isEqualTo(new JobCreation.Repeated(job));
  }

  @Test
  void anIdempotencyKeyGivesItsJobForADay() {
    var job = draft().idempotencyKey("k").created();
    clock.pass(Duration.ofHours(23));

    assertThat(draft().idempotencyKey("k").create()).isEqualTo(new JobCreation.Repeated(job));

    clock.pass(Duration.ofMinutes(61));
    var next = draft().idempotencyKey("k").body("another").created();
    assertThat(draft().idempotencyKey("k").body("another").create())
        .isEqualTo(new JobCreation.Repeated(next));
  }

  @Test
  void anIdempotencyKeyWithAnotherBodyIsRefused() {
    draft().idempotencyKey("k").created();

    assertThat(draft().idempotencyKey("k").body("another").create())
        .isEqualTo(new JobCreation.KeyReused());
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  void anIdempotencyKeyBelongsToOneKeyAndProject() {
    draft().idempotencyKey("k").created();
    var second = store.access().createProject(acme.key().organizationId(), "second");
    var inSecond = new Tenant(store, second, acme.key()).file("x");

    draft().idempotencyKey("k").key(UUID.randomUUID()).created();
    acme.draft(inSecond).idempotencyKey("k").project(second.id()).created();
    draft().idempotencyKey("K").created();
  }

  @Test
  void anIdempotencyKeyIsNotUsedUpByARefusal() {
    assertThat(acme.draftOfIds(UUID.randomUUID()).idempotencyKey("k").create())
        .isInstanceOf(JobCreation.FilesMissing.class);

    draft().idempotencyKey("k").body("right").created();
  }

  @Test
  void aTransactionIdGivesTheFirstJobWhateverTheBody() {
    var job = draft().transaction("t").created();
    clock.pass(Duration.ofDays(300));

    assertThat(
            acme.draftOfIds(UUID.randomUUID())
                .transaction("t")
                .body("another")
                .rules(RuleSet.of("x", "y"))
                .create())
        .isEqualTo(new JobCreation.Repeated(job));
    assertThat(job.transactionId()).isEqualTo("t");
  }

  @Test
  void aTransactionIdBelongsToOneProject() {
    draft().transaction("t").created();
    var other = Tenant.of(store, "Other");

    other.draft(other.file("x")).transaction("t").created();
  }

  @Test
  void tenAtOnceWithOneIdempotencyKeyMakeOneJob() throws InterruptedException {
    assertTenAtOnceMakeOneJob(draft -> draft.idempotencyKey("k"));
  }

  @Test
  void tenAtOnceWithOneTransactionIdMakeOneJob() throws InterruptedException {
    assertTenAtOnceMakeOneJob(draft -> draft.transaction("t"));
  }

  @Test
  void tenRetriesAtOnceMakeOneJob() throws InterruptedException {
    assertTenAtOnceMakeOneJob(JobDraft::retry);
  }

  private void assertTenAtOnceMakeOneJob(Function<JobDraft, JobDraft> how)
      throws InterruptedException {
    Callable<JobCreation> create = () -> how.apply(draft()).create();

    var creations = atOnce(Collections.nCopies(10, create));

    assertThat(creations).filteredOn(JobCreation.Created.class::isInstance).hasSize(1);
    assertThat(creations).filteredOn(JobCreation.Repeated.class::isInstance).hasSize(9);
    assertThat(creations).map(RepeatsKit::idOf).containsOnly(idOf(creations.getFirst()));
    assertThat(jobs()).isEqualTo(1);
  }

  private static UUID idOf(JobCreation creation) {
    return switch (creation) {
      case JobCreation.Created made -> made.job().id();
      case JobCreation.Repeated repeated -> repeated.job().id();
      default -> throw new AssertionError(creation);
    };
  }

  private long jobs() {
    return number("select count(*) from jobs");
  }
}
