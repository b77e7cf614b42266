package dev.taxon.engine;

import java.util.List;

/**
 * How sure an answer is: two logistic regressions, one for "this type is right", one for "none of
 * the rules is right".
 *
 * <p>The best witness for none is a known kind outside the rules that fits better than any inside,
 * so most features say how much of what the document may be the rules cover. Fitted on development
 * documents, each once with its own rule and once without it, and on documents that no rule fits,
 * under three wordings; by cross-validation over documents.
 */
record Certainty(List<Double> right, List<Double> none) {
  private static final double LEAST = 1e-4;
  static final double LOWEST = 0.01;
  static final double HIGHEST = 0.99;

  Certainty {
    right = List.copyOf(right);
    none = List.copyOf(none);
  }

  /**
   * What is known of the winner.
   *
   * @param probability of the winner among the rules, 0 to 1
   * @param second of the runner-up, 0 where there is none
   * @param covered how much of what the document may be the rules mean together, 0 to 1
   * @param mass how much of it the winner means, 0 to 1
   * @param nearest how far the best kind that any rule means stays behind the best of all, in
   *     natural log odds
   * @param behind how far the winner's kinds stay behind the best of all, in natural log odds
   * @param words how many words were read
   */
  record Features(
      double probability,
      double second,
      double covered,
      double mass,
      double nearest,
      double behind,
      int words) {
    List<Double> values() {
      return List.of(
          logit(probability),
          StrictMath.log(probability / (second + 1e-6)),
          logit(covered),
          StrictMath.log(mass + LEAST),
          1 / (1 + StrictMath.exp(nearest - 1)),
          Math.min(behind, 20),
          StrictMath.log1p(words));
    }
  }

  private static double logit(double p) {
    double inside = Math.min(1 - LEAST, Math.max(LEAST, p));
    return StrictMath.log(inside / (1 - inside));
  }

  /** The probability that the winner is right, {@value #LOWEST} to {@value #HIGHEST}. */
  double right(Features features) {
    return logistic(right, features);
  }

  /** The probability that none of the rules is right, {@value #LOWEST} to {@value #HIGHEST}. */
  double none(Features features) {
    return logistic(none, features);
  }

  /** Weights in the order of the values, the constant last. */
  private static double logistic(List<Double> weights, Features features) {
    List<Double> values = features.values();
    double sum = weights.getLast();
    for (int i = 0; i < values.size(); i++) {
      sum += weights.get(i) * values.get(i);
    }
    return Math.min(HIGHEST, Math.max(LOWEST, 1 / (1 + StrictMath.exp(-sum))));
  }
}
