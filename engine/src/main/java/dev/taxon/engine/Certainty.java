package dev.taxon.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How sure an answer is: the chances that the likeliest type is right, that none of the rules is,
 * and that another rule is, which together make 1 (a multinomial logit).
 *
 * <p>The best witness for none is a known kind outside the rules that fits better than any inside,
 * so most features say how much of what the document may be the rules cover. Scans and short texts
 * have terms of their own, as damaged and missing words make every other feature less telling.
 *
 * <p>Rules that ask for a topic, an intent or an opinion say nothing of kinds of document: that a
 * text looks like a news article is no reason against "sports". For those a second set of weights
 * does without kinds; in between the two are mixed.
 *
 * @param right weights in the order of {@link Features#NAMES}, the constant last, against "another
 *     rule is right"
 * @param none alike
 * @param plainRight alike, 0 for what kinds say
 * @param plainNone alike
 */
record Certainty(
    List<Double> right, List<Double> none, List<Double> plainRight, List<Double> plainNone) {
  private static final double LEAST = 1e-4;

  /** How far one word alone leaves the answer open. */
  private static final double FEW = 0.4;

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
   * The likeliest kind beside the winner.
   *
   * @param shared how much the winner means it, 0 to 1
   * @param kin whether it is of the same family as the kind through which the winner is met
   * @param usual what its usual phrases say, 0 to about 6
   * @param against what phrases against it say, 0 to about 6
   * @param three how likely it and the two next kinds are together, 0 to 1
   */
  record Known(double shared, boolean kin, double usual, double against, double three) {}

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
   * @param known the likeliest kind beside the winner
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
      Known known,
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
            "alone",
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
            "shared",
            "kin",
            "usual",
            "against",
            "three",
            "constant");

    /** Those that are made of known kinds. */
    static final Set<String> OF_KINDS =
        Set.of(
            "covered", "mass", "nearest", "behind", "likely", "reached", "outside", "shared", "kin",
            "usual", "against", "three");

    List<Double> values() {
      // a rule without a rival is no surer for being ahead of all
      boolean alone = types == 1;
      return Stream.of(
              alone ? 0 : logit(probability),
              alone ? 0 : StrictMath.log(probability / (second + 1e-6)),
              StrictMath.log(types),
              alone ? 1.0 : 0,
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
              words < SHORT ? 1 - words / (double) SHORT : 0,
              known.shared(),
              known.kin() ? 1.0 : 0,
              known.usual(),
              known.against(),
              known.three())
          .toList();
    }
  }

  private static double logit(double p) {
    double inside = Math.min(1 - LEAST, Math.max(LEAST, p));
    return StrictMath.log(inside / (1 - inside));
  }

  /**
   * Chances of an answer, each {@value #LOWEST} to {@value #HIGHEST}; the rest to 1 is that of
   * another rule.
   *
   * @param right that the winner is right
   * @param none that none of the rules is right
   */
  record Chances(double right, double none) {
    static Chances of(double right, double none) {
      return new Chances(
          Math.clamp(right, LOWEST, HIGHEST - LOWEST), Math.clamp(none, LOWEST, HIGHEST - LOWEST));
    }

    /**
     * The same of so few different words: one word is right with {@code 1 - FEW} at most, ten with
     * {@code 1 - FEW / 10}.
     */
    Chances ofWords(int words) {
      double over = right - (1 - FEW / Math.max(1, words));
      return over <= 0 ? this : of(right - over, none + over);
    }

    /**
     * The same where the document may be of a kind that the winner excludes: then none is right.
     *
     * @param excluded how likely that is, 0 to 1
     */
    Chances withoutExcluded(double excluded) {
      return excluded == 0 ? this : of(right * (1 - excluded), none + right * excluded);
    }
  }

  /** What the features say. */
  Chances chances(Features features) {
    List<Double> values = features.values();
    double share = features.asksForKind();
    Chances kinds = chances(right, none, values);
    Chances plain = chances(plainRight, plainNone, values);
    return Chances.of(
        share * kinds.right() + (1 - share) * plain.right(),
        share * kinds.none() + (1 - share) * plain.none());
  }

  private static Chances chances(List<Double> right, List<Double> none, List<Double> values) {
    double toRight = sum(right, values);
    double toNone = sum(none, values);
    double largest = Math.max(0, Math.max(toRight, toNone));
    double rightShare = StrictMath.exp(toRight - largest);
    double noneShare = StrictMath.exp(toNone - largest);
    double whole = rightShare + noneShare + StrictMath.exp(-largest);
    return new Chances(rightShare / whole, noneShare / whole);
  }

  private static double sum(List<Double> weights, List<Double> values) {
    double sum = weights.getLast();
    for (int i = 0; i < values.size(); i++) {
      sum += weights.get(i) * values.get(i);
    }
    return sum;
  }
}
