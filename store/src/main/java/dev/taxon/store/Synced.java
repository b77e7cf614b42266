package dev.taxon.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What must be on the disk and not only on its way. */
final class Synced {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private Synced() {}

  /**
   * Makes a folder's names survive a power cut. Windows does it by itself and refuses to be told.
   */
  static void folder(Path folder) throws IOException {
    if (WINDOWS) {
      return;
    }
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
