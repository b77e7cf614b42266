package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is removed, and above all what is not. */
abstract class SweeperKit extends StoreKit {
  private static final Sweeper.Sweep NOTHING = new Sweeper.Sweep(0, 0, 0, 0);
  private static final Duration PAST_GRACE = Sweeper.GRACE.plusSeconds(1);

  private Tenant acme;

  @BeforeEach
  void aTenant() {
    acme = Tenant.of(store, "Acme");
  }

  private boolean isThere(Blob blob) {
    return Files.exists(store.blobs().path(blob));
  }

  @Test
  void bytesWithoutAFileGoAfterAnHour() {
    var blob = acme.blob("orphan");
    clock.pass(Duration.ofMinutes(59));
    assertThat(store.sweeper().sweep()).isEqualTo(NOTHING);
    assertThat(isThere(blob)).isTrue();

    clock.pass(Duration.ofMinutes(2));

    assertThat(store.sweeper().sweep()).isEqualTo(new Sweeper.Sweep(0, 1, 0, 6));
    assertThat(isThere(blob)).isFalse();
    assertThat(store.sweeper().sweep()).isEqualTo(NOTHING);
  }

  @Test
  void puttingTheSameBytesAgainStartsTheHourAgain() {
    var blob = acme.blob("orphan");
    clock.pass(Duration.ofMinutes(59));
    acme.blob("orphan");
    clock.pass(Duration.ofMinutes(59));

    assertThat(store.sweeper().sweep()).isEqualTo(NOTHING);
    assertThat(isThere(blob)).isTrue();
  }

  @Test
  void bytesOfAFileStay() {
    var file = acme.file("x");
    clock.pass(Duration.ofDays(1_000));

    assertThat(store.sweeper().sweep()).isEqualTo(NOTHING);
    assertThat(isThere(acme.blob("x"))).isTrue();
    assertThat(store.files().find(acme.scope(), file.id())).isPresent();
  }

  @Test
  void bytesOfAJobStayWhenItsFileIsGone() {
    var file = acme.file("x");
    var blob = acme.blob("x");
    acme.draft(file).created();
    store.files().delete(acme.scope(), file.id());
    clock.pass(PAST_GRACE);

    assertThat(store.sweeper().sweep()).isEqualTo(NOTHING);
    assertThat(isThere(blob)).isTrue();
  }

  @Test
  void bytesThatNoFileHasAnyMoreGo() {
    var deleted = acme.file("deleted");
    var replaced = acme.file("replaced");
    var kept = acme.file("kept");
    store.files().delete(acme.scope(), deleted.id());
    store.files().contentUploaded(replaced.id(), acme.blob("other"), "txt");
    clock.pass(PAST_GRACE);

    assertThat(store.sweeper().sweep()).isEqualTo(new Sweeper.Sweep(0, 2, 0, 15));
    assertThat(isThere(acme.blob("other"))).isTrue();
    assertThat(store.files().find(acme.scope(), kept.id())).isPresent();
  }

  @Test
  void expiredFilesGoWithTheirBytes() {
    acme.expiring("short", TestClock.START.plusSeconds(60));
    acme.expiring("long", TestClock.START.plus(Duration.ofDays(9)));
    clock.pass(PAST_GRACE);

    assertThat(store.sweeper().sweep()).isEqualTo(new Sweeper.Sweep(1, 1, 0, 5));
    assertThat(number("select count(*) from files")).isEqualTo(1);
  }

  @Test
  void filesWhoseContentNeverCameGoWhenNoUrlCanBringItAnyMore() {
    acme.placeholder("never");
    clock.pass(Duration.ofDays(7));
    assertThat(store.sweeper().sweep()).isEqualTo(NOTHING);

    clock.pass(Duration.ofDays(1).plusSeconds(1));

    assertThat(store.sweeper().sweep()).isEqualTo(new Sweeper.Sweep(1, 0, 0, 0));
  }

  @Test
  void idempotencyKeysGoAfterADay() {
    acme.draft(acme.file("x")).idempotencyKey("k").created();
    clock.pass(Duration.ofHours(23));
    store.sweeper().sweep();
    assertThat(number("select count(*) from idempotency_keys")).isEqualTo(1);

    clock.pass(Duration.ofMinutes(61));
    store.sweeper().sweep();

    assertThat(number("select count(*) from idempotency_keys")).isZero();
    assertThat(number("select count(*) from jobs")).isEqualTo(1);
  }

  @Test
  void whatADeadUploadLeftGoesAfterAnHour() throws IOException {
    Path left = Files.writeString(folder.resolve("data/tmp/put-dead"), "half");
    Files.setLastModifiedTime(left, FileTime.from(clock.instant()));
    clock.pass(Duration.ofMinutes(59));
    assertThat(store.sweeper().sweep()).isEqualTo(NOTHING);

    clock.pass(Duration.ofMinutes(2));

    assertThat(store.sweeper().sweep()).isEqualTo(new Sweeper.Sweep(0, 0, 1, 0));
    assertThat(left).doesNotExist();
  }

  @Test
  void whatIsNotOursIsLeftAlone() throws IOException {
    var note = Files.writeString(folder.resolve("data/blobs/README"), "mine");
    var shelf = Files.createDirectories(folder.resolve("data/blobs/ab"));
    var strange = Files.writeString(shelf.resolve("not-a-blob"), "mine");
    for (var file : List.of(note, strange)) {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }
    clock.pass(PAST_GRACE);

    assertThat(store.sweeper().sweep()).isEqualTo(NOTHING);
    assertThat(note).exists();
    assertThat(strange).exists();
  }

  @Test
  void anUploadThatMeetsTheSweeperKeepsItsBytes() throws Exception {
    for (int round = 0; round < 50; round++) {
      var content = "round " + round;
      var old = acme.blob(content);
      clock.pass(PAST_GRACE);

      var files =
          atOnce(
              List.<Callable<StoredFile>>of(
                  () -> acme.file(content),
                  () -> {
                    store.sweeper().sweep();
                    return acme.file("another " + content);
                  }));

      assertThat(isThere(old)).as("round %s", round).isTrue();
      assertThat(files).allMatch(file -> isThere(acme.blob(file.name())));
    }
  }

  @Test
  void aJobThatMeetsItsFilesDeletionAndTheSweeperKeepsItsBytesOrIsNotMade() throws Exception {
    for (int round = 0; round < 50; round++) {
      var file = acme.file("round " + round);
      var blob = acme.blob("round " + round);
      clock.pass(PAST_GRACE);
      var creations = new ArrayList<JobCreation>();

      atOnce(
          List.<Callable<Boolean>>of(
              () -> creations.add(acme.draft(file).create()),
              () -> {
                store.files().delete(acme.scope(), file.id());
                store.sweeper().sweep();
                return true;
              }));

      assertThat(isThere(blob))
          .as("round %s", round)
          .isEqualTo(creations.getFirst() instanceof JobCreation.Created);
    }
  }
}
