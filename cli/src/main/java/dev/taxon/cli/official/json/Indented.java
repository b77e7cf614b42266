package dev.taxon.cli.official.json;

import java.nio.charset.StandardCharsets;

/**
 * JSON laid out for reading: two spaces a level, one member or element a line. An array without
 * objects stays on one line while the line, without a comma behind it, has at most 79 bytes (80
 * when nothing stands before it). Numbers, escapes and order stay as they are; text that is cut
 * short is laid out as far as it goes.
 */
public final class Indented {
  private static final int WIDTH = 80;

  /** With less room no array is tried on one line, in bytes. */
  private static final int LEAST_ROOM = 4;

  private final String raw;
  private final StringBuilder out;
  private int lineStart = -1;

  private Indented(String raw) {
    this.raw = raw;
    this.out = new StringBuilder(raw.length() * 2);
  }

  /** The laid out text with a line end behind it; empty for an empty text. */
  public static String of(String raw) {
    var layout = new Indented(raw);
    layout.value(0, 0);
    return layout.out.isEmpty() ? "" : layout.out.append('\n').toString();
  }

  /** Appends the value at or behind {@code at} and gives the place behind it. */
  private int value(int from, int depth) {
    int at = Scan.skipSpace(raw, from);
    if (at >= raw.length()) {
      return at;
    }
    return switch (raw.charAt(at)) {
      case '{' -> object(at, depth);
      case '[' -> array(at, depth);
      default -> scalar(at, out);
    };
  }

  private int scalar(int at, StringBuilder into) {
    String text = Json.at(raw, at).raw();
    into.append(text);
    return at + Math.max(1, text.length());
  }

  private int object(int open, int depth) {
    out.append('{');
    int at = Scan.nextValue(raw, open + 1);
    boolean empty = true;
    while (at < raw.length() && raw.charAt(at) != '}') {
      if (raw.charAt(at) != '"') {
        at++;
        continue;
      }
      comma(empty);
      empty = false;
      newLine(depth + 1);
      int end = Scan.endOfString(raw, at);
      out.append(raw, at, end).append(": ");
      at = value(Scan.nextValue(raw, end), depth + 1);
      at = Scan.nextValue(raw, at);
    }
    return close('}', empty, at, depth);
  }

  private int array(int open, int depth) {
    int room = WIDTH - bytes(out, Math.max(0, lineStart));
    if (room >= LEAST_ROOM) {
      var line = new StringBuilder();
      int end = oneLine(open, line);
      if (end >= 0 && bytes(line, 0) <= room) {
        out.append(line);
        return end;
      }
    }
    out.append('[');
    int at = Scan.nextValue(raw, open + 1);
    boolean empty = true;
    while (at < raw.length() && raw.charAt(at) != ']') {
      comma(empty);
      empty = false;
      newLine(depth + 1);
      at = Scan.nextValue(raw, value(at, depth + 1));
    }
    return close(']', empty, at, depth);
  }

  /** Appends the array at {@code open} as one line; negative when an object is in it. */
  private int oneLine(int open, StringBuilder line) {
    line.append('[');
    int at = Scan.nextValue(raw, open + 1);
    boolean empty = true;
    while (at < raw.length() && raw.charAt(at) != ']') {
      line.append(empty ? "" : ", ");
      empty = false;
      if (raw.charAt(at) == '{' || line.length() > WIDTH) {
        return -1;
      }
      at = raw.charAt(at) == '[' ? oneLine(at, line) : scalar(at, line);
      if (at < 0) {
        return -1;
      }
      at = Scan.nextValue(raw, at);
    }
    line.append(']');
    return at + 1;
  }

  private int close(char bracket, boolean empty, int at, int depth) {
    if (!empty) {
      newLine(depth);
    }
    out.append(bracket);
    return at + 1;
  }

  private void comma(boolean first) {
    if (!first) {
      out.append(',');
    }
  }

  private void newLine(int depth) {
    lineStart = out.length();
    out.append('\n').repeat("  ", depth);
  }

  private static int bytes(StringBuilder text, int from) {
    return text.substring(from).getBytes(StandardCharsets.UTF_8).length;
  }
}
