package dev.taxon.reader.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was painted on a page so far, as far as it tells whether white text can be seen: filled
 * boxes in order, and pictures. Any shape but a rectangle counts as its bounding box where it is
 * dark and not at all where it is white, so that text is rather kept than lost. All coordinates are
 * the page's.
 */
final class Paint {
  /** Beyond so many boxes everything counts as seen. */
  private static final int MOST_BOXES = 10_000;

  private static final double LEAST_SIDE = 2;

  private record Filled(Rectangle2D box, boolean white) {}

  private final List<Filled> boxes = new ArrayList<>();
  private final List<Rectangle2D> rectangles = new ArrayList<>();
  private @Nullable Rectangle2D outline;
  private double largestPicture;
  private boolean painted;

  /** The path goes on with a rectangle. */
  void rectangle(Rectangle2D box) {
    if (rectangles.size() < MOST_BOXES) {
      rectangles.add(box);
    }
  }

  /** The path goes on to this point, or bends towards it. */
  void point(Point2D point) {
    if (outline == null) {
      outline = new Rectangle2D.Double(point.getX(), point.getY(), 0, 0);
    } else {
      outline.add(point);
    }
  }

  /** The path is filled and ends. */
  void fill(boolean white) {
    rectangles.forEach(box -> add(box, white));
    if (outline != null && !white) {
      add(outline, false);
    }
    painted = true;
    dropPath();
  }

  void stroke() {
    painted = true;
    dropPath();
  }

  void dropPath() {
    rectangles.clear();
    outline = null;
  }

  void picture(Rectangle2D box) {
    add(box, false);
    painted = true;
    largestPicture = Math.max(largestPicture, box.getWidth() * box.getHeight());
  }

  /** Whether nothing but white is under this point, as paper is white. */
  boolean isWhiteAt(double x, double y) {
    if (boxes.size() >= MOST_BOXES) {
      return false;
    }
    for (int i = boxes.size() - 1; i >= 0; i--) {
      if (boxes.get(i).box().contains(x, y)) {
        return boxes.get(i).white();
      }
    }
    return true;
  }

  /** Area of the largest picture in square points. */
  double largestPicture() {
    return largestPicture;
  }

  /** Whether there is anything but text. */
  boolean painted() {
    return painted;
  }

  private void add(Rectangle2D box, boolean white) {
    if (box.getWidth() >= LEAST_SIDE
        && box.getHeight() >= LEAST_SIDE
        && boxes.size() < MOST_BOXES) {
      boxes.add(new Filled(box, white));
    }
  }
}
