package dev.taxon.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceTest {
  /** By width: (.95+.92-2)/4 and (.15+.12-1)/4 in absolute size make .0325 + .1825. */
  @Test
  void theErrorByWidthIsTheMeanGapOfEachTenthOfTheScale() {
    var confidence = new Confidence();
    confidence.add(0.95, true);
    confidence.add(0.92, true);
    confidence.add(0.15, true);
    confidence.add(0.12, false);
    assertThat(confidence.errorByWidth()).isCloseTo(0.215, within(1e-12));
  }

  /** Ten bins of two: nine without a gap, one of .5 and .5 both wrong: 2 * .5 / 20. */
  @Test
  void theErrorByMassPutsEquallyManyCasesInEachBin() {
    var confidence = new Confidence();
    for (int i = 0; i < 18; i++) {
      confidence.add(1, true);
    }
    confidence.add(0.5, false);
    confidence.add(0.5, false);
    assertThat(confidence.errorByMass()).isCloseTo(0.05, within(1e-12));
  }

  /** Of 2 * 3 pairs .9 beats all three, .5 beats one, ties one, loses to one: 4.5 of 6. */
  @Test
  void separationIsTheShareOfPairsInWhichTheRightAnswerIsSurer() {
    var confidence = new Confidence();
    confidence.add(0.9, true);
    confidence.add(0.5, true);
    confidence.add(0.5, false);
    confidence.add(0.7, false);
    confidence.add(0.1, false);
    assertThat(confidence.separation()).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void reviewingTheLeastSureFindsItsShareOfTheErrors() {
    var confidence = new Confidence();
    confidence.add(0.1, false);
    confidence.add(0.2, true);
    confidence.add(0.8, false);
    confidence.add(0.9, true);
    assertThat(confidence.caught(0.25)).isEqualTo(0.5);
    assertThat(confidence.caught(0.11)).isZero();
    assertThat(confidence.caught(1)).isEqualTo(1);
  }
}
