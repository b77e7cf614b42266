package dev.taxon.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Connections for reading and for writing. Reading never waits for writing: on SQLite the one
 * writer has a pool of its own.
 */
final class Database implements AutoCloseable {
  /** Work with a database connection. */
  interface Work<R> extends HandleCallback<R, SQLException> {}

  private final Dialect dialect;
  private final HikariDataSource readers;
  private final HikariDataSource writers;
  private final Jdbi reading;
  private final Jdbi writing;

  Database(Dialect dialect, HikariDataSource readers, HikariDataSource writers) {
    this.dialect = dialect;
    this.readers = readers;
    this.writers = writers;
    this.reading = jdbi(readers);
    this.writing = jdbi(writers);
  }

  private Jdbi jdbi(DataSource source) {
    var jdbi = Jdbi.create(source);
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    dialect.teach(jdbi);
    return jdbi;
  }

  Dialect dialect() {
    return dialect;
  }

  DataSource writers() {
    return writers;
  }

  /** Statements that change nothing, each seeing what was committed before it. */
  <R> R read(Work<R> work) {
    try {
      return reading.withHandle(work);
    } catch (SQLException | JdbiException e) {
      throw explained(e);
    }
  }

  /** One transaction: all of it or nothing. Must not be called within another. */
  <R> R write(Work<R> work) {
    try {
      return writing.inTransaction(work);
    } catch (SQLException | JdbiException e) {
      throw explained(e);
    }
  }

  String version() {
    return dialect.product()
        + " "
        + read(db -> db.createQuery(dialect.versionQuery()).mapTo(String.class).one());
  }

  private RuntimeException explained(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        if (dialect.isFull(sql)) {
          return new StorageFull(failure);
        }
        if (dialect.isUnavailable(sql)) {
          return new StoreUnavailable("The database does not answer.", failure);
        }
      }
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }

  /** A list in SQL: an empty one matches nothing. */
  static final EmptyHandling NOTHING = EmptyHandling.NULL_KEYWORD;

  @Override
  public void close() {
    readers.close();
    // last, so that SQLite tidies its write-ahead log
    writers.close();
  }
}
