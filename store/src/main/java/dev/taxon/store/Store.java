package dev.taxon.store;

import java.time.Clock;
import javax.sql.DataSource;

/**
 * The one way into the room: opens the database and the blob folder, and hands out what stands on
 * them.
 */
public final class Store implements AutoCloseable {
  private Store() {}

  /**
   * Locks the data folder, backs up a SQLite file that is to be migrated, migrates, and opens.
   *
   * @throws StoreUnavailable with one sentence: another server holds the folder, the data is of a
   *     newer version, the folder cannot be written, the database cannot be reached
   */
  public static Store open(StoreSettings settings, Clock clock) {
    throw new IllegalStateException("not built");
  }

  public Access access() {
    throw new IllegalStateException("not built");
  }

  public Files files() {
    throw new IllegalStateException("not built");
  }

  public Blobs blobs() {
    throw new IllegalStateException("not built");
  }

  public Jobs jobs() {
    throw new IllegalStateException("not built");
  }

  public Sweeper sweeper() {
    throw new IllegalStateException("not built");
  }

  /** The connections that the work queue uses for itself; on SQLite the one writer. */
  public DataSource queueConnections() {
    throw new IllegalStateException("not built");
  }

  /** {@code SQLite 3.x} or {@code PostgreSQL 18.x}, for logs. */
  public String database() {
    throw new IllegalStateException("not built");
  }

  /**
   * Whether the database answers a trivial query and the blob folder can be written; for readiness.
   */
  public boolean isReady() {
    throw new IllegalStateException("not built");
  }

  @Override
  public void close() {
    throw new IllegalStateException("not built");
  }
}
