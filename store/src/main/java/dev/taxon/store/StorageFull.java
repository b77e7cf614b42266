package dev.taxon.store;

/**
 * The database has no room left to write; nothing of the call was kept. Any method that changes
 * rows may throw it; trying again helps once room was made. Bytes that find no room are {@link
 * DiskFull}.
 */
public final class StorageFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageFull(Throwable cause) {
    super("no space left for the database", cause);
  }
}
