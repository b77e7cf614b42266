package dev.taxon.server.http.call;

import java.time.Duration;

/**
 * How long and how slow bodies may be.
 *
 * @param maxJsonBytes of one JSON body
 * @param maxUploadBytes of one file
 * @param grace after which the average speed of a body counts
 */
public record Bodies(int maxJsonBytes, long maxUploadBytes, Duration grace) {
  /** Slower than any line that a program would be used over. */
  static final int LEAST_PER_SECOND = 1024;

  /** What a form may have beside its file. */
  private static final long BESIDE_THE_FILE = 1 << 20;

  /** Those that are dropped anyway, for a few seconds. */
  static final Bodies DROPPED = new Bodies(Integer.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(1));

  long most() {
    return maxUploadBytes > Long.MAX_VALUE - BESIDE_THE_FILE
        ? Long.MAX_VALUE
        : maxUploadBytes + BESIDE_THE_FILE;
  }

  boolean isTooSlow(long bytes, Duration since) {
    return since.compareTo(grace) > 0
        && bytes < since.toMillis() * (double) LEAST_PER_SECOND / 1_000;
  }
}
