package dev.taxon.bench.fit;

import java.util.Arrays;
import java.util.List;

/** Logistic regression with a quadratic penalty on weights in units of standard deviations. */
final class Logistic {
  private static final double PENALTY = 1e-3;

  /**
   * One observation.
   *
   * @param features the last is 1 for the constant
   */
  record Case(List<Double> features, boolean holds, double weight) {
    Case {
      features = List.copyOf(features);
    }
  }

  private final double[] mean;
  private final double[] deviation;
  private final List<Case> cases;

  private Logistic(List<Case> cases) {
    this.cases = cases;
    int features = cases.getFirst().features().size();
    mean = new double[features];
    deviation = new double[features];
    for (Case each : cases) {
      for (int i = 0; i < features; i++) {
        mean[i] += each.features().get(i) / cases.size();
      }
    }
    for (Case each : cases) {
      for (int i = 0; i < features; i++) {
        deviation[i] += Math.pow(each.features().get(i) - mean[i], 2) / cases.size();
      }
    }
    for (int i = 0; i < features; i++) {
      deviation[i] = Math.sqrt(deviation[i]);
    }
    mean[features - 1] = 0;
    deviation[features - 1] = 1;
  }

  /** Weights of the features, the constant last; a feature that never changes gets 0. */
  static double[] fit(List<Case> cases) {
    var logistic = new Logistic(cases);
    double[] best = Minimum.of(logistic::loss, new double[logistic.mean.length]);
    int constant = best.length - 1;
    for (int i = 0; i < constant; i++) {
      best[i] = logistic.deviation[i] < 1e-9 ? 0 : best[i] / logistic.deviation[i];
      best[constant] -= best[i] * logistic.mean[i];
    }
    return best;
  }

  private double loss(double[] point, double[] slope) {
    Arrays.fill(slope, 0);
    double loss = 0;
    double whole = 0;
    double[] standard = new double[point.length];
    for (Case each : cases) {
      double sum = 0;
      for (int i = 0; i < point.length; i++) {
        standard[i] = deviation[i] < 1e-9 ? 0 : (each.features().get(i) - mean[i]) / deviation[i];
        sum += point[i] * standard[i];
      }
      double sign = each.holds() ? 1 : -1;
      loss += each.weight() * softplus(-sign * sum);
      double pull = -sign * each.weight() / (1 + Math.exp(sign * sum));
      for (int i = 0; i < point.length; i++) {
        slope[i] += pull * standard[i];
      }
      whole += each.weight();
    }
    loss /= whole;
    for (int i = 0; i < point.length; i++) {
      boolean penalized = i < point.length - 1;
      slope[i] = slope[i] / whole + (penalized ? 2 * PENALTY * point[i] : 0);
      loss += penalized ? PENALTY * point[i] * point[i] : 0;
    }
    return loss;
  }

  private static double softplus(double x) {
    return x > 30 ? x : Math.log1p(Math.exp(x));
  }

  /** The probability that weights give to features. */
  static double probability(double[] weights, List<Double> features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features.get(i);
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
