package dev.taxon.reader.pages;

import dev.taxon.Line;
import java.text.Normalizer;

/**
 * Keeps of a text what a person can see. Control and format characters (zero-width spaces, text
 * direction marks, the invisible tag block), private use and unassigned code points go; the joiners
 * that Persian and Indic scripts write with stay. Latin ligatures become their letters.
 */
public final class Seen {
  private Seen() {}

  /** Without what cannot be seen, tabs and line breaks as spaces, and no white space at the end. */
  public static String line(String text) {
    int end = text.length();
    int i = 0;
    while (i < end && isPlain(text.charAt(i))) {
      i++;
    }
    if (i == end) {
      return text.stripTrailing();
    }
    StringBuilder kept = new StringBuilder(end).append(text, 0, i);
    while (i < end) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
        kept.append(' ');
      } else if (point >= 0xFB00 && point <= 0xFB06) {
        kept.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
      } else if (isVisible(point)) {
        kept.appendCodePoint(point);
      }
    }
    return kept.toString().stripTrailing();
  }

  /** The same, with every run of white space as one space, and none around. */
  public static String collapsed(String text) {
    String line = line(text);
    StringBuilder kept = new StringBuilder(line.length());
    boolean gap = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ') {
        gap = true;
      } else {
        if (gap && !kept.isEmpty()) {
          kept.append(' ');
        }
        gap = false;
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** Whether the line holds at least one letter or digit of some script. */
  public static boolean hasText(Line line) {
    return line.text().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c < 0x7F) || (c >= 0xC0 && c < 0x250);
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> point == 0x200C || point == 0x200D;
      default -> true;
    };
  }
}
