package dev.taxon.engine.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What the vectors of all openings of documents have in common: it tells nothing and is taken off.
 * A kind's vector is then the mean of its samples', and of that of its names and essence, which
 * have a mean of their own. Texts about subjects have others than documents of kinds.
 */
final class Openings {
  /** What names and essence are worth beside the samples. */
  private static final double GIST = 0.5;

  private final float[] mean;
  private final float[] meanGist;

  private Openings(float[] mean, float[] meanGist) {
    this.mean = mean;
    this.meanGist = meanGist;
  }

  /**
   * What these have in common.
   *
   * @param samples vectors of how documents begin
   * @param gists vectors of names and essences
   */
  static Openings of(List<float[]> samples, List<float[]> gists, int dimensions) {
    return new Openings(mean(samples, dimensions), mean(gists, dimensions));
  }

  static Openings read(DataInputStream in, int dimensions) throws IOException {
    return new Openings(floats(in, dimensions), floats(in, dimensions));
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    var floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = in.readFloat();
    }
    return floats;
  }

  void write(DataOutputStream out) throws IOException {
    for (float number : mean) {
      out.writeFloat(number);
    }
    for (float number : meanGist) {
      out.writeFloat(number);
    }
  }

  int dimensions() {
    return mean.length;
  }

  /**
   * The vector of how a kind's documents open; that of its names and essence where it has no
   * sample.
   */
  float[] opening(List<float[]> samples, float[] gist) {
    float[] named = beside(gist, meanGist);
    if (samples.isEmpty()) {
      return named;
    }
    float[] opening = besideOthers(mean(samples, mean.length));
    for (int i = 0; i < opening.length; i++) {
      opening[i] += (float) (GIST * named[i]);
    }
    return unit(opening);
  }

  /** What tells an opening's vector from those of all, at unit length; nothing stays nothing. */
  float[] besideOthers(float[] opening) {
    return beside(opening, mean);
  }

  private static float[] beside(float[] vector, float[] others) {
    if (vector.length != others.length) {
      throw new IllegalArgumentException(
          "vectors of %d and of %d numbers do not compare".formatted(others.length, vector.length));
    }
    var beside = new float[vector.length];
    boolean isNothing = true;
    for (int i = 0; i < beside.length; i++) {
      beside[i] = vector[i] - others[i];
      isNothing &= vector[i] == 0;
    }
    return isNothing ? vector : unit(beside);
  }

  private static float[] mean(List<float[]> vectors, int dimensions) {
    var mean = new float[dimensions];
    for (float[] vector : vectors) {
      for (int i = 0; i < dimensions; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    var unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = square == 0 ? 0 : (float) (vector[i] / Math.sqrt(square));
    }
    return unit;
  }
}
