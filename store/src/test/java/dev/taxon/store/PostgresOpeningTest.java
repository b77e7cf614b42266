package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a database server is opened, and a folder shared. */
class PostgresOpeningTest {
  @TempDir Path temporary;
  private final TestClock clock = new TestClock();

  @Test
  void itSaysWhatItIs() {
    try (var store = Store.open(TestPostgres.emptyDatabase(temporary), clock)) {
      assertThat(store.database()).matches("PostgreSQL \\d+\\.\\d+");
      assertThat(store.isReady()).isTrue();
    }
  }

  @Test
  void whatWasKeptIsThereAfterTheNextStart() {
    var settings = TestPostgres.emptyDatabase(temporary);
    Job job;
    try (var store = Store.open(settings, clock)) {
      job = Tenant.of(store, "Acme").job("x");
    }
    try (var store = Store.open(settings, clock)) {
      var key = store.access().authenticate("secret of Acme").orElseThrow();
      assertThat(store.jobs().find(key.scope(), Wire.V1, job.id())).contains(job);
    }
  }

  @Test
  void serversOfOneDatabaseShareTheFolder() throws Exception {
    var settings = TestPostgres.emptyDatabase(temporary);
    try (var store = Store.open(settings, clock);
        var other = HoldFolder.start(temporary, settings.databaseUrl())) {
      assertThat(other.said()).startsWith("holds PostgreSQL ");
      var acme = Tenant.of(store, "Acme");
      assertThat(store.blobs().path(acme.blob("x"))).exists();
    }
  }

  @Test
  void aFolderThatServersShareIsNotOpenedAloneNorTwiceByOneProcess() {
    var settings = TestPostgres.emptyDatabase(temporary);
    try (var store = Store.open(settings, clock)) {
      for (var second : List.of(settings, StoreSettings.sqlite(temporary))) {
        assertThatThrownBy(() -> Store.open(second, clock))
            .isInstanceOf(StoreUnavailable.class)
            .hasMessageContaining("is in use by another Taxon server");
      }
      assertThat(store.isReady()).isTrue();
    }
  }

  @Test
  void serversThatStartAtOnceMakeTheTablesOnce() throws InterruptedException {
    var url = TestPostgres.emptyDatabase(temporary).databaseUrl();
    Callable<Boolean> first = () -> opens(temporary.resolve("1"), url);
    Callable<Boolean> second = () -> opens(temporary.resolve("2"), url);

    assertThat(StoreKit.atOnce(List.of(first, second))).containsOnly(true);
  }

  private boolean opens(Path folder, String url) {
    try (var store = Store.open(new StoreSettings(folder, url, null, null, 1), clock)) {
      return store.isReady();
    }
  }

  @Test
  void dataOfANewerVersionIsRefused() {
    var settings = TestPostgres.emptyDatabase(temporary);
    Store.open(settings, clock, Announcer.NONE, SqliteOpeningTest.LATER).close();

    assertThatThrownBy(() -> Store.open(settings, clock))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining(
            "was written by a newer version of Taxon (tables 1000, this version knows ");
    Store.open(settings, clock, Announcer.NONE, SqliteOpeningTest.LATER).close();
  }

  @Test
  void tablesOfAnOlderVersionAreBroughtUpToDate() throws SQLException {
    var settings = TestPostgres.emptyDatabase(temporary);
    Store.open(settings, clock).close();
    Store.open(settings, clock, Announcer.NONE, SqliteOpeningTest.LATER).close();

    try (var connection = DriverManager.getConnection(settings.databaseUrl());
        var rows = connection.createStatement().executeQuery("select max(priority) from jobs")) {
      assertThat(rows.next()).isTrue();
    }
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutThePassword() {
    var settings =
        new StoreSettings(temporary, "postgres://anna:hunter2@127.0.0.1:1/taxon", null, null, 1);

    assertThatThrownBy(() -> Store.open(settings, clock))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageStartingWith(
            "The PostgreSQL database at 127.0.0.1:1/taxon cannot be opened: Connection to"
                + " 127.0.0.1:1 refused.")
        .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("hunter2"));
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    var settings = TestPostgres.emptyDatabase(temporary);
    var missing =
        new StoreSettings(
            temporary,
            settings.databaseUrl().replaceFirst("taxon_[0-9_]+", "no_such_database"),
            null,
            null,
            1);

    assertThatThrownBy(() -> Store.open(missing, clock))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("database \"no_such_database\" does not exist");
  }

  private static String stackTrace(Throwable failure) {
    var text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
