package dev.taxon;

import java.time.Duration;

/**
 * What reading one file may cost at most. Each bound is at least 1.
 *
 * @param bytes size of the file, and of anything unpacked from it
 * @param pages pages that are read, after the choice
 * @param characters text kept in all, in UTF-16 code units; more is cut and the document says so
 * @param nesting containers inside containers: mails in mails, elements in elements
 * @param time from start to answer, wall clock
 */
public record ReadLimits(long bytes, int pages, int characters, int nesting, Duration time) {
  /** 512 MiB, 1,000 pages, 5 million characters, 100 levels, 2 minutes. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(512L << 20, 1_000, 5_000_000, 100, Duration.ofMinutes(2));

  public ReadLimits {
    if (bytes < 1 || pages < 1 || characters < 1 || nesting < 1 || !time.isPositive()) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }
}
