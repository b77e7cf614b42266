package dev.taxon.store;

/**
 * Removes what nothing refers to any more: blobs, temporary files, expired files and idempotency
 * keys.
 */
public final class Sweeper {
  Sweeper() {}

  /**
   * What one sweep removed.
   *
   * @param bytes freed in the blob folder
   */
  public record Sweep(int files, int blobs, int temporaryFiles, long bytes) {}

  /**
   * Safe at any time, beside uploads and jobs, and after a crash; doing it twice does nothing more.
   */
  public Sweep sweep() {
    throw new IllegalStateException("not built");
  }
}
