package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project keeps no more files and bytes than it may, also when many come at once. */
abstract class QuotaKit extends StoreKit {
  private static final Quota TWO_FILES = new Quota(2, 0);
  private static final Quota TEN_BYTES = new Quota(0, 10);

  private Tenant acme;

  @BeforeEach
  void tenant() {
    acme = Tenant.of(store, "Acme");
  }

  private StoredFile create(String content, Quota quota) {
    return store
        .files()
        .create(
            store.files().draft(acme.newFile(content, acme.blob(content), null), quota),
            Answering.unkept());
  }

  @Test
  void aFileTooManyIsNotMade() {
    create("a", TWO_FILES);
    var second = create("b", TWO_FILES);

    assertThatThrownBy(() -> create("c", TWO_FILES))
        .isInstanceOf(QuotaReached.class)
        .hasMessageContaining("has 2 files and may have 2");
    assertThatThrownBy(() -> store.files().admit(acme.project().id(), TWO_FILES))
        .isInstanceOf(QuotaReached.class);
    assertThat(number("select count(*) from files")).isEqualTo(2);

    store.files().delete(acme.scope(), second.id());
    create("c", TWO_FILES);
  }

  @Test
  void bytesTooManyAreNotKept() {
    create("12345", TEN_BYTES);

    assertThatThrownBy(() -> create("123456", TEN_BYTES))
        .isInstanceOf(QuotaReached.class)
        .hasMessageContaining("keeps 5 bytes and may keep 10");
    create("54321", TEN_BYTES);
  }

  @Test
  void theBytesOfAnAnnouncedFileCountWhenTheyCome() {
    var announced = acme.placeholder("later");
    create("1234567", TEN_BYTES);

    assertThatThrownBy(() ->
            store.files().contentUploaded(announced.id(), acme.blob("1234"), "txt", TEN_BYTES))
        .isInstanceOf(QuotaReached.class);
    assertThat(store.files().contentUploaded(announced.id(), acme.blob("123"), "txt", TEN_BYTES))
        .isPresent();
    // what replaces its own bytes counts by the difference
    assertThat(store.files().contentUploaded(announced.id(), acme.blob("321"), "txt", TEN_BYTES))
        .isPresent();
  }

  @Test
  void filesThatExpiredAndThoseOfOthersDoNotCount() {
    acme.expiring("short", clock.instant().plusSeconds(60));
    create("long", TWO_FILES);
    Tenant.of(store, "Other").file("theirs");
    clock.pass(Duration.ofMinutes(2));

    create("new", TWO_FILES);
    assertThatThrownBy(() -> create("one more", TWO_FILES)).isInstanceOf(QuotaReached.class);
  }

  @Test
  void tenAtOnceMakeNoMoreThanMayBe() throws InterruptedException {
    Callable<Boolean> one =
        () -> {
          try {
            create("x", TWO_FILES);
            return true;
          } catch (QuotaReached reached) {
            return false;
          }
        };

    assertThat(atOnce(Collections.nCopies(10, one))).filteredOn(made -> made).hasSize(2);
    assertThat(number("select count(*) from files")).isEqualTo(2);
  }
}
