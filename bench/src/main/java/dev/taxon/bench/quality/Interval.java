package dev.taxon.bench.quality;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where a share lies with 95 % probability, by the percentile bootstrap (Efron 1979) over
 * documents.
 */
record Interval(double low, double high) {
  private static final int SAMPLES = 2_000;
  private static final long SEED = 11;

  /** Of the share of cases that hold; the same digits every time. */
  static Interval of(boolean[] holds) {
    if (holds.length == 0) {
      throw new IllegalArgumentException("there are no cases");
    }
    var random = new SplittableRandom(SEED);
    var shares = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      int count = 0;
      for (int i = 0; i < holds.length; i++) {
        count += holds[random.nextInt(holds.length)] ? 1 : 0;
      }
      shares[sample] = (double) count / holds.length;
    }
    Arrays.sort(shares);
    return new Interval(
        shares[(int) (0.025 * SAMPLES)], shares[(int) Math.ceil(0.975 * SAMPLES) - 1]);
  }
}
