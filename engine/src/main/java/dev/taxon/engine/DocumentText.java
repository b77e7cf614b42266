package dev.taxon.engine;

import dev.taxon.Document;
import dev.taxon.Evidence;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.engine.Reading.Place;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The words of a document as they are written, by their places. */
final class DocumentText {
  private final Document document;

  DocumentText(Document document) {
    this.document = document;
  }

  /** The first {@code length} characters, runs of white space as one blank. */
  String opening(int length) {
    var text = new StringBuilder();
    for (var page : document.pages()) {
      for (var line : page.lines()) {
        if (text.length() >= length) {
          return text.substring(0, length);
        }
        if (!text.isEmpty()) {
          text.append('\n');
        }
        append(text, line.text(), length);
      }
    }
    return text.length() > length ? text.substring(0, length) : text.toString();
  }

  /** Appends a line without blanks around it; stops looking where there is enough. */
  private static void append(StringBuilder text, String line, int length) {
    boolean blank = false;
    int start = text.length();
    for (int i = 0; i < line.length() && text.length() < length; i++) {
      char c = line.charAt(i);
      if (Character.isWhitespace(c)) {
        blank = text.length() > start;
      } else {
        text.append(blank ? " " : "").append(c);
        blank = false;
      }
    }
  }

  /** The text at a place. */
  String at(Place place) {
    int start = lineStart(place);
    return lineOf(place).substring(place.start() - start, place.end() - start);
  }

  /** Whether the mark stands right behind the place. */
  boolean follows(Place place, char mark) {
    String line = lineOf(place);
    int end = place.end() - lineStart(place);
    return end < line.length() && line.charAt(end) == mark;
  }

  /** The place between two offsets in a line. */
  Place place(int page, int line, int start, int end) {
    int offset = lineStart(new Place(page, line, 0, 0));
    return new Place(page, line, offset + start, offset + end);
  }

  /** A line without the blanks and marks around its words. */
  Place line(int page, int line) {
    var place = new Place(page, line, 0, 0);
    return bare(page, line, lineStart(place), lineOf(place));
  }

  /** Whether all lines that hold anything are of a sort; so it is of an empty document. */
  boolean allLines(Predicate<Line> sort) {
    return document.pages().stream()
        .flatMap(page -> page.lines().stream())
        .allMatch(line -> line.text().isBlank() || sort.test(line));
  }

  /** The first line of a sort, or null. */
  @Nullable Place first(Predicate<Line> sort) {
    for (int page = 0; page < document.pages().size(); page++) {
      var lines = document.pages().get(page).lines();
      for (int line = 0; line < lines.size(); line++) {
        if (sort.test(lines.get(line))) {
          return line(page, line);
        }
      }
    }
    return null;
  }

  private String lineOf(Place place) {
    return document.pages().get(place.page()).lines().get(place.line()).text();
  }

  private int lineStart(Place place) {
    var lines = document.pages().get(place.page()).lines();
    int start = 0;
    for (int i = 0; i < place.line(); i++) {
      start += lines.get(i).text().length() + 1;
    }
    return start;
  }

  /** The number of the page a place stands on. */
  int pageNumber(Place place) {
    return document.pages().get(place.page()).number();
  }

  Evidence evidence(Place place, String meaning) {
    return new Evidence(pageNumber(place), place.start(), place.end(), at(place), meaning);
  }

  /** Whether some page was recognized in a picture. */
  boolean isScan() {
    return document.pages().stream().anyMatch(page -> page.source() == Page.Source.OCR);
  }

  /** Where a line stands without the blanks and marks, such as Markdown's, around its words. */
  static Place bare(int page, int line, int offset, String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isMark(text.charAt(start))) {
      start++;
    }
    while (end > start && isMark(text.charAt(end - 1))) {
      end--;
    }
    return end == start
        ? new Place(page, line, offset, offset + text.length())
        : new Place(page, line, offset + start, offset + end);
  }

  private static boolean isMark(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || "#*_=|~".indexOf(c) >= 0;
  }
}
