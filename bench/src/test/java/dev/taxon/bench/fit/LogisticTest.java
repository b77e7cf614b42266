package dev.taxon.bench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticTest {
  private static Logistic.Case of(double feature, boolean holds) {
    return new Logistic.Case(
        List.of(feature, 1.0), holds ? List.of(1.0, 0.0) : List.of(0.0, 1.0), 1);
  }

  /** Where the feature is 1 three of four hold, where it is -1 one of four: both are told back. */
  @Test
  void probabilitiesAreTheSharesThatWereSeen() {
    var cases = new ArrayList<Logistic.Case>();
    for (int i = 0; i < 400; i++) {
      cases.add(of(1, i % 4 != 0));
      cases.add(of(-1, i % 4 == 0));
    }
    double[][] weights = Logistic.fit(cases);
    assertThat(Logistic.probabilities(weights, List.of(1.0, 1.0))[0]).isCloseTo(0.75, within(0.01));
    assertThat(Logistic.probabilities(weights, List.of(-1.0, 1.0))[0])
        .isCloseTo(0.25, within(0.01));
    assertThat(Logistic.fit(cases)).isDeepEqualTo(weights);
  }

  @Test
  void aFeatureThatNeverChangesGetsNothing() {
    double[][] weights = Logistic.fit(List.of(of(3, true), of(3, false), of(3, true), of(3, true)));
    assertThat(weights[0][0]).isZero();
    assertThat(Logistic.probabilities(weights, List.of(3.0, 1.0))[0]).isCloseTo(0.75, within(1e-3));
  }
}
