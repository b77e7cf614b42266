package dev.taxon;

/**
 * Where something stands on a page: points (1/72 inch) from the page's upper left corner, y
 * downward.
 *
 * @param x left edge
 * @param y upper edge
 * @param width not negative
 * @param height not negative; of a line of text, about its font size
 */
public record Box(float x, float y, float width, float height) {
  public Box {
    if (!(width >= 0) || !(height >= 0)) {
      throw new IllegalArgumentException(
          "width and height must not be negative, found " + width + " x " + height);
    }
  }
}
