package dev.taxon;

import java.util.List;

/**
 * Turns texts into vectors whose cosine tells how alike in meaning they are. Safe for use by many
 * threads; the same text gives the same vector every time on one processor type, whatever else is
 * encoded beside it.
 */
public interface TextEncoder {
  /** Length of every vector. */
  int dimensions();

  /**
   * One vector of unit length for each text, in order. A text without anything to encode gives the
   * zero vector. What is longer than the model reads is cut.
   */
  List<float[]> encode(List<String> texts);
}
