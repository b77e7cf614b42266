package dev.taxon.reader.pdf;

import dev.taxon.Box;
import dev.taxon.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of a page into the order in which a person reads them. Most files paint their
 * text in that order, and then nothing is touched. Where the painting jumps back up within a
 * column, the page is cut along its white space again and again (XY-cut: Nagy, Seth, 1984): first
 * between columns, else below what spans them; what is aligned in rows of short pieces is a table
 * and is read row by row.
 */
final class ReadingOrder {
  /** Of the page's height: jumping back further than this is no superscript. */
  private static final float JUMP = 0.03f;

  /** Points of white between two columns. */
  private static final float GUTTER = 7;

  /** Characters of a line below which it is rather a cell than a line of a column. */
  private static final int CELL = 22;

  private static final int MOST_LINES = 2_000;

  private final List<Line> ordered = new ArrayList<>();

  private ReadingOrder() {}

  /** Lines that all have boxes, as {@link LineLayout} makes them. */
  static List<Line> of(List<Line> painted, float pageHeight) {
    boolean placed = painted.stream().allMatch(line -> line.box() != null);
    if (!placed || painted.size() > MOST_LINES || !jumpsBack(painted, pageHeight * JUMP)) {
      return painted;
    }
    ReadingOrder order = new ReadingOrder();
    order.read(painted);
    return order.ordered;
  }

  /** Up again, and not to the next column. */
  private static boolean jumpsBack(List<Line> lines, float least) {
    for (int i = 1; i < lines.size(); i++) {
      Box from = box(lines.get(i - 1));
      Box to = box(lines.get(i));
      if (to.y() < from.y() - least && to.x() < from.x() + from.width()) {
        return true;
      }
    }
    return false;
  }

  private void read(List<Line> region) {
    if (region.size() < 2) {
      ordered.addAll(region);
      return;
    }
    Float column = widestGap(region, ReadingOrder::left, ReadingOrder::right, GUTTER);
    if (column != null) {
      List<Line> left = region.stream().filter(line -> right(line) <= column).toList();
      List<Line> right = region.stream().filter(line -> right(line) > column).toList();
      if (isTable(left, right)) {
        rows(region);
      } else {
        read(left);
        read(right);
      }
      return;
    }
    Float row = widestGap(region, ReadingOrder::top, ReadingOrder::bottom, 0.01f);
    if (row == null) {
      rows(region);
      return;
    }
    read(region.stream().filter(line -> bottom(line) <= row).toList());
    read(region.stream().filter(line -> bottom(line) > row).toList());
  }

  private void rows(List<Line> region) {
    List<Line> down = new ArrayList<>(region);
    down.sort(Comparator.comparingDouble(ReadingOrder::bottom));
    int start = 0;
    for (int i = 1; i <= down.size(); i++) {
      boolean sameRow =
          i < down.size()
              && bottom(down.get(i)) - bottom(down.get(i - 1)) < box(down.get(i)).height() / 2;
      if (!sameRow) {
        List<Line> row = new ArrayList<>(down.subList(start, i));
        row.sort(Comparator.comparingDouble(ReadingOrder::left));
        ordered.addAll(row);
        start = i;
      }
    }
  }

  /** Short pieces, most of which stand beside one on the other side. */
  private static boolean isTable(List<Line> left, List<Line> right) {
    boolean fewer = left.size() < right.size();
    List<Line> few = fewer ? left : right;
    List<Line> many = fewer ? right : left;
    if (characters(left) >= CELL && characters(right) >= CELL) {
      return false;
    }
    long beside =
        few.stream()
            .filter(
                one -> many.stream().anyMatch(other -> Math.abs(bottom(one) - bottom(other)) < 3))
            .count();
    return beside * 10 >= few.size() * 6L;
  }

  private static double characters(List<Line> lines) {
    return lines.stream().mapToInt(line -> line.text().length()).average().orElse(0);
  }

  /** The end of what lies before the widest white band across the region; null if none is wide. */
  private static @Nullable Float widestGap(
      List<Line> region, ToDoubleFunction<Line> start, ToDoubleFunction<Line> end, float least) {
    List<Line> along = new ArrayList<>(region);
    along.sort(Comparator.comparingDouble(start));
    double reached = end.applyAsDouble(along.getFirst());
    double widest = least;
    Float cut = null;
    for (Line line : along) {
      double gap = start.applyAsDouble(line) - reached;
      if (gap >= widest) {
        widest = gap;
        cut = (float) reached;
      }
      reached = Math.max(reached, end.applyAsDouble(line));
    }
    return cut;
  }

  private static Box box(Line line) {
    Box box = line.box();
    return box == null ? new Box(0, 0, 0, 0) : box;
  }

  private static double left(Line line) {
    return box(line).x();
  }

  private static double right(Line line) {
    return box(line).x() + box(line).width();
  }

  private static double top(Line line) {
    return box(line).y();
  }

  private static double bottom(Line line) {
    return box(line).y() + box(line).height();
  }
}
