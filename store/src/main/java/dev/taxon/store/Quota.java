package dev.taxon.store;

/**
 * How much a project may keep.
 *
 * @param files at most, 0 for any number
 * @param bytes of all their contents at most, 0 for any number
 */
public record Quota(long files, long bytes) {
  /** As much as there is room for. */
  public static final Quota NONE = new Quota(0, 0);

  public Quota {
    if (files < 0 || bytes < 0) {
      throw new IllegalArgumentException("a quota is not negative");
    }
  }

  boolean isNone() {
    return files == 0 && bytes == 0;
  }

  /**
   * Passes when a project that has {@code usedFiles} and {@code usedBytes} may have so much more.
   *
   * @throws QuotaReached when it may not
   */
  void admit(long usedFiles, long usedBytes, long moreFiles, long moreBytes) {
    if (files > 0 && moreFiles > 0 && usedFiles + moreFiles > files) {
      throw new QuotaReached(
          "The project has " + usedFiles + " files and may have " + files + "; delete some first");
    }
    if (bytes > 0 && usedBytes + moreBytes > bytes) {
      throw new QuotaReached(
          "The project keeps "
              + usedBytes
              + " bytes and may keep "
              + bytes
              + "; delete some files first");
    }
  }
}
