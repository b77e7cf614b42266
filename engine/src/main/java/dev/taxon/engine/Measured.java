package dev.taxon.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the engine saw of one document under one rule set, as numbers: what a decision is made of
 * before anything is weighed. Measurements and the fit of {@link Fitted} work on it.
 */
public final class Measured {
  private final List<double[]> values;
  private final Witness[] witnesses;
  private final Whole whole;

  /** What concerns one rule: see {@link Certainty.Features}. */
  private record Witness(double mass, double behind, Certainty.Known known) {}

  /** What concerns the document. */
  private record Whole(
      double covered,
      double nearest,
      double likely,
      double reached,
      double meant,
      double asksForKind,
      int words,
      boolean scan) {}

  private Measured(List<double[]> values, Witness[] witnesses, Whole whole) {
    this.values = values;
    this.witnesses = witnesses;
    this.whole = whole;
  }

  static Measured of(Reading reading, Knowing knowing, Patterns patterns, KnowingWeights weights) {
    var values = new ArrayList<double[]>();
    var witnesses = new Witness[patterns.patterns().size()];
    for (var pattern : patterns.patterns()) {
      values.add(
          weights.score(reading, knowing, pattern).parts().stream()
              .mapToDouble(Part::value)
              .toArray());
      int rule = pattern.rule();
      witnesses[rule] = new Witness(knowing.mass(rule), knowing.behind(rule), knowing.known(rule));
    }
    return new Measured(
        List.copyOf(values),
        witnesses,
        new Whole(
            knowing.covered(),
            knowing.nearest(),
            knowing.likely(),
            knowing.reached(),
            knowing.meant(),
            knowing.asksForKind(),
            reading.words(),
            reading.isScan()));
  }

  /** Names of a rule's parts, in the order of {@link #values}. */
  public static List<String> parts() {
    return KnowingWeights.PARTS;
  }

  /** Names of what confidence is made of, in the order of {@link #features}; the constant last. */
  public static List<String> featureNames() {
    return Certainty.Features.NAMES;
  }

  /** Whether a feature is made of known kinds, which say nothing where rules ask for topics. */
  public static boolean isOfKinds(String feature) {
    return Certainty.Features.OF_KINDS.contains(feature);
  }

  /** How far the rules ask for kinds of documents, and not for topics: 0 to 1. */
  public double asksForKind() {
    return whole.asksForKind();
  }

  /** How many rules there are. */
  public int rules() {
    return values.size();
  }

  /** What each part found for a rule. */
  public double[] values(int rule) {
    return values.get(rule).clone();
  }

  /** How the rules share 1 under weights of the parts. */
  public double[] shares(double[] weights) {
    var shares = new double[rules()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int rule = 0; rule < shares.length; rule++) {
      for (int part = 0; part < weights.length; part++) {
        shares[rule] += weights[part] * values.get(rule)[part];
      }
      largest = Math.max(largest, shares[rule]);
    }
    double sum = 0;
    for (int rule = 0; rule < shares.length; rule++) {
      shares[rule] = StrictMath.exp(shares[rule] - largest);
      sum += shares[rule];
    }
    for (int rule = 0; rule < shares.length; rule++) {
      shares[rule] /= sum;
    }
    return shares;
  }

  /** The rule with the largest share, the first of equal ones. */
  public static int winner(double[] shares) {
    int best = 0;
    for (int rule = 1; rule < shares.length; rule++) {
      if (shares[rule] > shares[best]) {
        best = rule;
      }
    }
    return best;
  }

  /** What the confidence in the winner of {@link #shares} is made of, 1 for the constant last. */
  public double[] features(double[] shares) {
    int winner = winner(shares);
    double second = 0;
    for (int rule = 0; rule < shares.length; rule++) {
      second = rule == winner ? second : Math.max(second, shares[rule]);
    }
    var witness = witnesses[winner];
    var made =
        new Certainty.Features(
                shares[winner],
                second,
                shares.length,
                whole.covered(),
                witness.mass(),
                whole.nearest(),
                witness.behind(),
                whole.likely(),
                whole.reached(),
                whole.meant(),
                witness.known(),
                Arrays.stream(values.get(winner)).boxed().toList(),
                whole.asksForKind(),
                whole.words(),
                whole.scan())
            .values();
    var features = new double[made.size() + 1];
    for (int i = 0; i < made.size(); i++) {
      features[i] = made.get(i);
    }
    features[made.size()] = 1;
    return features;
  }
}
