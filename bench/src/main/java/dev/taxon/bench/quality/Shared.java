package dev.taxon.bench.quality;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the collections lie that are no part of the source: {@code shared} beside the checkout. */
public final class Shared {
  private Shared() {}

  /** {@code TAXON_SHARED} names another place. */
  public static Path folder() {
    String named = System.getenv("TAXON_SHARED");
    Path folder = named == null ? Path.of("../shared") : Path.of(named);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "there are no collections in " + folder + "; --collection DIR names one");
    }
    return folder;
  }
}
