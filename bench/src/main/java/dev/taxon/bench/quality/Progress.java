package dev.taxon.bench.quality;

/** Tells on standard error what is done now, each on a line with the seconds since the start. */
public final class Progress {
  private static final long BEGAN = System.nanoTime();

  private Progress() {}

  public static void tell(String what) {
    System.err.printf("%5.0f s  %s%n", (System.nanoTime() - BEGAN) / 1e9, what);
  }
}
