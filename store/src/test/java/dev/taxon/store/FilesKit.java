package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files: what was said of them, who sees them, and their lists. */
abstract class FilesKit extends StoreKit {
  private Tenant acme;
  private Tenant other;

  @BeforeEach
  void twoTenants() {
    acme = Tenant.of(store, "Acme");
    other = Tenant.of(store, "Other");
  }

  @Test
  void aFileIsFoundAsItWasMade() {
    var made =
        store
            .files()
            .create(
                new NewFile(
                    acme.project().id(),
                    "ordner/Rechnung März 発票 🧾.pdf",
                    "external/äß",
                    "pdf",
                    5_000_000_000L,
                    acme.blob("x"),
                    "classify",
                    Instant.parse("1969-12-31T23:59:59.999999Z"),
                    "{\"a\":1}",
                    "{}",
                    "source",
                    TestClock.START.plusSeconds(60)));

    assertThat(store.files().find(acme.scope(), made.id())).contains(made);
    assertThat(store.files().findSigned(made.id())).contains(made);
    assertThat(made.name()).isEqualTo("ordner/Rechnung März 発票 🧾.pdf");
    assertThat(made.lastModifiedAt()).isEqualTo("1969-12-31T23:59:59.999999Z");
    assertThat(made.declaredSize()).isEqualTo(5_000_000_000L);
  }

  @Test
  void aFileOfWhichLittleIsKnownIsFoundAsItWasMade() {
    var made =
        store
            .files()
            .create(
                new NewFile(
                    acme.project().id(),
                    "n",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));

    assertThat(store.files().find(acme.scope(), made.id())).contains(made);
    assertThat(made.blob()).isNull();
  }

  @Test
  void momentsAreKeptToTheMicrosecondAndNoFurther() {
    var made =
        store
            .files()
            .create(acme.newFile("n", null, Instant.parse("2030-01-01T00:00:00.123456789Z")));

    assertThat(made.expiresAt()).isEqualTo("2030-01-01T00:00:00.123456Z");
    assertThat(made.createdAt()).isEqualTo(made.createdAt().truncatedTo(ChronoUnit.MICROS));
    assertThat(store.files().find(acme.scope(), made.id())).contains(made);
  }

  @Test
  void charactersThatNoDatabaseKeepsAreReplaced() {
    var made = store.files().create(acme.newFile("a\0b\ud83dc 🧾", null, null));

    assertThat(made.name()).isEqualTo("a\ufffdb\ufffdc 🧾");
    assertThat(store.files().find(acme.scope(), made.id())).contains(made);
  }

  @Test
  void anotherTenantSeesNothing() {
    var file = acme.file("x");

    assertThat(store.files().find(other.scope(), file.id())).isEmpty();
    assertThat(store.files().delete(other.scope(), file.id())).isFalse();
    assertThat(all(other.scope(), FileFilter.ANY)).isEmpty();
    // not even when a scope mixes one's own organization with somebody else's project
    var mixed = new Scope(other.key().organizationId(), acme.project().id());
    assertThat(store.files().find(mixed, file.id())).isEmpty();
    assertThat(all(mixed, FileFilter.ANY)).isEmpty();
    assertThat(store.files().find(acme.scope(), file.id())).contains(file);
  }

  @Test
  void aProjectSeesItsFilesAndAnOrganizationAllOfThem() {
    var second = store.access().createProject(acme.key().organizationId(), "second");
    var inFirst = acme.file("1");
    var inSecond = new Tenant(store, second, acme.key()).file("2");

    var first = new Scope(acme.key().organizationId(), acme.project().id());
    assertThat(store.files().find(first, inFirst.id())).isPresent();
    assertThat(store.files().find(first, inSecond.id())).isEmpty();
    assertThat(all(first, FileFilter.ANY)).containsExactly(inFirst);
    assertThat(all(acme.scope(), FileFilter.ANY)).containsExactly(inSecond, inFirst);
  }

  @Test
  void filesMadeAndDeletedWhilePagingShiftNothing() {
    var files = new ArrayList<StoredFile>();
    for (int i = 0; i < 5; i++) {
      files.add(acme.file("file " + i));
    }
    var scope = acme.scope();
    var newest = FileOrder.NEWEST_FIRST;

    var first = store.files().list(scope, FileFilter.ANY, newest, null, 2);
    acme.file("made meanwhile");
    store.files().delete(scope, files.get(3).id());
    var second = store.files().list(scope, FileFilter.ANY, newest, first.next(), 2);
    var third = store.files().list(scope, FileFilter.ANY, newest, second.next(), 2);

    assertThat(first.items()).containsExactly(files.get(4), files.get(3));
    assertThat(second.items()).containsExactly(files.get(2), files.get(1));
    assertThat(third.items()).containsExactly(files.get(0));
    assertThat(third.next()).isNull();
  }

