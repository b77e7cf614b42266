package dev.taxon.reader.pdf;

import dev.taxon.Box;
import dev.taxon.Line;
import dev.taxon.reader.pages.Hyphens;
import dev.taxon.reader.pages.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Puts the characters of a page, in the order in which they are painted, together to lines. A
 * character belongs to the line before it if it stands on the same height, however far away, so
 * that the cells of a row stay together and columns apart; within the line the place decides, not
 * the painting. A gap of more than a small part of the font size is a space, unless the whole line
 * is spaced out like that.
 */
final class LineLayout {
  /** Of the font size: from here on a gap is a space. As in Poppler, a little wider. */
  private static final float SPACE = 0.13f;

  /** Of the font size: so far baselines differ within a line, for superscripts and the like. */
  private static final float SAME_LINE = 0.45f;

  private final float pageWidth;
  private final float pageHeight;
  private final int rotation;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line> turned = new ArrayList<>();
  private final Map<String, Box> places = new HashMap<>();
  private final List<Glyph> line = new ArrayList<>();
  private int order;
  private boolean spaced;

  /**
   * @param pageWidth as it is shown, in points
   * @param pageHeight the same
   * @param rotation by how many degrees the page is turned clockwise to be shown
   */
  LineLayout(float pageWidth, float pageHeight, int rotation) {
    this.pageWidth = pageWidth;
    this.pageHeight = pageHeight;
    this.rotation = rotation;
  }

  void add(TextPosition position) {
    if (position.getUnicode().isBlank()) {
      spaced = true;
      return;
    }
    Glyph glyph = Glyph.of(position, order++, spaced);
    spaced = false;
    if (!glyph.isSomewhere()) {
      return;
    }
    if (!line.isEmpty() && !continues(glyph)) {
      end();
    }
    line.add(glyph);
  }

  /** Ends the page: its lines in reading order, and last those that do not stand upright. */
  List<Line> lines() {
    end();
    List<Line> all = new ArrayList<>(Hyphens.joined(ReadingOrder.of(lines, pageHeight)));
    all.addAll(Hyphens.joined(turned));
    return all;
  }

  private int shown(Glyph glyph) {
    return Math.floorMod(glyph.direction() - rotation, 360);
  }

  private boolean continues(Glyph next) {
    Glyph last = line.getLast();
    if (last.direction() != next.direction()) {
      return false;
    }
    float size = Math.max(last.size(), next.size());
    if (Math.abs(next.y() - last.y()) > SAME_LINE * size) {
      return false;
    }
    Glyph first = line.getFirst();
    return Math.abs(next.y() - first.y()) <= SAME_LINE * 2 * size;
  }

  private void end() {
    if (!line.isEmpty()) {
      List<Glyph> ordered = new ArrayList<>(line);
      ordered.sort(Comparator.comparingDouble(Glyph::x));
      dropShadows(ordered);
      String text = Seen.collapsed(Direction.logical(text(ordered)));
      if (!text.isBlank()) {
        boolean upright = shown(ordered.getFirst()) == 0;
        Line whole = new Line(text, Line.Role.BODY, box(ordered));
        if (isNew(whole)) {
          (upright ? lines : turned).add(whole);
        }
      }
    }
    line.clear();
  }

  /** Bold letters and shadows are made by painting the same letter twice, a little aside. */
  private static void dropShadows(List<Glyph> ordered) {
    int kept = 0;
    for (int i = 0; i < ordered.size(); i++) {
      Glyph glyph = ordered.get(i);
      Glyph last = kept == 0 ? null : ordered.get(kept - 1);
      boolean shadow =
          last != null
              && glyph.text().equals(last.text())
              && glyph.x() - last.x() < last.width() / 3
              && Math.abs(glyph.y() - last.y()) < last.size() / 3;
      if (!shadow) {
        ordered.set(kept++, glyph);
      }
    }
    ordered.subList(kept, ordered.size()).clear();
  }

  /** The same for whole lines that are painted again later. */
  private boolean isNew(Line line) {
    Box box = line.box();
    Box before = box == null ? null : places.put(line.text(), box);
    return before == null
        || box == null
        || Math.abs(before.x() - box.x()) > box.height() / 3
        || Math.abs(before.y() - box.y()) > box.height() / 3;
  }

  private static String text(List<Glyph> ordered) {
    float space = spaceOf(ordered);
    StringBuilder text = new StringBuilder();
    Glyph last = null;
    for (Glyph glyph : ordered) {
      if (last != null && (gap(last, glyph) > space || last.isSpacedFrom(glyph))) {
        text.append(' ');
      }
      // Many fonts of TeX call their hyphen a soft one.
      text.append(glyph.text().equals("\u00AD") ? "-" : glyph.text());
      last = glyph;
    }
    return text.toString();
  }

  /** Gap as a share of the font size. */
  private static float gap(Glyph before, Glyph after) {
    return (after.x() - before.end()) / Math.max(before.size(), after.size());
  }

  /** Where almost every gap is wide, letters are spaced out, and words by more than that. */
  private static float spaceOf(List<Glyph> ordered) {
    int count = ordered.size() - 1;
    if (count < 5) {
      return SPACE;
    }
    float[] gaps = new float[count];
    int wide = 0;
    for (int i = 0; i < count; i++) {
      gaps[i] = gap(ordered.get(i), ordered.get(i + 1));
      wide += gaps[i] > SPACE ? 1 : 0;
    }
    if (wide * 10 < count * 7) {
      return SPACE;
    }
    java.util.Arrays.sort(gaps);
    return gaps[count / 2] * 1.6f;
  }

  private @Nullable Box box(List<Glyph> glyphs) {
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (Glyph glyph : glyphs) {
      left = Math.min(left, glyph.x());
      right = Math.max(right, glyph.end());
      top = Math.min(top, glyph.y() - glyph.size());
      bottom = Math.max(bottom, glyph.y());
    }
    float width = right - left;
    float height = bottom - top;
    return switch (shown(glyphs.getFirst())) {
      case 90 -> new Box(top, pageHeight - right, height, width);
      case 180 -> new Box(pageWidth - right, pageHeight - bottom, width, height);
      case 270 -> new Box(pageWidth - bottom, left, height, width);
      default -> new Box(left, top, width, height);
    };
  }
}
