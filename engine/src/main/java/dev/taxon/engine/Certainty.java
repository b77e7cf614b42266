package dev.taxon.engine;

import java.util.List;

/**
 * How sure an answer is: two logistic regressions, one for "this type is right", one for "none of
 * the rules is right".
 *
 * <p>The best witness for none is a known kind outside the rules that fits better than any inside,
 * so most features say how much of what the document may be the rules cover. Scans and short texts
 * have terms of their own, as damaged and missing words make every other feature less telling.
 *
 * @param right weights in the order of {@link Features#NAMES}, the constant last
 * @param none alike
 */
record Certainty(List<Double> right, List<Double> none) {
  private static final double LEAST = 1e-4;
  static final double LOWEST = 0.01;
  static final double HIGHEST = 0.99;

  Certainty {
    right = List.copyOf(right);
    none = List.copyOf(none);
  }

  static Certainty of(Fitted fitted, String way) {
    return new Certainty(
        Features.NAMES.stream().map(name -> fitted.get(way + "right." + name)).toList(),
        Features.NAMES.stream().map(name -> fitted.get(way + "none." + name)).toList());
  }

  /**
   * What is known of the winner.
   *
   * @param probability of the winner among the rules, 0 to 1
   * @param second of the runner-up, 0 where there is none
   * @param types how many rules compete, at least 1
   * @param covered how much of what the document may be the rules mean together, 0 to 1
   * @param mass how much of it the winner means, 0 to 1
   * @param nearest how far the best kind that any rule means stays behind the best of all, in
   *     natural log odds
   * @param behind how far the winner's kinds stay behind the best of all, in natural log odds
   * @param likely probability of the likeliest kind, 0 to 1
   * @param meaning see {@link Knowing#meaning} of the winner
   * @param words how many words were read
   * @param scan whether some page was recognized in a picture
   */
  record Features(
      double probability,
      double second,
      int types,
      double covered,
      double mass,
      double nearest,
      double behind,
      double likely,
      double meaning,
      int words,
      boolean scan) {
    private static final int SHORT = 100;

    /** Names of {@link #values}, and of the constant after them. */
    static final List<String> NAMES =
        List.of(
            "top",
            "margin",
            "types",
            "covered",
            "mass",
            "nearest",
            "behind",
            "likely",
            "meaning",
            "words",
            "scan",
            "short",
            "constant");

    List<Double> values() {
      return List.of(
          logit(probability),
          StrictMath.log(probability / (second + 1e-6)),
          StrictMath.log(types),
          logit(covered),
          StrictMath.log(mass + LEAST),
          1 / (1 + StrictMath.exp(nearest - 1)),
          Math.min(behind, 20),
          logit(likely),
          10 * meaning,
          StrictMath.log1p(words),
          scan ? 1.0 : 0,
          words < SHORT ? 1 - words / (double) SHORT : 0);
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

  private static double logistic(List<Double> weights, Features features) {
    List<Double> values = features.values();
    double sum = weights.getLast();
    for (int i = 0; i < values.size(); i++) {
      sum += weights.get(i) * values.get(i);
    }
    return Math.min(HIGHEST, Math.max(LOWEST, 1 / (1 + StrictMath.exp(-sum))));
  }
}
