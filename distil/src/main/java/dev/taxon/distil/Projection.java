package dev.taxon.distil;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The first principal directions of a cloud of vectors. Computed from the covariance, in double
 * precision; a direction's sign is chosen so that its largest number is positive, so that the same
 * cloud gives the same directions.
 */
final class Projection {
  private final double[] mean;
  private final double[][] directions;

  private Projection(double[] mean, double[][] directions) {
    this.mean = mean;
    this.directions = directions;
  }

  /** The {@code count} directions of the largest variance. */
  static Projection of(float[][] cloud, int count) {
    int dimensions = cloud[0].length;
    var mean = new double[dimensions];
    for (float[] vector : cloud) {
      for (int i = 0; i < dimensions; i++) {
        mean[i] += vector[i] / (double) cloud.length;
      }
    }
    var covariance = new double[dimensions][dimensions];
    for (float[] vector : cloud) {
      for (int i = 0; i < dimensions; i++) {
        double centred = vector[i] - mean[i];
        double[] row = covariance[i];
        for (int j = 0; j <= i; j++) {
          row[j] += centred * (vector[j] - mean[j]);
        }
      }
    }
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] /= cloud.length;
        covariance[j][i] = covariance[i][j];
      }
    }
    // eigenvalues come largest first
    var eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance, false));
    var directions = new double[count][];
    for (int k = 0; k < count; k++) {
      directions[k] = signed(eigen.getEigenvector(k).toArray());
    }
    return new Projection(mean, directions);
  }

  /** The vector's coordinates along the directions, at unit length, times {@code weight}. */
  float[] apply(float[] vector, double weight) {
    var coordinates = new double[directions.length];
    double square = 0;
    for (int k = 0; k < directions.length; k++) {
      double sum = 0;
      for (int i = 0; i < vector.length; i++) {
        sum += (vector[i] - mean[i]) * directions[k][i];
      }
      coordinates[k] = sum;
      square += sum * sum;
    }
    var projected = new float[coordinates.length];
    double length = Math.sqrt(square);
    for (int k = 0; k < projected.length; k++) {
      projected[k] = length == 0 ? 0 : (float) (coordinates[k] / length * weight);
    }
    return projected;
  }

  double[] direction(int k) {
    return directions[k].clone();
  }

  private static double[] signed(double[] direction) {
    int largest = 0;
    for (int i = 1; i < direction.length; i++) {
      if (Math.abs(direction[i]) > Math.abs(direction[largest])) {
        largest = i;
      }
    }
    double sign = Math.signum(direction[largest]);
    for (int i = 0; i < direction.length; i++) {
      direction[i] *= sign;
    }
    return direction;
  }
}
