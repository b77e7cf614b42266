package dev.taxon.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * One PostgreSQL server for all tests of this run: the one that {@code TAXON_TEST_POSTGRES} names
 * (a JDBC URL of a superuser), else an embedded one. Where neither is to be had the test is skipped
 * aloud, and fails where CI is set.
 */
final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable String url;
  private static @Nullable String shared;

  private TestPostgres() {}

  /** Settings for a database of the caller's own, without tables. */
  static StoreSettings emptyDatabase(Path data) {
    var server = url();
    var name = "taxon_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    try (var connection = DriverManager.getConnection(server);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return settings(data, server.replaceFirst("(//[^/]+/)[^?]*", "$1" + name));
  }

  /** Settings for the database that tests share one after the other: all tables, no rows. */
  static synchronized StoreSettings emptiedDatabase(Path data) {
    if (shared == null) {
      shared = emptyDatabase(data).databaseUrl();
      Store.open(settings(data, shared), new TestClock()).close();
    }
    try (var connection = DriverManager.getConnection(shared);
        var statement = connection.createStatement()) {
      statement.execute("truncate organizations, scheduled_tasks, answers cascade");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return settings(data, shared);
  }

  private static StoreSettings settings(Path data, String url) {
    return new StoreSettings(data, url, null, null, 4);
  }

  private static synchronized String url() {
    if (url != null) {
      return url;
    }
    var given = System.getenv("TAXON_TEST_POSTGRES");
    try {
      // stops with this process; as root it runs in a user namespace of its own
      url = given != null ? given : embedded();
      return url;
    } catch (IOException | RuntimeException e) {
      if (System.getenv("CI") != null) {
        throw new IllegalStateException("PostgreSQL must start where CI is set", e);
      }
      var reason = "skipped: no PostgreSQL can start here: " + e.getMessage();
      System.err.println(reason);
      return Assumptions.abort(reason);
    }
  }

  /** Nothing in it is worth surviving a power cut. */
  private static String embedded() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "off")
        .setServerConfig("full_page_writes", "off")
        .start()
        .getJdbcUrl("postgres", "postgres");
  }
}
