package dev.taxon.bench.fit;

import java.util.Arrays;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/** The least of a smooth function by conjugate gradients; the same digits every time. */
final class Minimum {
  private static final double PRECISE = 1e-9;
  private static final int MOST_EVALUATIONS = 5_000;

  private Minimum() {}

  /** A function and its slope. */
  interface Loss {
    /**
     * The value at a point.
     *
     * @param slope takes the gradient
     */
    double at(double[] point, double[] slope);
  }

  /** The search asks for value and slope of one point one after the other; both come at once. */
  private static final class Last {
    private final Loss loss;
    private double[] point;
    private double value;
    private final double[] slope;

    Last(Loss loss, double[] start) {
      this.loss = loss;
      point = start.clone();
      slope = new double[start.length];
      value = loss.at(point, slope);
    }

    private void moveTo(double[] to) {
      if (!Arrays.equals(point, to)) {
        point = to.clone();
        value = loss.at(point, slope);
      }
    }

    double value(double[] at) {
      moveTo(at);
      return value;
    }

    double[] slope(double[] at) {
      moveTo(at);
      return slope.clone();
    }
  }

  static double[] of(Loss loss, double[] start) {
    var last = new Last(loss, start);
    var checker = new SimpleValueChecker(PRECISE, PRECISE);
    return new NonLinearConjugateGradientOptimizer(
            NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, checker)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            GoalType.MINIMIZE,
            new InitialGuess(start),
            new ObjectiveFunction(last::value),
            new ObjectiveFunctionGradient(last::slope))
        .getPoint();
  }
}
