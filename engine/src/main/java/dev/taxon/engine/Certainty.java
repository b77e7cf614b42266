package dev.taxon.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How sure an answer is: two logistic regressions, one for "this type is right", one for "none of
 * the rules is right".
 *
 * <p>The best witness for none is a known kind outside the rules that fits better than any inside,
 * so most features say how much of what the document may be the rules cover. Scans and short texts
 * have terms of their own, as damaged and missing words make every other feature less telling.
 *
 * <p>Rules that ask for a topic, an intent or an opinion say nothing of kinds of document: that a
 * text looks like a news article is no reason against "sports". For those a second pair does
 * without kinds; in between the two are mixed.
 *
 * @param right weights in the order of {@link Features#NAMES}, the constant last
 * @param none alike
 * @param plainRight alike, 0 for what kinds say
 * @param plainNone alike
 */
record Certainty(
    List<Double> right, List<Double> none, List<Double> plainRight, List<Double> plainNone) {
  private static final double LEAST = 1e-4;
  static final double LOWEST = 0.01;
  static final double HIGHEST = 0.99;

  Certainty {
    right = List.copyOf(right);
    none = List.copyOf(none);
    plainRight = List.copyOf(plainRight);
    plainNone = List.copyOf(plainNone);
  }

  static Certainty of(Fitted fitted, String way) {
    return new Certainty(
        weights(fitted, way + "right."),
        weights(fitted, way + "none."),
        weights(fitted, way + "plain.right."),
        weights(fitted, way + "plain.none."));
  }

  private static List<Double> weights(Fitted fitted, String prefix) {
    return Features.NAMES.stream().map(name -> fitted.get(prefix + name)).toList();
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
   * @param reached see {@link Knowing#reached}
   * @param meant see {@link Knowing#meant}
   * @param parts what the winner's parts found, in the order of {@link KnowingWeights#PARTS}
   * @param asksForKind see {@link RuleMeaning#asksForKind}
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
      double reached,
      double meant,
      List<Double> parts,
      double asksForKind,
      int words,
      boolean scan) {
    private static final int SHORT = 100;

    Features {
      parts = List.copyOf(parts);
    }

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
            "reached",
            "outside",
            "title",
            "saidWords",
            "saidEarly",
            "meaning",
            "head",
            "words",
            "scan",
            "short",
            "constant");

    /** Those that are made of known kinds. */
    static final Set<String> OF_KINDS =
        Set.of("covered", "mass", "nearest", "behind", "likely", "reached", "outside");

    List<Double> values() {
      return Stream.of(
              logit(probability),
              StrictMath.log(probability / (second + 1e-6)),
              StrictMath.log(types),
              logit(covered),
              StrictMath.log(mass + LEAST),
              1 / (1 + StrictMath.exp(nearest - 1)),
              Math.min(behind, 20),
              logit(likely),
              logit(reached),
              likely * (1 - meant),
              parts.get(0),
              parts.get(2),
              parts.get(3),
              10 * parts.get(7),
              10 * parts.get(8),
              StrictMath.log1p(words),
              scan ? 1.0 : 0,
              words < SHORT ? 1 - words / (double) SHORT : 0)
          .toList();
    }
  }

  private static double logit(double p) {
    double inside = Math.min(1 - LEAST, Math.max(LEAST, p));
    return StrictMath.log(inside / (1 - inside));
  }

  /** The probability that the winner is right, {@value #LOWEST} to {@value #HIGHEST}. */
  double right(Features features) {
    return mixed(right, plainRight, features);
  }

  /** The probability that none of the rules is right, {@value #LOWEST} to {@value #HIGHEST}. */
  double none(Features features) {
    return mixed(none, plainNone, features);
  }

  private static double mixed(List<Double> weights, List<Double> plain, Features features) {
    List<Double> values = features.values();
    double share = features.asksForKind();
    double mixed = share * logistic(weights, values) + (1 - share) * logistic(plain, values);
    return Math.min(HIGHEST, Math.max(LOWEST, mixed));
  }

  private static double logistic(List<Double> weights, List<Double> values) {
    double sum = weights.getLast();
    for (int i = 0; i < values.size(); i++) {
      sum += weights.get(i) * values.get(i);
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }
}
