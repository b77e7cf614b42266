package dev.taxon.engine;

import dev.taxon.Line;
import dev.taxon.Page;

/** How much lines of a page stand out, by what the format says, by size and by place. */
final class Prominence {
  private static final int FIRST_LINES = 15;
  private static final int MEASURED_LINES = 300;
  private static final double LARGE = 1.25;
  private final boolean frontPage;
  private final double usualHeight;

  Prominence(Page page, boolean frontPage) {
    this.frontPage = frontPage;
    double[] heights =
        page.lines().stream()
            .limit(MEASURED_LINES)
            .map(Line::box)
            .filter(box -> box != null)
            .mapToDouble(box -> box.height())
            .sorted()
            .toArray();
    usualHeight = heights.length < 3 ? Double.MAX_VALUE : heights[heights.length / 2];
  }

  /** 0 for an ordinary line, up to 1 for a title. */
  double of(int index, Line line) {
    var box = line.box();
    boolean large = box != null && box.height() >= LARGE * usualHeight;
    if (!frontPage) {
      return line.role() == Line.Role.BODY ? 0 : 0.4;
    }
    if (line.role() == Line.Role.TITLE || (large && index < 2 * FIRST_LINES)) {
      return 1;
    }
    if (line.role() == Line.Role.HEADING) {
      return 0.8;
    }
    return index < FIRST_LINES ? 0.8 - 0.04 * index : 0;
  }
}
