package dev.taxon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.NoSuchMapperException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Columns read as the dialect keeps them. */
final class Rows {
  private Rows() {}

  static UUID uuid(ResultSet row, String column, StatementContext context) throws SQLException {
    return Objects.requireNonNull(uuidOrNull(row, column, context), column);
  }

  static @Nullable UUID uuidOrNull(ResultSet row, String column, StatementContext context)
      throws SQLException {
    return mapper(UUID.class, context).map(row, column, context);
  }

  static Instant instant(ResultSet row, String column, StatementContext context)
      throws SQLException {
    return Objects.requireNonNull(instantOrNull(row, column, context), column);
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column, StatementContext context)
      throws SQLException {
    return mapper(Instant.class, context).map(row, column, context);
  }

  private static <T> ColumnMapper<T> mapper(Class<T> type, StatementContext context) {
    return context
        .findColumnMapperFor(type)
        .orElseThrow(() -> new NoSuchMapperException("no dialect reads " + type));
  }

  static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** The blob of a row, null where there is none. */
  static @Nullable Blob blobOrNull(ResultSet row) throws SQLException {
    var sha256 = row.getString("blob_sha256");
    return sha256 == null ? null : new Blob(sha256, row.getLong("blob_size"));
  }
}
