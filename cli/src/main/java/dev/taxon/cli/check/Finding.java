package dev.taxon.cli.check;

import java.util.Locale;

/**
 * Something about a rule that its author should know.
 *
 * @param place {@code file:line:column}
 * @param what one sentence, and what to do about it
 */
public record Finding(String place, Weight weight, Kind kind, String what) {
  /** How much it matters. */
  public enum Weight {
    /** The rules cannot be used. */
    ERROR,
    /** Answers will suffer. */
    WARNING,
    /** Worth a look. */
    NOTE
  }

  /** What it is about. */
  public enum Kind {
    INVALID,
    DUPLICATE,
    OVERLAP,
    UNMATCHABLE,
    CONTRADICTION,
    TOO_SHORT,
    INSTRUCTION,
    NAME,
    ENGINE;

    /** {@code too-short}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** {@code rules.yaml:3:5: warning: sentence [too-short]}. */
  public String line() {
    return "%s: %s: %s [%s]"
        .formatted(place, weight.name().toLowerCase(Locale.ROOT), what, kind.word());
  }
}
