package dev.taxon.engine.kind;

import dev.taxon.engine.profile.ProfileTable;
import dev.taxon.engine.shape.Shape;
import dev.taxon.engine.shape.Trait;
import org.jspecify.annotations.Nullable;

/**
 * What kind of document a text is, and what it is about: a probability for every known kind, as a
 * softmax over what speaks for each. Kinds and subjects are two questions, so each has a softmax of
 * its own.
 *
 * <p>Eight things speak, each linear: a title, strong phrases, usual phrases, phrases against, a
 * title anywhere, how the text looks beside how the kind does, its words beside those with which
 * the kind's documents open, and, with an encoder, the meaning of the opening against that of the
 * kind's openings and of the first lines against its names.
 */
public final class Kinds {
  private static final double MIDDLE_COSINE = 0.6;
  private static final double LEAST = 1e-4;

  /** What a rule may mean beside known kinds, as a probability. */
  private static final double OTHERWISE = 0.15;

  private final ProfileTable table;
  private final double[] traits;
  private final double[] evidence;
  private final double[] probability;
  private final int likeliest;

  /**
   * Weighs what was seen.
   *
   * @param words vector of the sum of the text's words
   * @param opening vector of the text's first characters, or null without an encoder
   * @param head vector of its first lines, or null without an encoder
   * @param weights what each of them is worth
   */
  public Kinds(
      Seen seen,
      Shape shape,
      float[] words,
      float @Nullable [] opening,
      float @Nullable [] head,
      KindWeights weights) {
    table = seen.table();
    traits = traits(shape, weights);
    evidence = new double[seen.profiles()];
    float[] alike = table.wordCosines(words);
    double likeness = opening == null ? weights.words() : weights.wordsBesideOpening();
    float[] near = opening == null ? null : table.openingCosines(opening);
    for (int p = 0; p < evidence.length; p++) {
      double sum = table.sumOfTraits(p, cues(seen, p, weights), traits) + likeness * alike[p];
      if (near != null && head != null) {
        sum += weights.opening() * near[p];
        sum += weights.label() * (table.labelCosine(p, head) - MIDDLE_COSINE);
      }
      evidence[p] = sum;
    }
    probability = new double[evidence.length];
    share(false);
    share(true);
    likeliest = mostEvident();
  }

  private static double cues(Seen seen, int profile, KindWeights weights) {
    double sum = 0;
    if (seen.isAny(profile)) {
      double[] features = seen.features(profile);
      for (int i = 0; i < features.length; i++) {
        sum += weights.cues().get(i) * features[i];
      }
    }
    return sum;
  }

  private boolean isSubject(int profile) {
    return table.isSubject(profile);
  }

  /** Lets all subjects, or all kinds that are none, share 1. */
  private void share(boolean subjects) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < evidence.length; p++) {
      largest = isSubject(p) == subjects ? Math.max(largest, evidence[p]) : largest;
    }
    double whole = 0;
    for (int p = 0; p < evidence.length; p++) {
      if (isSubject(p) == subjects) {
        probability[p] = StrictMath.exp(evidence[p] - largest);
        whole += probability[p];
      }
    }
    for (int p = 0; p < evidence.length; p++) {
      probability[p] /= isSubject(p) == subjects ? whole : 1;
    }
  }

  private static double[] traits(Shape shape, KindWeights weights) {
    var worth = new double[Trait.ALL.size()];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = weights.traits().get(i) * (shape.value(Trait.ALL.get(i)) - weights.usual().get(i));
    }
    return worth;
  }

  /**
   * What having a trait, or not, speaks for a kind that usually has it, in natural log odds; below
   * 0 where the text has less of it than most.
   */
  public double trait(Trait trait) {
    return traits[Trait.ALL.indexOf(trait)];
  }

  /** How likely the text is of a kind among all kinds, or about a subject among all subjects. */
  public double probability(int profile) {
    return probability[profile];
  }

  /** What speaks for a kind, in natural log odds up to a constant. */
  public double evidence(int profile) {
    return evidence[profile];
  }

  /** The likeliest kind that is no subject. */
  public int likeliest() {
    return likeliest;
  }

  private int mostEvident() {
    int best = -1;
    for (int p = 0; p < evidence.length; p++) {
      if (!isSubject(p) && (best < 0 || evidence[p] > evidence[best])) {
        best = p;
      }
    }
    return Math.max(best, 0);
  }

  /** How likely the three likeliest kinds that are no subjects are together, 0 to 1. */
  public double likeliestThree() {
    double first = 0;
    double second = 0;
    double third = 0;
    for (int p = 0; p < probability.length; p++) {
      double each = isSubject(p) ? 0 : probability[p];
      if (each > first) {
        third = second;
        second = first;
        first = each;
      } else if (each > second) {
        third = second;
        second = each;
      } else {
        third = Math.max(third, each);
      }
    }
    return first + second + third;
  }

  /**
   * How much of what the text may be a rule means: 0 (nothing) to {@code ln(1/0.0001)} (all), a
   * logarithm.
   *
   * @param mass see {@link #mass}
   */
  public static double met(double mass) {
    return StrictMath.log(mass + LEAST) - StrictMath.log(LEAST);
  }

  /** The probability that the text is of a kind that the rule means, 0 to 1. */
  public double mass(RuleKinds rule) {
    double mass = 0;
    for (int p = 0; p < probability.length; p++) {
      mass += probability[p] * rule.share(p);
    }
    return Math.min(1, mass);
  }

  /**
   * How likely a text that looks like it is of this rule's is of a kind that the rule excludes by
   * its name, 0 to 1.
   */
  public double excluded(RuleKinds rule) {
    double excluded = 0;
    for (int p : rule.excluded()) {
      excluded += isSubject(p) ? 0 : probability[p] * rule.excluded(p);
    }
    return excluded == 0 ? 0 : excluded / (excluded + mass(rule) + OTHERWISE);
  }

  /**
   * How far the best kind that a rule means stays behind the best of all, in natural log odds, at
   * least 0.
   */
  public double behind(RuleKinds rule) {
    double best = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < evidence.length; p++) {
      best = Math.max(best, evidence[p] + rule.logShare(p));
    }
    return Math.max(0, evidence[likeliest] - best);
  }

  /** The kind that contributes most to what a rule meets. */
  public int through(RuleKinds rule) {
    int best = 0;
    double most = -1;
    for (int p = 0; p < probability.length; p++) {
      double contribution = probability[p] * rule.share(p);
      if (contribution > most) {
        most = contribution;
        best = p;
      }
    }
    return best;
  }
}
