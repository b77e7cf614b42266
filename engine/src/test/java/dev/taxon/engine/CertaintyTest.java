package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertaintyTest {
  private static final List<String> NAMES = Certainty.Features.NAMES;

  @Test
  void aRuleWithoutARivalIsNoSurerForBeingAhead() {
    List<Double> values = features(1, 1, 0).values();

    assertThat(value("top", values)).isZero();
    assertThat(value("margin", values)).isZero();
    assertThat(value("alone", values)).isEqualTo(1);
    assertThat(values).isEqualTo(features(1, 0.2, 0.1).values());
  }

  @Test
  void beingAheadOfARivalCounts() {
    List<Double> values = features(2, 0.9, 0.1).values();

    assertThat(value("top", values)).isPositive();
    assertThat(value("margin", values)).isPositive();
    assertThat(value("alone", values)).isZero();
  }

  private static double value(String name, List<Double> values) {
    return values.get(NAMES.indexOf(name));
  }

  private static Certainty.Features features(int types, double probability, double second) {
    return new Certainty.Features(
        probability,
        second,
        types,
        0.5,
        0.5,
        1,
        1,
        0.5,
        0.5,
        0.5,
        new Certainty.Known(0.5, false, 1, 0, 0.9),
        Collections.nCopies(KnowingWeights.PARTS.size(), 0.0),
        1,
        200,
        false);
  }
}
