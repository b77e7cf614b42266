package dev.taxon.engine.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects terms and writes them as a table that {@link WordTable#read} reads; equal input gives
 * equal bytes.
 */
public final class WordTableWriter {
  /** Shares of a row's largest number that are tried as the end of the four-bit range. */
  private static final double[] CLIPS = {1, 0.85, 0.7, 0.6, 0.5, 0.42};

  private final List<String> terms = new ArrayList<>();
  private final List<Byte> idf = new ArrayList<>();
  private final List<Byte> flags = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();

  /**
   * Adds a term.
   *
   * @param term lower case; {@code _} joins the words of a two-word term
   * @param language {@code en}, {@code de}, {@code fr} or {@code es}
   * @param idf 0 to 12.75, kept in steps of 0.05
   * @param stop whether it says nothing about a text
   * @param vector with the word's weight as its length; an even number of dimensions
   */
  public void add(String term, String language, double idf, boolean stop, float[] vector) {
    int number = WordTable.LANGUAGES.indexOf(language);
    if (number < 0) {
      throw new IllegalArgumentException(
          "language must be one of " + WordTable.LANGUAGES + ", found " + language);
    }
    terms.add(term);
    this.idf.add((byte) Math.round(Math.min(255, idf * 20)));
    flags.add((byte) (number | (stop ? WordTable.STOP : 0)));
    vectors.add(vector.clone());
  }

  /**
   * Writes the table.
   *
   * @param mean of ordinary texts' unit vectors
   * @param common a unit vector: the direction that ordinary texts share beside the mean
   */
  public void write(float[] mean, float[] common, OutputStream stream) throws IOException {
    var out = new DataOutputStream(stream);
    out.writeInt(WordTable.MAGIC);
    out.writeInt(terms.size());
    out.writeInt(mean.length);
    for (float x : mean) {
      out.writeFloat(x);
    }
    for (float x : common) {
      out.writeFloat(x);
    }
    for (byte b : idf) {
      out.writeByte(b);
    }
    for (byte b : flags) {
      out.writeByte(b);
    }
    for (float[] vector : vectors) {
      out.writeFloat(bestScale(vector));
    }
    for (float[] vector : vectors) {
      out.write(pack(vector, bestScale(vector)));
    }
    for (String term : terms) {
      byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
      out.writeByte(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  /** The scale among the clips that keeps the row with the least square error. */
  private static float bestScale(float[] vector) {
    float largest = 0;
    for (float x : vector) {
      largest = Math.max(largest, Math.abs(x));
    }
    float best = 0;
    double bestError = Double.MAX_VALUE;
    for (double clip : CLIPS) {
      float scale = (float) (largest * clip / 7);
      double error = 0;
      for (float x : vector) {
        double difference = x - scale * level(x, scale);
        error += difference * difference;
      }
      if (error < bestError) {
        bestError = error;
        best = scale;
      }
    }
    return best;
  }

  private static byte[] pack(float[] vector, float scale) {
    var packed = new byte[vector.length / 2];
    for (int i = 0; i < packed.length; i++) {
      int low = level(vector[2 * i], scale) + 8;
      int high = level(vector[2 * i + 1], scale) + 8;
      packed[i] = (byte) (low | high << 4);
    }
    return packed;
  }

  private static int level(float x, float scale) {
    return scale == 0 ? 0 : Math.clamp(Math.round(x / scale), -8, 7);
  }
}
