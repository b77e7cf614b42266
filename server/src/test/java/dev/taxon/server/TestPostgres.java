package dev.taxon.server;

import dev.taxon.store.StoreSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of the test's own; where none can start, the test is skipped aloud. */
public final class TestPostgres implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final AtomicInteger databases = new AtomicInteger();

  private TestPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  public static TestPostgres start() {
    try {
      return new TestPostgres(EmbeddedPostgres.start());
    } catch (IOException | RuntimeException e) {
      if (System.getenv("CI") != null) {
        throw new IllegalStateException("PostgreSQL must start where CI is set", e);
      }
      System.err.println("skipped: no PostgreSQL can start here: " + e.getMessage());
      Assumptions.abort("no PostgreSQL can start here: " + e.getMessage());
      throw new AssertionError("abort does not return", e);
    }
  }

  public StoreSettings emptyDatabase(Path data) {
    String name = "taxon" + databases.incrementAndGet();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new StoreSettings(data, postgres.getJdbcUrl("postgres", name), null, null, 4);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
