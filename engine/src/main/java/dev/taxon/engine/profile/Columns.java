package dev.taxon.engine.profile;

import java.util.List;

/**
 * Many vectors, number by number: all their products with one more cost what a loop over arrays
 * costs, an eighth of one after the other.
 */
final class Columns {
  private final float[][] numbers;
  private final int vectors;

  Columns(List<EightBits> rows, int dimensions) {
    vectors = rows.size();
    numbers = new float[dimensions][vectors];
    for (int row = 0; row < vectors; row++) {
      float[] vector = rows.get(row).vector();
      for (int i = 0; i < dimensions; i++) {
        numbers[i][row] = vector[i];
      }
    }
  }

  /** The product of each with a vector. */
  float[] products(float[] vector) {
    if (vector.length != numbers.length) {
      throw new IllegalArgumentException(
          "vectors of %d and of %d numbers do not compare"
              .formatted(numbers.length, vector.length));
    }
    var sums = new float[vectors];
    int i = 0;
    for (; i + 3 < vector.length; i += 4) {
      add(vector, i, numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], sums);
    }
    for (; i < vector.length; i++) {
      for (int row = 0; row < vectors; row++) {
        sums[row] += vector[i] * numbers[i][row];
      }
    }
    return sums;
  }

  /** Four numbers at a time, so that the sums are loaded and stored a quarter as often. */
  private static void add(
      float[] vector, int at, float[] a, float[] b, float[] c, float[] d, float[] sums) {
    float ofA = vector[at];
    float ofB = vector[at + 1];
    float ofC = vector[at + 2];
    float ofD = vector[at + 3];
    for (int row = 0; row < sums.length; row++) {
      sums[row] += ofA * a[row] + ofB * b[row] + ofC * c[row] + ofD * d[row];
    }
  }
}