  @Test
  void aFullLastPageHasNoNext() {
    acme.file("1");
    acme.file("2");

    var page = store.files().list(acme.scope(), FileFilter.ANY, FileOrder.NEWEST_FIRST, null, 2);

    assertThat(page.items()).hasSize(2);
    assertThat(page.next()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, true",
    "NAME, false",
    "ID, true",
    "ID, false",
    "CREATED_AT, true",
    "CREATED_AT, false",
    "UPDATED_AT, false"
  })
  void everyOrderPagesThroughAllFilesOnce(FileOrder.Field field, boolean ascending) {
    var files = new ArrayList<StoredFile>();
    // the same name twice, one with the mark that places are written with, beyond ASCII and BMP
    for (var name : List.of("b", "a", "b", "Z", "a.b", "é", "", "𝒳", "\uffee")) {
      files.add(acme.file(name));
    }
    Comparator<StoredFile> byField =
        switch (field) {
          case NAME -> Comparator.comparing(StoredFile::name, FilesKit::byCodePoints);
          case ID -> (_, _) -> 0;
          case CREATED_AT -> Comparator.comparing(StoredFile::createdAt);
          case UPDATED_AT -> Comparator.comparing(StoredFile::updatedAt);
        };
    var order = byField.thenComparing(file -> file.id().toString());
    files.sort(ascending ? order : order.reversed());

    var listed = new ArrayList<StoredFile>();
    String after = null;
    do {
      var page =
          store
              .files()
              .list(acme.scope(), FileFilter.ANY, new FileOrder(field, ascending), after, 2);
      listed.addAll(page.items());
      after = page.next();
    } while (after != null);

    assertThat(listed).containsExactlyElementsOf(files);
  }

  private static int byCodePoints(String a, String b) {
    return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  @Test
  void aPlaceFromAnotherOrderIsNoPlace() {
    acme.file("1");
    acme.file("2");
    var byId = new FileOrder(FileOrder.Field.ID, true);
    var next = store.files().list(acme.scope(), FileFilter.ANY, byId, null, 1).next();

    assertThatThrownBy(
            () -> store.files().list(acme.scope(), FileFilter.ANY, FileOrder.NEWEST_FIRST, next, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void filtersAreJoinedByAnd() {
    var a = described("same", "e1", "s1");
    var b = described("same", "e2", null);
    var c = described("else", "e1", null);

    assertThat(all(acme.scope(), new FileFilter(null, "same", null, null, false)))
        .containsExactly(b, a);
    assertThat(all(acme.scope(), new FileFilter(null, null, "e1", null, false)))
        .containsExactly(c, a);
    assertThat(all(acme.scope(), new FileFilter(null, null, null, "s1", false))).containsExactly(a);
    assertThat(all(acme.scope(), new FileFilter(null, null, null, null, true)))
        .containsExactly(c, b);
    assertThat(all(acme.scope(), new FileFilter(null, "same", "e1", null, true))).isEmpty();
    var ids = List.of(a.id(), c.id(), other.file("x").id(), UUID.randomUUID());
    assertThat(all(acme.scope(), new FileFilter(ids, null, null, null, false)))
        .containsExactly(c, a);
    assertThat(all(acme.scope(), new FileFilter(List.of(), null, null, null, false))).isEmpty();
  }

  private StoredFile described(String name, String externalFileId, @Nullable String source) {
    return store
        .files()
        .create(
            new NewFile(
                acme.project().id(),
                name,
                externalFileId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                source,
                null));
  }

  @Test
  void theLastContentUploadedCounts() {
    var file = acme.placeholder("n");
    store.files().contentUploaded(file.id(), acme.blob("first"), "txt");
    clock.pass(Duration.ofSeconds(1));

    var uploaded = store.files().contentUploaded(file.id(), acme.blob("second"), "pdf");

    assertThat(uploaded).isEqualTo(store.files().find(acme.scope(), file.id()));
    assertThat(uploaded.orElseThrow().blob()).isEqualTo(acme.blob("second"));
    assertThat(uploaded.orElseThrow().fileType()).isEqualTo("pdf");
    assertThat(uploaded.orElseThrow().updatedAt()).isAfter(file.updatedAt());
    assertThat(uploaded.orElseThrow().createdAt()).isEqualTo(file.createdAt());
  }

  @Test
  void contentForAFileThatIsGoneIsForNothing() {
    var file = acme.placeholder("n");
    store.files().delete(acme.scope(), file.id());

    assertThat(store.files().contentUploaded(file.id(), acme.blob("x"), null)).isEmpty();
  }

  @Test
  void aFileIsDeletedOnce() {
    var file = acme.file("x");

    assertThat(store.files().delete(acme.scope(), file.id())).isTrue();
    assertThat(store.files().delete(acme.scope(), file.id())).isFalse();
    assertThat(store.files().find(acme.scope(), file.id())).isEmpty();
    assertThat(store.files().findSigned(file.id())).isEmpty();
  }

  @Test
  void anExpiredFileIsGoneAtOnce() {
    var file = acme.expiring("x", TestClock.START.plusSeconds(60));
    clock.pass(Duration.ofSeconds(59));
    assertThat(store.files().find(acme.scope(), file.id())).isPresent();

    clock.pass(Duration.ofSeconds(1));

    assertThat(store.files().find(acme.scope(), file.id())).isEmpty();
    assertThat(store.files().findSigned(file.id())).isEmpty();
    assertThat(store.files().contentUploaded(file.id(), acme.blob("y"), null)).isEmpty();
    assertThat(store.files().delete(acme.scope(), file.id())).isFalse();
    assertThat(all(acme.scope(), FileFilter.ANY)).isEmpty();
  }

  @Test
  void filesMadeAtTheSameMomentStillHaveAnOrder() {
    var first = acme.file("1");
    var second = acme.file("2");

    assertThat(second.createdAt()).isAfter(first.createdAt());
    assertThat(second.id().toString()).isGreaterThan(first.id().toString());
  }

  private List<StoredFile> all(Scope scope, FileFilter filter) {
    return store.files().list(scope, filter, FileOrder.NEWEST_FIRST, null, 1_000).items();
  }
}
