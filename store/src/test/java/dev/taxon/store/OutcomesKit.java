package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Evidence;
import dev.taxon.ReadFailure.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How documents and jobs end: once, and together. */
abstract class OutcomesKit extends StoreKit {
  private static final Decision LETTER =
      new Decision("letter", 0.75, "It says \"Dear\".", List.of(), List.of());

  private Tenant acme;

  @BeforeEach
  void aTenant() {
    acme = Tenant.of(store, "Acme");
  }

  private boolean classified(UUID documentId) {
    return store.course().fileClassified(documentId, LETTER);
  }

  private boolean failed(UUID documentId) {
    return store.course().fileFailed(documentId, Code.PDF_IS_PROTECTED, "It wants a password.");
  }

  @Test
  void theLastOutcomeEndsTheJob() {
    var job = acme.job("a", "b");
    var documents = acme.waiting(job);
    clock.pass(Duration.ofSeconds(3));

    assertThat(classified(documents.get(0))).isTrue();
    assertThat(acme.find(job)).isEqualTo(job);

    assertThat(classified(documents.get(1))).isTrue();
    var ended = acme.find(job);
    assertThat(ended.status()).isEqualTo(JobStatus.SUCCESS);
    assertThat(ended.errorMessage()).isNull();
    assertThat(ended.effectiveAt()).isAfterOrEqualTo(clock.instant());
    assertThat(ended.updatedAt()).isEqualTo(ended.effectiveAt());
    assertThat(ended.createdAt()).isEqualTo(job.createdAt());
  }

  @Test
  void aDecisionIsReadBackAsItWasMade() {
    var decision =
        new Decision(
            "Rechnung/É",
            0.1 + 0.2,
            "Oben steht „Rechnung 発票 🧾“ …",
            List.of(
                new Evidence(3, 0, 2, "🧾", "speaks for it"),
                new Evidence(1, 7, 8, "\ud83e", "a quote that ends within a character"),
                new Evidence(1, 7, 8, "\0", "nothing at all")),
            List.of(new Candidate("Rechnung/É", 0.3), new Candidate("x", 0.0)),
            0.625,
            "full");
    var job = acme.job("a");
    var document = acme.waiting(job).getFirst();

    store.course().fileClassified(document, decision);

    assertThat(store.jobs().decision(document)).contains(decision);
    assertThat(acme.items(job).getFirst().outcome())
        .isEqualTo(
            new Outcome.Classified(
                new Decision(
                    decision.type(),
                    decision.confidence(),
                    decision.reasoning(),
                    List.of(),
                    List.of())));
  }

  @Test
  void aDecisionThatWasKeptWithoutItsOddsOfNoneIsReadWithWhatTheCandidatesLeave() {
    var old =
        Json.details("{\"evidence\":[],\"candidates\":[{\"type\":\"x\",\"confidence\":0.75}]}");

    var decision = old.decision("x", 0.75, "It is one.");

    assertThat(decision.none()).isEqualTo(0.25);
    assertThat(decision.way()).isNull();
  }

  @Test
  void noTypeIsAnAnswerToo() {
    var job = acme.job("a");
    var nothingFits = new Decision(null, 0.6, "Nothing fits.", List.of(), List.of());

    store.course().fileClassified(acme.waiting(job).getFirst(), nothingFits);

    assertThat(acme.find(job).status()).isEqualTo(JobStatus.SUCCESS);
    assertThat(acme.items(job).getFirst().outcome()).isEqualTo(new Outcome.Classified(nothingFits));
  }

  @Test
  void someFailuresMakeAPartialSuccess() {
    var job = acme.job("a", "b", "c", "d", "e");
    var documents = acme.waiting(job);
    var items = acme.items(job);
    for (int i : List.of(0, 1, 3)) {
      classified(documents.get(i));
    }
    store.course().fileFailed(documents.get(4), Code.TIMEOUT, "Reading took too long.");
    failed(documents.get(2));

    var ended = acme.find(job);
    assertThat(ended.status()).isEqualTo(JobStatus.PARTIAL_SUCCESS);
    assertThat(ended.errorMessage())
        .isEqualTo(
            "2 of 5 files failed: "
                + items.get(2).spelling()
                + ": PDF_IS_PROTECTED: It wants a password.; "
                + items.get(4).spelling()
                + ": TIMEOUT: Reading took too long.");
    assertThat(acme.items(job).get(2).outcome())
        .isEqualTo(new Outcome.Failed(Code.PDF_IS_PROTECTED, "It wants a password."));
    assertThat(store.jobs().decision(documents.get(2))).isEmpty();
  }

  @Test
  void failuresAloneMakeAnError() {
    var job = acme.job("a");
    failed(acme.waiting(job).getFirst());

    assertThat(acme.find(job).status()).isEqualTo(JobStatus.ERROR);
    assertThat(acme.find(job).errorMessage())
        .isEqualTo(
            "1 of 1 file failed: "
                + acme.items(job).getFirst().spelling()
                + ": PDF_IS_PROTECTED: It wants a password.");
  }

