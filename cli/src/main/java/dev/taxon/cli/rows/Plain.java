package dev.taxon.cli.rows;

import org.jline.utils.WCWidth;

/** Text made fit for one line of a terminal. */
public final class Plain {
  private Plain() {}

  /**
   * One line without anything that would move a cursor, change a colour or turn the direction of
   * writing: names and quotes come from strangers.
   */
  public static String line(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029) {
            plain.append(' ');
          } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
            plain.append('\uFFFD');
          } else if (Character.getType(c) != Character.FORMAT) {
            plain.appendCodePoint(c);
          }
        });
    return plain.toString();
  }

  /** How many columns of a terminal a line takes. */
  public static int width(String line) {
    return line.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** The start of a line, at most so many columns wide, its cut end marked. */
  public static String cutEnd(String line, int most) {
    if (width(line) <= most) {
      return line;
    }
    int width = 1;
    int end = 0;
    while (end < line.length()) {
      int c = line.codePointAt(end);
      width += Math.max(0, WCWidth.wcwidth(c));
      if (width > most) {
        break;
      }
      end += Character.charCount(c);
    }
    return line.substring(0, end).stripTrailing() + "…";
  }

  /** Start and end of a line, together at most so many columns wide, the gap between marked. */
  public static String cutMiddle(String line, int most) {
    if (width(line) <= most) {
      return line;
    }
    // the end tells more: a name ends with what it is
    int before = (most - 1) / 3;
    int after = most - 1 - before;
    int start = line.length();
    int width = 0;
    while (start > 0) {
      int c = line.codePointBefore(start);
      width += Math.max(0, WCWidth.wcwidth(c));
      if (width > after) {
        break;
      }
      start -= Character.charCount(c);
    }
    String head = cutEnd(line, before + 1);
    return (head.endsWith("…") ? head : head + "…") + line.substring(start);
  }

  /** A line followed by as many spaces as it takes to be so wide. */
  public static String padded(String line, int wide) {
    return line + " ".repeat(Math.max(0, wide - width(line)));
  }
}
