package dev.taxon.bench.fit;

import dev.taxon.engine.Measured;
import java.util.Arrays;
import java.util.List;

/**
 * Conditional logit (McFadden 1974): the weights of parts under which the right rules are likeliest
 * among all, with a quadratic penalty on weights in units of their part's usual size.
 */
final class RuleLogit {
  private static final double PENALTY = 2e-3;

  private final List<Choice> choices;
  private final double[] scale;
  private final boolean[] learned;

  /**
   * @param scale usual size of each part's value
   * @param learned which weights may move; the others stay at their start
   */
  RuleLogit(List<Choice> choices, double[] scale, boolean[] learned) {
    this.choices = choices.stream().filter(choice -> !choice.right().isEmpty()).toList();
    this.scale = scale.clone();
    this.learned = learned.clone();
  }

  /** Fits from some weights on. */
  double[] fit(double[] start) {
    double[] scaled = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      scaled[i] = start[i] * scale[i];
    }
    double[] best = Minimum.of(this::loss, scaled);
    for (int i = 0; i < best.length; i++) {
      best[i] /= scale[i];
    }
    return best;
  }

  private double loss(double[] scaled, double[] slope) {
    double[] weights = new double[scaled.length];
    for (int i = 0; i < scaled.length; i++) {
      weights[i] = scaled[i] / scale[i];
    }
    Arrays.fill(slope, 0);
    double loss = 0;
    double whole = 0;
    for (Choice choice : choices) {
      loss += choice.weight() * loss(choice, weights, slope);
      whole += choice.weight();
    }
    loss /= whole;
    for (int i = 0; i < slope.length; i++) {
      slope[i] = learned[i] ? slope[i] / whole / scale[i] + 2 * PENALTY * scaled[i] : 0;
      loss += PENALTY * scaled[i] * scaled[i];
    }
    return loss;
  }

  private static double loss(Choice choice, double[] weights, double[] slope) {
    double[] shares = choice.measured().shares(weights);
    double right = 1e-12;
    for (int rule : choice.right()) {
      right += shares[rule];
    }
    for (int rule = 0; rule < shares.length; rule++) {
      double pull = shares[rule] - (choice.right().contains(rule) ? shares[rule] / right : 0);
      double[] values = choice.measured().values(rule);
      for (int i = 0; i < slope.length; i++) {
        slope[i] += choice.weight() * pull * values[i];
      }
    }
    return -Math.log(right);
  }

  /** Share of choices whose likeliest rule is right. */
  static double accuracy(List<Choice> choices, double[] weights) {
    double right = 0;
    double all = 0;
    for (Choice choice : choices) {
      if (!choice.right().isEmpty()) {
        all++;
        int winner = Measured.winner(choice.measured().shares(weights));
        right += choice.right().contains(winner) ? 1 : 0;
      }
    }
    return right / all;
  }
}
