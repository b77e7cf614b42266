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

  private final List<Flat> choices;
  private final double[] scale;
  private final boolean[] learned;

  /** A choice as arrays: a fit goes over all of them hundreds of times. */
  private static final class Flat {
    private final double[][] values;
    private final boolean[] right;
    private final double[] shares;
    private final double weight;

    Flat(Choice choice) {
      int rules = choice.measured().rules();
      values = new double[rules][];
      right = new boolean[rules];
      for (int rule = 0; rule < rules; rule++) {
        values[rule] = choice.measured().values(rule);
        right[rule] = choice.right().contains(rule);
      }
      shares = new double[rules];
      weight = choice.weight();
    }

    /** Answers the loss and adds its slope. */
    double loss(double[] weights, double[] slope) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int rule = 0; rule < shares.length; rule++) {
        double sum = 0;
        for (int part = 0; part < weights.length; part++) {
          sum += weights[part] * values[rule][part];
        }
        shares[rule] = sum;
        largest = Math.max(largest, sum);
      }
      double whole = 0;
      double rightShare = 0;
      for (int rule = 0; rule < shares.length; rule++) {
        shares[rule] = Math.exp(shares[rule] - largest);
        whole += shares[rule];
        rightShare += right[rule] ? shares[rule] : 0;
      }
      rightShare = rightShare / whole + 1e-12;
      for (int rule = 0; rule < shares.length; rule++) {
        double share = shares[rule] / whole;
        double pull = weight * (share - (right[rule] ? share / rightShare : 0));
        for (int part = 0; part < slope.length; part++) {
          slope[part] += pull * values[rule][part];
        }
      }
      return -Math.log(rightShare);
    }
  }

  /**
   * @param scale usual size of each part's value
   * @param learned which weights may move; the others stay at their start
   */
  RuleLogit(List<Choice> choices, double[] scale, boolean[] learned) {
    this.choices =
        choices.stream().filter(choice -> !choice.right().isEmpty()).map(Flat::new).toList();
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
    for (Flat choice : choices) {
      loss += choice.weight * choice.loss(weights, slope);
      whole += choice.weight;
    }
    loss /= whole;
    for (int i = 0; i < slope.length; i++) {
      slope[i] = learned[i] ? slope[i] / whole / scale[i] + 2 * PENALTY * scaled[i] : 0;
      loss += PENALTY * scaled[i] * scaled[i];
    }
    return loss;
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
