package dev.taxon;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a page as a person would read it.
 *
 * @param text without line breaks; never blank
 * @param role what the format itself says the line is; {@link Role#BODY} where it says nothing
 * @param box where it stands, where the format knows it
 */
public record Line(String text, Role role, @Nullable Box box) {

  /**
   * What a format says of a line: an HTML title or a mail's subject, a heading, or nothing special.
   */
  public enum Role {
    TITLE,
    HEADING,
    BODY
  }

  public Line {
    Objects.requireNonNull(text);
    Objects.requireNonNull(role);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a line must hold something to read");
    }
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a line must not hold a line break");
    }
  }

  /** A body line without a known place. */
  public static Line of(String text) {
    return new Line(text, Role.BODY, null);
  }
}
