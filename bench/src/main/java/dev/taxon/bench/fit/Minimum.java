package dev.taxon.bench.fit;

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

  static double[] of(Loss loss, double[] start) {
    var checker = new SimpleValueChecker(PRECISE, PRECISE);
    return new NonLinearConjugateGradientOptimizer(
            NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, checker)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            GoalType.MINIMIZE,
            new InitialGuess(start),
            new ObjectiveFunction(point -> loss.at(point, new double[point.length])),
            new ObjectiveFunctionGradient(point -> {
              var slope = new double[point.length];
              double _ = loss.at(point, slope);
              return slope;
            }))
        .getPoint();
  }
}
