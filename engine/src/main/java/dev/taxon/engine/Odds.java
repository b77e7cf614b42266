package dev.taxon.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Probabilities of the types and of "none of them", from points.
 *
 * <p>Where a type is for the rest, it takes the place of "none". Sums run in the order of the
 * points, and exponentials are those of {@link StrictMath}, so that neither the order of the rules
 * nor the machine reaches the last digit.
 *
 * @param ranked the types, likeliest first; equal ones in the user's order
 * @param none probability that no rule fits; of a rule set with a type for the rest, that nothing
 *     but this type fits
 */
record Odds(List<Ranked> ranked, double none) {
  private static final double LEAST = 0.000001;
  private static final double SMALL = 0.001;

  /** Every type has at least this share before it is compared. */
  private static final double FLOOR = 1e-9;

  private static final double MOST = 0.99;

  /** How many times the first type may be likelier than the second: exp(this * its lead). */
  private static final double TELLING_LEAD = 20;

  /** From this lead on, in natural log odds, nothing but the confidence that was learned counts. */
  private static final double PLAIN_LEAD = 0.5;

  /**
   * One type.
   *
   * @param probability that it is the right answer, {@value Odds#LEAST} to {@value Odds#MOST}
   * @param rest whether it is the type for the rest
   */
  record Ranked(Score score, double probability, boolean rest) {}

  /**
   * @param scores the best score of each type, in the user's order
   * @param nonePoints points of "none of them"
   * @param rest index of the type for the rest, or -1
   */
  static Odds of(List<Score> scores, double nonePoints, int rest) {
    var order = new ArrayList<>(scores);
    order.sort(Comparator.comparingDouble(Score::points).reversed());
    double largest = Math.max(nonePoints, order.getFirst().points());
    double noneShare = StrictMath.exp(nonePoints - largest);
    double sum = noneShare;
    for (var score : order) {
      sum += score.type() == rest ? 0 : StrictMath.exp(score.points() - largest);
    }
    var ranked = new ArrayList<Ranked>();
    for (var score : order) {
      boolean isRest = score.type() == rest;
      double share = isRest ? noneShare : StrictMath.exp(score.points() - largest);
      ranked.add(new Ranked(score, within(share / sum), isRest));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
    return new Odds(List.copyOf(ranked), within(noneShare / sum));
  }

  /**
   * How the types but the one for the rest share 1, by their points.
   *
   * @param scores the best score of each type, in the user's order
   */
  static double[] shares(List<Score> scores, int rest) {
    var order = new ArrayList<>(scores);
    order.sort(Comparator.comparingDouble(Score::points).reversed());
    double largest = order.getFirst().points();
    double sum = 0;
    for (var score : order) {
      sum += score.type() == rest ? 0 : StrictMath.exp(score.points() - largest);
    }
    var shares = new double[scores.size()];
    for (var score : scores) {
      shares[score.type()] =
          score.type() == rest ? 0 : StrictMath.exp(score.points() - largest) / sum;
    }
    return shares;
  }

  /**
   * Odds whose chances are known from elsewhere: what is left to other types they share by their
   * points, but none of them comes before the first. All types and "none of them" make 1.
   *
   * @param shares see {@link #shares}
   * @param right chance that the type of the largest share is right
   * @param none chance of "none of them"
   */
  static Odds known(List<Score> scores, double[] shares, double right, double none, int rest) {
    int first = -1;
    for (int type = 0; type < shares.length; type++) {
      first = type != rest && (first < 0 || shares[type] > shares[first]) ? type : first;
    }
    double others = 0;
    double second = 0;
    for (int type = 0; type < shares.length; type++) {
      if (type != first && type != rest) {
        others += shares[type] + FLOOR;
        second = Math.max(second, shares[type] + FLOOR);
      }
    }
    double lead = first < 0 ? 0 : StrictMath.log(shares[first] + FLOOR) - StrictMath.log(second);
    double types = others == 0 ? right + none : 1;
    double ofNone = first < 0 ? 1 : none / types;
    double closeness = others == 0 ? 0 : second / others;
    double leastOfFirst = (1 - ofNone) * closeness / (1 + closeness);
    double ofFirst =
        Math.max(
            leastOfFirst, Math.min(right / types, (1 - ofNone) * mostOfFirst(closeness, lead)));
    var ranked = new ArrayList<Ranked>();
    for (var score : scores) {
      int type = score.type();
      double probability =
          type == rest
              ? ofNone
              : type == first ? ofFirst : (1 - ofNone - ofFirst) * (shares[type] + FLOOR) / others;
      ranked.add(new Ranked(score, within(probability), type == rest));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::probability)
            .reversed()
            .thenComparing(
                Comparator.comparingDouble((Ranked r) -> shares[r.score().type()]).reversed()));
    return new Odds(List.copyOf(ranked), within(ofNone));
  }

  /**
   * The most that the first type may have of what the types share: rules that fit alike are equally
   * likely, however sure it is that one of them is right.
   *
   * @param closeness the second type's share of what the first leaves to the others, 0 to 1
   * @param lead of the first type over the second, in natural log odds, at least 0
   */
  private static double mostOfFirst(double closeness, double lead) {
    double ratio = StrictMath.exp(Math.min(PLAIN_LEAD, lead) * TELLING_LEAD) * closeness;
    return lead >= PLAIN_LEAD ? 1 : ratio / (1 + ratio);
  }

  /** Four digits, as more would claim too much, six of small ones, and never certain. */
  private static double within(double probability) {
    double digits = probability < SMALL ? 1e6 : 1e4;
    return Math.clamp(Math.rint(probability * digits) / digits, LEAST, MOST);
  }
}
