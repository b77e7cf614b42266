package dev.taxon.reader.text;

import dev.taxon.Line;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Pages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * Text line by line. A form feed begins a new page; without one the file is a single page. In
 * Markdown the marks of headings are taken off and become the line's role.
 */
public final class PlainText {
  /** A line of more characters is broken, so that no line can fill the memory. */
  private static final int LONGEST_LINE = 1 << 16;

  private PlainText() {}

  public static void read(Attempt attempt, Charset charset, boolean markdown, Pages pages)
      throws IOException {
    try (Reader in = new BufferedReader(new InputStreamReader(attempt.open(), charset), 1 << 16)) {
      read(in, markdown, pages);
    }
  }

  static void read(Reader in, boolean markdown, Pages pages) throws IOException {
    pages.begin(null);
    StringBuilder line = new StringBuilder();
    int c;
    while ((c = in.read()) >= 0 && !pages.done()) {
      boolean ends = c == '\n' || c == '\r' || c == '\f' || c == '\u0085' || c == '\u2028';
      if (!ends) {
        line.append((char) c);
      }
      if (ends || (line.length() >= LONGEST_LINE && !Character.isHighSurrogate((char) c))) {
        add(line, markdown, pages);
        line.setLength(0);
      }
      if (c == '\f') {
        pages.begin(null);
      }
    }
    add(line, markdown, pages);
  }

  private static void add(StringBuilder line, boolean markdown, Pages pages) {
    int level = 0;
    while (markdown && level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    if (level > 0 && level <= 6 && level < line.length() && line.charAt(level) == ' ') {
      pages.line(line.substring(level + 1).strip(), Line.Role.HEADING, null);
    } else {
      pages.line(line.toString());
    }
  }
}
