package dev.taxon;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of a document, in reading order. What a page is depends on the format; {@code
 * docs/reading.md} defines it.
 *
 * @param number the place in the document, from 1
 * @param lines may be empty: a page without anything to read
 * @param source where the text came from
 * @param size width and height in points with x and y 0, where the format knows them
 */
public record Page(int number, List<Line> lines, Source source, @Nullable Box size) {

  /** Text that the file holds, or text that was recognized in a picture. */
  public enum Source {
    TEXT,
    OCR
  }

  public Page {
    if (number < 1) {
      throw new IllegalArgumentException("page numbers count from 1, found " + number);
    }
    lines = List.copyOf(lines);
    Objects.requireNonNull(source);
  }

  /** A page of text whose lines have no known place. */
  public static Page of(int number, String... lines) {
    return new Page(
        number,
        java.util.stream.Stream.of(lines).filter(l -> !l.isBlank()).map(Line::of).toList(),
        Source.TEXT,
        null);
  }

  /**
   * The lines joined by line feeds: the text that evidence offsets count in, in UTF-16 code units.
   */
  public String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }
}
