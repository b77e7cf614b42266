package dev.taxon.engine.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A vector of eight bits a number and a scale: a quarter of the memory of floats, and cosines of
 * unit vectors within 0.005 of theirs.
 */
final class EightBits {
  private static final int LARGEST = 127;

  private final float scale;
  private final byte[] numbers;

  private EightBits(float scale, byte[] numbers) {
    this.scale = scale;
    this.numbers = numbers;
  }

  static EightBits of(float[] vector) {
    float largest = 0;
    for (float x : vector) {
      largest = Math.max(largest, Math.abs(x));
    }
    float scale = largest / LARGEST;
    var numbers = new byte[vector.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (byte) (scale == 0 ? 0 : Math.round(vector[i] / scale));
    }
    return new EightBits(scale, numbers);
  }

  static EightBits read(DataInputStream in, int dimensions) throws IOException {
    return new EightBits(in.readFloat(), in.readNBytes(dimensions));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeFloat(scale);
    out.write(numbers);
  }

  float[] vector() {
    var vector = new float[numbers.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = scale * numbers[i];
    }
    return vector;
  }

  double dot(float[] vector) {
    if (numbers.length != vector.length) {
      throw new IllegalArgumentException(
          "vectors of %d and of %d numbers do not compare"
              .formatted(numbers.length, vector.length));
    }
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += numbers[i] * (double) vector[i];
    }
    return scale * sum;
  }
}
