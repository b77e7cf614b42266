package dev.taxon.reader.pages;

import dev.taxon.Box;
import dev.taxon.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts words together that a printed page breaks at the end of a line, as a person reads them: the
 * whole word stays on the line where it begins.
 */
public final class Hyphens {
  private Hyphens() {}

  public static List<Line> joined(List<Line> lines) {
    List<Line> joined = new ArrayList<>(lines.size());
    for (Line next : lines) {
      Line last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || !isBroken(last.text()) || !continues(last, next)) {
        joined.add(next);
        continue;
      }
      int space = next.text().indexOf(' ');
      String rest = space < 0 ? "" : next.text().substring(space + 1);
      String word = space < 0 ? next.text() : next.text().substring(0, space);
      joined.set(joined.size() - 1, new Line(whole(last.text(), word), last.role(), last.box()));
      if (!rest.isBlank()) {
        joined.add(new Line(rest, next.role(), next.box()));
      }
    }
    return joined;
  }

  private static boolean isBroken(String text) {
    int end = text.length() - 1;
    return end >= 2
        && isHyphen(text.charAt(end))
        && Character.isLowerCase(text.charAt(end - 1))
        && Character.isLetter(text.charAt(end - 2));
  }

  /** The next line begins small, and stands below where places are known. */
  private static boolean continues(Line last, Line next) {
    if (!Character.isLowerCase(next.text().codePointAt(0))) {
      return false;
    }
    Box above = last.box();
    Box below = next.box();
    return above == null
        || below == null
        || (below.y() > above.y() && below.y() < above.y() + 4 * above.height())
        || below.x() > above.x() + above.width() / 2;
  }

  /** A hyphen in a word that has others is likely its own. */
  private static String whole(String line, String rest) {
    int end = line.length() - 1;
    String word = line.substring(line.lastIndexOf(' ') + 1, end);
    boolean own = word.chars().anyMatch(c -> isHyphen((char) c));
    return (own ? line : line.substring(0, end)) + rest;
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010';
  }
}
