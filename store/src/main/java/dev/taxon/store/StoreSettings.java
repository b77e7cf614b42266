package dev.taxon.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where things are kept.
 *
 * @param data a folder of its own; made when it is missing
 * @param databaseUrl {@code jdbc:postgresql://…} (user and password in it or beside it), or null
 *     for SQLite in {@code data/taxon.db}
 * @param databaseUser null when the URL says it
 * @param databasePassword null when the URL says it; never logged
 * @param readers connections for reading, at least 1
 */
public record StoreSettings(
    Path data,
    @Nullable String databaseUrl,
    @Nullable String databaseUser,
    @Nullable String databasePassword,
    int readers) {
  /** SQLite in the given folder. */
  public static StoreSettings sqlite(Path data) {
    return new StoreSettings(data, null, null, null, 4);
  }

  /** Without the URL, user and password: these are nobody's to read in a log. */
  @Override
  public String toString() {
    return databaseUrl == null ? "SQLite in " + data : "PostgreSQL, blobs in " + data;
  }
}
