package dev.taxon.store;

import java.io.IOException;

/** No room left for what was to be written; nothing of it was kept. */
public final class DiskFull extends IOException {
  private static final long serialVersionUID = 1L;

  public DiskFull(IOException cause) {
    super("no space left on the data folder's disk", cause);
  }

  /** Java has no type for it; these are the words of Linux, macOS and Windows. */
  static boolean isMeantBy(IOException failure) {
    var message = String.valueOf(failure.getMessage());
    return message.contains("No space left on device")
        || message.contains("Disk quota exceeded")
        || message.contains("There is not enough space on the disk");
  }
}
