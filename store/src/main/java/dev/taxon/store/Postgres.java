package dev.taxon.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** PostgreSQL: instants are {@code timestamptz}, ids {@code uuid}; rows and names are locked. */
final class Postgres implements Dialect {
  /** Connections that write, shared with the work queue. */
  private static final int WRITERS = 6;

  private static final long CONNECT_MILLIS = 10_000;

  @Override
  public Map<String, String> words() {
    return Map.ofEntries(
        Map.entry("uuid", "uuid"),
        Map.entry("moment", "timestamptz"),
        Map.entry("flag", "boolean"),
        Map.entry("long", "bigint"),
        Map.entry("double", "double precision"),
        Map.entry("bytes", "bytea"),
        Map.entry("bytewise", "collate \"C\""),
        Map.entry("strict", ""),
        Map.entry("queue_moment", "timestamptz"),
        Map.entry("queue_flag", "boolean"));
  }

  /**
   * @throws StoreUnavailable when the server does not let us in; the sentence has no password
   */
  static Database open(PostgresAddress address, int readers) {
    var writers = pool(address, "taxon-writers", WRITERS);
    try {
      return new Database(new Postgres(), pool(address, "taxon-readers", readers), writers);
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  private static HikariDataSource pool(PostgresAddress address, String name, int size) {
    var config = new HikariConfig();
    config.setPoolName(name);
    address.configure(config);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(CONNECT_MILLIS);
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw address.unavailable(e);
    }
  }

  @Override
  public void teach(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new UuidArgument());
    jdbi.registerColumnMapper(
        Instant.class,
        (ColumnMapper<Instant>)
            (row, column, context) -> {
              var moment = row.getObject(column, OffsetDateTime.class);
              return moment == null ? null : moment.toInstant();
            });
    jdbi.registerColumnMapper(
        UUID.class,
        (ColumnMapper<UUID>) (row, column, context) -> row.getObject(column, UUID.class));
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }

  private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
    UuidArgument() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }

  @Override
  public void hold(Handle transaction, String name) {
    transaction
        .createQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) held")
        .bind("name", name)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public String forUpdate() {
    return "for update";
  }

  @Override
  public String forShare() {
    return "for share";
  }

  @Override
  public boolean isFull(SQLException failure) {
    return "53100".equals(failure.getSQLState());
  }

  @Override
  public boolean isUnavailable(SQLException failure) {
    var state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || (state != null && (state.startsWith("08") || state.startsWith("57P")));
  }

  @Override
  public String versionQuery() {
    return "select split_part(current_setting('server_version'), ' ', 1)";
  }

  @Override
  public String product() {
    return "PostgreSQL";
  }
}
