package dev.taxon.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a data folder is opened, and when it is left alone. */
class SqliteOpeningTest {
  /** What a newer version of this program would know. */
  static final Migrations.Steps LATER =
      new Migrations.Steps(
          Stream.concat(
                  Migrations.Steps.OURS.locations().stream(),
                  Stream.of("classpath:dev/taxon/store/later"))
              .toList(),
          "1000");

  @TempDir Path temporary;
  private final TestClock clock = new TestClock();

  private Path data() {
    return temporary.resolve("data");
  }

  private Store open() {
    return Store.open(StoreSettings.sqlite(data()), clock);
  }

  private Store openLater() {
    return Store.open(StoreSettings.sqlite(data()), clock, Announcer.NONE, LATER);
  }

  /** The file as it is now, to compare with later. */
  private Path copy(Path file) throws IOException {
    return Files.copy(file, temporary.resolve(file.getFileName() + ".before"));
  }

  private static void sql(Path file, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static long number(Path file, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : -1;
    }
  }

  @Test
  void theFolderIsMadeForItsOwnerOnly() throws IOException {
    Path deep = temporary.resolve("a/b c/ü");
    try (var store = Store.open(StoreSettings.sqlite(deep), clock)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep)))
          .isEqualTo("rwx------");
      assertThat(store.database()).startsWith("SQLite 3.");
      assertThat(store.isReady()).isTrue();
    }
  }

  @Test
  void whatWasKeptIsThereAfterTheNextStart() {
    Job job;
    try (var store = open()) {
      job = Tenant.of(store, "Acme").job("x");
    }
    try (var store = open()) {
      var key = store.access().authenticate("secret of Acme").orElseThrow();
      assertThat(store.jobs().find(key.scope(), Wire.V1, job.id())).contains(job);
      assertThat(store.access().isEmpty()).isFalse();
    }
  }

  @Test
  void webhooksThatWereKeptInTheClearAreHandedOverToBeSealedOrForgotten() throws SQLException {
    Job waiting;
    try (var store = open()) {
      var acme = Tenant.of(store, "Acme");
      waiting = acme.job("x");
      store.course().jobCancelled(acme.job("y").id());
    }
    // as it was before webhooks were rows of their own
    sql(
        data().resolve("taxon.db"),
        "drop table delivery_attempts",
        "drop table deliveries",
        "drop table job_webhooks",
        "drop table webhooks",
        "drop table unsealed_webhooks",
        "alter table jobs add column webhooks text",
        "update jobs set webhooks = '[{}]'",
        "delete from flyway_schema_history where version = '7'");
    try (var store = Store.open(StoreSettings.sqlite(data()), clock, DeliveriesKit.PLAIN)) {
      var before = store.webhooks().unsealed(10);
      assertThat(before).hasSize(1);
      assertThat(before.getFirst().jobId()).isEqualTo(waiting.id());
      assertThat(before.getFirst().json()).isEqualTo("[{}]");
      var draft = new WebhookDraft("https://a.example/", null, Webhook.Format.JSON, "sealed", true);
      store.webhooks().sealed(before.getFirst(), List.of(draft));
      store.webhooks().sealed(before.getFirst(), List.of(draft));

      assertThat(store.webhooks().unsealed(10)).isEmpty();
      store.course().jobCancelled(waiting.id());
      assertThat(store.deliveries().claim("one", clock.instant().plusSeconds(9), 9, Map.of(), 9))
          .hasSize(1);
    }
  }

  @Test
  void writesAreSyncedAndForeignKeysAreChecked() throws SQLException {
    try (var store = open();
        var connection = store.queueConnections().getConnection();
        var statement = connection.createStatement()) {
      for (var setting :
          List.of("journal_mode=wal", "synchronous=2", "foreign_keys=1", "busy_timeout=10000")) {
        var parts = setting.split("=", 2);
        try (var rows = statement.executeQuery("pragma " + parts[0])) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getString(1)).as(parts[0]).isEqualTo(parts[1]);
        }
      }
    }
  }

  @Test
  void aSecondServerIsRefusedWithTheFoldersName() throws Exception {
    try (var store = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessage(
              "The data folder "
                  + data()
                  + " is in use by another Taxon server: stop that one, or give this one a folder"
                  + " of its own.");
      // nor does the refusal loosen the lock for another process
      try (var other = HoldFolder.start(data(), null)) {
        assertThat(other.said())
            .startsWith("The data folder " + data() + " is in use by another Taxon server");
      }
      assertThat(store.isReady()).isTrue();
    }
    open().close();
  }

  @Test
  void aServerThatDiedLetsGo() throws Exception {
    try (var other = HoldFolder.start(data(), null)) {
      assertThat(other.said()).startsWith("holds SQLite 3.");
      assertThatThrownBy(this::open).isInstanceOf(StoreUnavailable.class);
      Files.writeString(data().resolve("tmp/put-half"), "half an upload");

      other.kill();

      try (var store = open()) {
        assertThat(store.isReady()).isTrue();
        assertThat(data().resolve("tmp")).isEmptyDirectory();
      }
    }
  }

  @Test
  void dataOfANewerVersionIsRefusedAndLeftUntouched() throws IOException {
    openLater().close();
    var before = copy(data().resolve("taxon.db"));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage(
            "The data in "
                + data()
                + " was written by a newer version of Taxon (tables 1000, this version knows "
                + Migrations.Steps.OURS.newest()
                + "):"
                + " start the newer version, or restore a backup from "
                + data().resolve("backups")
                + ".");

    assertThat(data().resolve("taxon.db")).hasSameBinaryContentAs(before);
    openLater().close();
  }

  @Test
  void dataOfANewerVersionThatDiedIsRefusedAndLeftUntouched() throws Exception {
    // a copy while it is open: the log is not yet folded into the file
    Path copy = temporary.resolve("copy");
    Files.createDirectories(copy);
    try (var store = openLater()) {
      Tenant.of(store, "Acme");
      for (var name : List.of("taxon.db", "taxon.db-wal")) {
        Files.copy(data().resolve(name), copy.resolve(name));
      }
    }
    var file = copy(copy.resolve("taxon.db"));
    var log = copy(copy.resolve("taxon.db-wal"));
    assertThat(log).isNotEmptyFile();

    assertThatThrownBy(() -> Store.open(StoreSettings.sqlite(copy), clock))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer version of Taxon (tables 1000, this version knows ");

    assertThat(copy.resolve("taxon.db")).hasSameBinaryContentAs(file);
    assertThat(copy.resolve("taxon.db-wal")).hasSameBinaryContentAs(log);
  }

  @Test
  void theFileIsBackedUpBeforeItsTablesChange() throws Exception {
    Job job;
    try (var store = open()) {
      job = Tenant.of(store, "Acme").job("x");
    }

    openLater().close();

    Path backup =
        data().resolve("backups/taxon-v" + Migrations.Steps.OURS.newest() + "-20260302T091500Z.db");
    assertThat(data().resolve("backups")).isDirectoryContaining(file -> file.equals(backup));
    assertThat(number(backup, "select count(*) from jobs where id = '" + job.id() + "'"))
        .isEqualTo(1);
    assertThat(number(backup, "select max(version) from flyway_schema_history"))
        .isEqualTo(Long.parseLong(Migrations.Steps.OURS.newest()));
    assertThat(number(data().resolve("taxon.db"), "select count(*) from jobs")).isEqualTo(1);

    // put back, it is a data folder again
    Files.copy(
        backup, data().resolve("taxon.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (var store = open()) {
      assertThat(store.access().authenticate("secret of Acme")).isPresent();
    }
  }

  @Test
  void nothingIsBackedUpWhenNothingChanges() {
    open().close();
    open().close();

    assertThat(data().resolve("backups")).doesNotExist();
  }

  @Test
  void aStepThatFailsChangesNothing() throws Exception {
    open().close();
    // in the way of the later step
    sql(data().resolve("taxon.db"), "alter table jobs add column priority integer");

    assertThatThrownBy(this::openLater)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageStartingWith("The database " + data().resolve("taxon.db") + " cannot be opened");

    open().close();
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftUntouched() throws IOException {
    Files.createDirectories(data());
    Files.writeString(data().resolve("taxon.db"), "no database ".repeat(1_000));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("taxon.db cannot be opened")
        .hasMessageContaining("file is not a database");

    assertThat(data().resolve("taxon.db")).hasContent("no database ".repeat(1_000));
  }

  @Test
  void anotherProgramsDatabaseIsRefusedAndLeftUntouched() throws Exception {
    Files.createDirectories(data());
    sql(data().resolve("taxon.db"), "create table songs (title text)");
    var before = copy(data().resolve("taxon.db"));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("belongs to another program (it has a table named songs)");

    assertThat(data().resolve("taxon.db")).hasSameBinaryContentAs(before);
  }

  @Test
  void aFirstStartThatWasCutShortIsDoneAgain() throws IOException {
    Files.createDirectories(data());
    Files.createFile(data().resolve("taxon.db"));

    open().close();

    assertThat(data().resolve("backups")).doesNotExist();
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    Files.writeString(data(), "a file", UTF_8);

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage("The data folder " + data() + " cannot be used: there is a file of that name.");
  }

  @Test
  void aRefusalLeavesTheFolderUnlocked() throws IOException {
    Files.createDirectories(data());
    Files.writeString(data().resolve("taxon.db"), "no database ".repeat(1_000));
    assertThatThrownBy(this::open).isInstanceOf(StoreUnavailable.class);

    Files.delete(data().resolve("taxon.db"));

    open().close();
  }

  @Test
  void aFullDatabaseSaysSoAndGoesOnOnceThereIsRoom() throws SQLException {
    try (var store = open()) {
      var acme = Tenant.of(store, "Acme");
      pages(store, 1);
      var file = acme.newFile("x".repeat(1 << 20), null, null);

      assertThatThrownBy(() -> store.files().create(file)).isInstanceOf(StorageFull.class);
      assertThat(store.isReady()).isTrue();

      pages(store, 1 << 30);
      assertThat(store.files().create(file).name()).hasSize(1 << 20);
      assertThat(
              store
                  .files()
                  .list(acme.scope(), FileFilter.ANY, FileOrder.NEWEST_FIRST, null, 9)
                  .items())
          .hasSize(1);
    }
  }

  private static void pages(Store store, int atMost) throws SQLException {
    try (var connection = store.queueConnections().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("pragma max_page_count = " + atMost);
    }
  }

  @Test
  void theNewestStepIsTheOneThatIsSaid() throws SQLException {
    open().close();

    assertThat(number(data().resolve("taxon.db"), "select max(version) from flyway_schema_history"))
        .isEqualTo(Long.parseLong(Migrations.Steps.OURS.newest()));
  }
}
