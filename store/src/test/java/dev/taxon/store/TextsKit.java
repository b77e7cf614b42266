package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Box;
import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was read is kept once, for its project, as long as there is a file with its content. */
abstract class TextsKit extends StoreKit {
  private static final Document DOCUMENT =
      new Document(
          "application/pdf",
          List.of(
              new Page(
                  2,
                  List.of(
                      new Line("Grüße 🧾", Line.Role.HEADING, new Box(1.5f, 2, 3, 4)),
                      Line.of("half a pair \ud83e")),
                  Page.Source.OCR,
                  null),
              Page.of(3)),
          7,
          true);

  private Tenant acme;

  @BeforeEach
  void aTenant() {
    acme = Tenant.of(store, "Acme");
  }

  private DocumentWork work(JobDraft draft) {
    return store.jobs().work(acme.waiting(draft.created()).getFirst()).orElseThrow();
  }

  @Test
  void laterJobsOfTheSameReadingFindIt() {
    var file = acme.file("content");
    var first = work(acme.draft(file));
    assertThat(store.texts().of(first)).isEmpty();

    store.texts().keep(first, DOCUMENT);
    store.texts().keep(first, DOCUMENT);

    assertThat(store.texts().of(work(acme.draft(file)))).contains(DOCUMENT);
    assertThat(store.texts().of(first.documentId())).contains(DOCUMENT);
    assertThat(number("select count(*) from texts")).isEqualTo(1);
  }

  @Test
  void anotherWayOfReadingIsAnotherText() {
    var file = acme.file("content");
    store.texts().keep(work(acme.draft(file)), DOCUMENT);

    assertThat(
            store.texts().of(work(acme.draft(file).options(new JobOptions("FAST", "de", 5, null)))))
        .isEmpty();
    assertThat(
            store
                .texts()
                .of(work(acme.draft(file).options(new JobOptions("FAST", "en", 5, List.of(2))))))
        .isEmpty();
  }

  @Test
  void otherTenantsWithTheSameBytesDoNotSeeIt() {
    store.texts().keep(work(acme.draft(acme.file("content"))), DOCUMENT);
    var other = Tenant.of(store, "Other");
    var job = other.draft(other.file("content")).created();

    assertThat(store.texts().of(other.waiting(job).getFirst())).isEmpty();
  }

  @Test
  void itGoesWithTheLastFileThatHasTheContent() {
    var file = acme.file("content");
    var twin = acme.file("content");
    var work = work(acme.draft(file));
    store.texts().keep(work, DOCUMENT);

    store.files().delete(acme.scope(), file.id());
    assertThat(store.texts().of(work)).isPresent();
    store.files().delete(acme.scope(), twin.id());
    assertThat(store.texts().of(work)).isEmpty();
  }

  @Test
  void whatIsReadAfterItsFileWasDeletedIsNotKept() {
    var file = acme.file("content");
    var work = work(acme.draft(file));
    store.files().delete(acme.scope(), file.id());

    store.texts().keep(work, DOCUMENT);

    assertThat(number("select count(*) from texts")).isZero();
  }

  @Test
  void theSweeperTakesTextsOfFilesThatExpired() {
    var work = work(acme.draft(acme.expiring("content", clock.instant().plusSeconds(10))));
    store.texts().keep(work, DOCUMENT);

    clock.pass(java.time.Duration.ofSeconds(11));
    store.sweeper().sweep();

    assertThat(number("select count(*) from texts")).isZero();
  }

  @Test
  void beyondTheBoundThoseUnusedForLongestGo() {
    var old = work(acme.draft(acme.file("old")));
    var used = work(acme.draft(acme.file("used")));
    var young = work(acme.draft(acme.file("young")));
    for (var work : List.of(old, used, young)) {
      store.texts().keep(work, DOCUMENT);
      clock.pass(java.time.Duration.ofHours(2));
    }
    long size = number("select max(size) from texts");
    store.texts().of(used);

    store.texts().shrink(2 * size);

    assertThat(store.texts().of(old)).isEmpty();
    assertThat(store.texts().of(used)).isPresent();
    assertThat(store.texts().of(young)).isPresent();
  }
}
