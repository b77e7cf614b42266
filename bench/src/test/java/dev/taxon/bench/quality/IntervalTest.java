package dev.taxon.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IntervalTest {
  /** A share of .5 over 100 cases has a standard error of .05, so about .4 to .6. */
  @Test
  void aShareLiesWithinAboutTwoStandardErrors() {
    var holds = new boolean[100];
    Arrays.fill(holds, 0, 50, true);
    Interval interval = Interval.of(holds);
    assertThat(interval.low()).isBetween(0.38, 0.42);
    assertThat(interval.high()).isBetween(0.58, 0.62);
    assertThat(Interval.of(holds)).isEqualTo(interval);
  }

  @Test
  void whatAlwaysHoldsLeavesNoDoubt() {
    assertThat(Interval.of(new boolean[] {true, true})).isEqualTo(new Interval(1, 1));
  }
}