  @Test
  void aFileListedTwiceCountsTwiceAsInTheResults() {
    var good = acme.file("good");
    var bad = acme.file("bad");
    var job =
        acme.draft()
            .items(
                List.of(
                    new NewJob.Item(bad.id(), "bad"),
                    new NewJob.Item(good.id(), "good"),
                    new NewJob.Item(bad.id(), "bad"),
                    new NewJob.Item(bad.id(), "dfl-bad")))
            .created();
    var documents = acme.waiting(job);
    failed(documents.get(0));
    classified(documents.get(1));

    assertThat(acme.find(job).status()).isEqualTo(JobStatus.PARTIAL_SUCCESS);
    assertThat(acme.find(job).errorMessage())
        .isEqualTo(
            "3 of 4 files failed: bad: PDF_IS_PROTECTED: It wants a password.; "
                + "dfl-bad: PDF_IS_PROTECTED: It wants a password.");
  }

  @Test
  void aJobOfTheSecondWireSaysItsOneReason() {
    var job = acme.draft(acme.file("a")).transaction("t").created();
    failed(acme.waiting(job).getFirst());

    assertThat(acme.find(job).errorMessage()).isEqualTo("PDF_IS_PROTECTED: It wants a password.");
  }

  @Test
  void anOutcomeIsTakenOnce() {
    var job = acme.job("a", "b");
    var document = acme.waiting(job).getFirst();

    assertThat(classified(document)).isTrue();
    assertThat(classified(document)).isFalse();
    assertThat(failed(document)).isFalse();

    assertThat(acme.items(job).getFirst().outcome()).isInstanceOf(Outcome.Classified.class);
    assertThat(acme.find(job).status()).isEqualTo(JobStatus.PENDING);
    assertThat(store.jobs().work(document)).isEmpty();
    assertThat(acme.waiting(job)).hasSize(1);
    assertThat(classified(UUID.randomUUID())).isFalse();
  }

  @Test
  void waitingDocumentsAreCountedOverAllJobs() {
    var job = acme.job("a", "b");
    acme.job("c");
    assertThat(store.jobs().pendingDocuments()).isEqualTo(3);

    classified(acme.waiting(job).getFirst());

    assertThat(store.jobs().pendingDocuments()).isEqualTo(2);
  }

  @Test
  void twentyOutcomesAtOnceEndTheJobOnce() throws InterruptedException {
    var contents = new String[20];
    for (int i = 0; i < contents.length; i++) {
      contents[i] = "file " + i;
    }
    var job = acme.job(contents);
    var tasks = new ArrayList<Callable<Boolean>>();
    for (var document : acme.waiting(job)) {
      // each twice: the queue may give a document to a second worker
      tasks.add(() -> classified(document));
      tasks.add(() -> failed(document));
    }

    var taken = atOnce(tasks);

    assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(20);
    var ended = acme.find(job);
    assertThat(ended.status().isTerminal()).isTrue();
    assertThat(store.course().ended(ended.status())).isEqualTo(1);
    long failures =
        acme.items(job).stream().filter(item -> item.outcome() instanceof Outcome.Failed).count();
    assertThat(String.valueOf(ended.errorMessage()))
        .startsWith(failures == 0 ? "null" : failures + " of 20 files failed: ");
  }

  @Test
  void aCancelledJobKeepsWhatWasDone() {
    var job = acme.job("a", "b", "c");
    var documents = acme.waiting(job);
    classified(documents.get(1));

    assertThat(store.course().jobCancelled(job.id())).isTrue();

    assertThat(acme.find(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(acme.find(job).errorMessage()).isNull();
    assertThat(acme.find(job).updatedAt()).isAfter(job.updatedAt());
    assertThat(acme.items(job))
        .extracting(JobItem::outcome)
        .containsExactly(
            new Outcome.Cancelled(), new Outcome.Classified(LETTER), new Outcome.Cancelled());
    assertThat(store.jobs().work(documents.get(0))).isEmpty();
    assertThat(acme.waiting(job)).isEmpty();
  }

  @Test
  void aLateOutcomeOfACancelledJobChangesNothing() {
    var job = acme.job("a");
    var document = acme.waiting(job).getFirst();
    store.course().jobCancelled(job.id());

    assertThat(classified(document)).isFalse();
    assertThat(acme.find(job).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void aJobThatHasEndedCannotBeCancelled() {
    var job = acme.job("a");
    classified(acme.waiting(job).getFirst());
    var ended = acme.find(job);

    assertThat(store.course().jobCancelled(job.id())).isFalse();
    assertThat(store.course().jobCancelled(UUID.randomUUID())).isFalse();
    assertThat(acme.find(job)).isEqualTo(ended);
  }

  @Test
  void cancellingWhileOutcomesComeIn() throws InterruptedException {
    for (int round = 0; round < 10; round++) {
      var job = acme.job("a", "b", "c");
      var tasks = new ArrayList<Callable<Boolean>>();
      for (var document : acme.waiting(job)) {
        tasks.add(() -> classified(document));
      }
      tasks.add(() -> store.course().jobCancelled(job.id()));

      var taken = atOnce(tasks);

      var classified =
          acme.items(job).stream()
              .filter(item -> item.outcome() instanceof Outcome.Classified)
              .count();
      assertThat(taken.subList(0, 3)).filteredOn(Boolean::booleanValue).hasSize((int) classified);
      assertThat(acme.find(job).status())
          .isEqualTo(taken.getLast() ? JobStatus.CANCELLED : JobStatus.SUCCESS);
      assertThat(acme.waiting(job)).isEmpty();
    }
  }
}
