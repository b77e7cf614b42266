package dev.taxon.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite: write-ahead log, synced at every commit, one connection that writes and some that read.
 * Instants are integers of microseconds since 1970, ids are text.
 */
final class Sqlite implements Dialect {
  /** How long a connection waits for a lock that another program holds. */
  private static final int BUSY_MILLIS = 10_000;

  private static final int JOURNAL_BYTES = 64 << 20;

  @Override
  public Map<String, String> words() {
    return Map.ofEntries(
        Map.entry("uuid", "text"),
        Map.entry("moment", "integer"),
        Map.entry("flag", "integer"),
        Map.entry("long", "integer"),
        Map.entry("double", "real"),
        Map.entry("bytes", "blob"),
        Map.entry("bytewise", ""),
        Map.entry("strict", "strict"),
        Map.entry("queue_moment", "timestamp"),
        Map.entry("queue_flag", "bit"));
  }

  static Database open(Path file, int readers) {
    var writer = new HikariConfig();
    writer.setPoolName("taxon-writer");
    writer.setDataSource(writing(file));
    writer.setMaximumPoolSize(1);
    writer.setMaxLifetime(0);
    var reader = new HikariConfig();
    reader.setPoolName("taxon-readers");
    reader.setDataSource(reading(file));
    reader.setReadOnly(true);
    reader.setMaximumPoolSize(readers);
    reader.setMaxLifetime(0);
    // the writer first: it makes the log that readers read
    var writers = new HikariDataSource(writer);
    return new Database(new Sqlite(), new HikariDataSource(reader), writers);
  }

  static DataSource writing(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setJournalSizeLimit(JOURNAL_BYTES);
    return source(file, config);
  }

  static DataSource reading(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return source(file, config);
  }

  private static DataSource source(Path file, SQLiteConfig config) {
    config.setBusyTimeout(BUSY_MILLIS);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public void teach(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new UuidArgument());
    jdbi.registerColumnMapper(
        Instant.class,
        (ColumnMapper<Instant>)
            (row, column, context) -> {
              long micros = row.getLong(column);
              return row.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            });
    jdbi.registerColumnMapper(
        UUID.class,
        (ColumnMapper<UUID>)
            (row, column, context) -> {
              var text = row.getString(column);
              return text == null ? null : UUID.fromString(text);
            });
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      long micros = ChronoUnit.MICROS.between(Instant.EPOCH, value);
      return (position, statement, context) -> statement.setLong(position, micros);
    }
  }

  private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
    UuidArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      var text = value.toString();
      return (position, statement, context) -> statement.setString(position, text);
    }
  }

  /** Nothing to do: whoever writes is the only one. */
  @Override
  public void hold(Handle transaction, String name) {}

  @Override
  public String forUpdate() {
    return "";
  }

  @Override
  public String forShare() {
    return "";
  }

  @Override
  public boolean isFull(SQLException failure) {
    return failure instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
  }

  @Override
  public boolean isUnavailable(SQLException failure) {
    return failure instanceof SQLTransientConnectionException
        || (failure instanceof SQLiteException sqlite
            && (sqlite.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_BUSY.code);
  }

  @Override
  public String versionQuery() {
    return "select sqlite_version()";
  }

  @Override
  public String product() {
    return "SQLite";
  }
}
