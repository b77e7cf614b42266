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
  private static final double LEAST = 0.0001;
  private static final double MOST = 0.99;

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
   * Odds whose size is known from elsewhere.
   *
   * @param shares see {@link #shares}
   * @param whole what the shares are multiplied by
   * @param none probability of "none of them"
   */
  static Odds known(List<Score> scores, double[] shares, double whole, double none, int rest) {
    var ranked = new ArrayList<Ranked>();
    for (var score : scores) {
      boolean isRest = score.type() == rest;
      double probability = isRest ? none : Math.min(1, shares[score.type()] * whole);
      ranked.add(new Ranked(score, within(probability), isRest));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::probability)
            .reversed()
            .thenComparing(
                Comparator.comparingDouble((Ranked r) -> shares[r.score().type()]).reversed()));
    return new Odds(List.copyOf(ranked), within(none));
  }

  /** Four digits, as more would claim too much, and never certain. */
  private static double within(double probability) {
    return Math.clamp(Math.rint(probability * 10_000) / 10_000, LEAST, MOST);
  }
}
