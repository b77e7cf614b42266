package dev.taxon.bench.fit;

import java.util.Arrays;
import java.util.List;

/**
 * Multinomial logistic regression with a quadratic penalty on weights in units of standard
 * deviations. The last outcome is what the others are measured against and has no weights.
 */
final class Logistic {
  private static final double PENALTY = 1e-3;

  /**
   * One observation.
   *
   * @param features the last is 1 for the constant
   * @param outcomes how much each outcome holds, together 1
   */
  record Case(List<Double> features, List<Double> outcomes, double weight) {
    Case {
      features = List.copyOf(features);
      outcomes = List.copyOf(outcomes);
    }
  }

  private final double[] mean;
  private final double[] deviation;
  private final List<double[]> standard;
  private final List<Case> cases;
  private final int features;
  private final int outcomes;

  private Logistic(List<Case> cases) {
    this.cases = cases;
    features = cases.getFirst().features().size();
    outcomes = cases.getFirst().outcomes().size();
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
    standard = cases.stream().map(this::standard).toList();
  }

  private double[] standard(Case each) {
    var values = new double[features];
    for (int i = 0; i < features; i++) {
      values[i] = deviation[i] < 1e-9 ? 0 : (each.features().get(i) - mean[i]) / deviation[i];
    }
    return values;
  }

  /**
   * Weights of the features for each outcome but the last, the constant last; a feature that never
   * changes gets 0.
   */
  static double[][] fit(List<Case> cases) {
    var logistic = new Logistic(cases);
    double[] best =
        Minimum.of(logistic::loss, new double[(logistic.outcomes - 1) * logistic.features]);
    var weights = new double[logistic.outcomes - 1][];
    for (int outcome = 0; outcome < weights.length; outcome++) {
      int from = outcome * logistic.features;
      weights[outcome] = Arrays.copyOfRange(best, from, from + logistic.features);
      logistic.unscale(weights[outcome]);
    }
    return weights;
  }

  private void unscale(double[] weights) {
    int constant = features - 1;
    for (int i = 0; i < constant; i++) {
      weights[i] = deviation[i] < 1e-9 ? 0 : weights[i] / deviation[i];
      weights[constant] -= weights[i] * mean[i];
    }
  }

  private double loss(double[] point, double[] slope) {
    Arrays.fill(slope, 0);
    double loss = 0;
    double whole = 0;
    var sums = new double[outcomes];
    for (int c = 0; c < cases.size(); c++) {
      Case each = cases.get(c);
      double[] values = standard.get(c);
      for (int outcome = 0; outcome < outcomes - 1; outcome++) {
        sums[outcome] = 0;
        for (int i = 0; i < features; i++) {
          sums[outcome] += point[outcome * features + i] * values[i];
        }
      }
      sums[outcomes - 1] = 0;
      double[] shares = shares(sums);
      for (int outcome = 0; outcome < outcomes; outcome++) {
        double holds = each.outcomes().get(outcome);
        loss -= holds == 0 ? 0 : each.weight() * holds * Math.log(shares[outcome] + 1e-300);
        double pull = each.weight() * (shares[outcome] - holds);
        for (int i = 0; i < features && outcome < outcomes - 1; i++) {
          slope[outcome * features + i] += pull * values[i];
        }
      }
      whole += each.weight();
    }
    loss /= whole;
    for (int i = 0; i < point.length; i++) {
      boolean penalized = i % features < features - 1;
      slope[i] = slope[i] / whole + (penalized ? 2 * PENALTY * point[i] : 0);
      loss += penalized ? PENALTY * point[i] * point[i] : 0;
    }
    return loss;
  }

  private static double[] shares(double[] sums) {
    double largest = Arrays.stream(sums).max().orElseThrow();
    var shares = new double[sums.length];
    double whole = 0;
    for (int i = 0; i < sums.length; i++) {
      shares[i] = Math.exp(sums[i] - largest);
      whole += shares[i];
    }
    for (int i = 0; i < sums.length; i++) {
      shares[i] /= whole;
    }
    return shares;
  }

  /** The probabilities of all outcomes that weights give to features. */
  static double[] probabilities(double[][] weights, List<Double> features) {
    var sums = new double[weights.length + 1];
    for (int outcome = 0; outcome < weights.length; outcome++) {
      for (int i = 0; i < weights[outcome].length; i++) {
        sums[outcome] += weights[outcome][i] * features.get(i);
      }
    }
    return shares(sums);
  }
}
