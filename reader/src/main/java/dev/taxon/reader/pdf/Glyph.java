package dev.taxon.reader.pdf;

import org.apache.pdfbox.text.TextPosition;

/**
 * One shown character, in the coordinates of its own reading direction: x grows the way it is read,
 * y downward to the next line.
 *
 * @param text one or more code units; several for a ligature
 * @param direction of reading, in degrees: 0, 90, 180 or 270
 * @param x where it begins, in points
 * @param y its baseline
 * @param width how far it reaches
 * @param size about its font size
 * @param order its place among the characters as they were painted
 * @param spaced whether a space was painted before it
 */
record Glyph(
    String text,
    int direction,
    float x,
    float y,
    float width,
    float size,
    int order,
    boolean spaced) {

  static Glyph of(TextPosition position, int order, boolean spaced) {
    // Fonts made of drawings have scales of their own, which say nothing.
    float scale = position.getYScale();
    float height = position.getHeightDir();
    boolean believable = scale >= height && scale < 20 * Math.max(1, height);
    return new Glyph(
        position.getUnicode(),
        Math.round(position.getDir()),
        position.getXDirAdj(),
        position.getYDirAdj(),
        Math.max(0, position.getWidthDirAdj()),
        Math.max(1, believable ? scale : height * 1.4f),
        order,
        spaced);
  }

  float end() {
    return x + width;
  }

  /** Not where broken numbers put it. */
  boolean isSomewhere() {
    return Float.isFinite(x) && Float.isFinite(y) && Float.isFinite(width) && Float.isFinite(size);
  }

  /** Whether a space was painted between this and the next to the right. */
  boolean isSpacedFrom(Glyph right) {
    return (right.spaced && right.order == order + 1) || (spaced && order == right.order + 1);
  }
}
