package dev.taxon.cli.rows;

import dev.taxon.Decision;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file: an answer, or the sentence that says why there is none.
 *
 * @param file as the user named it
 * @param type null when no rule fits, or on an error
 * @param confidence 0 to 1, null on an error
 * @param reasoning null on an error
 * @param error {@code CODE: sentence}, null on success
 */
public record Row(
    String file,
    @Nullable String type,
    @Nullable Double confidence,
    @Nullable String reasoning,
    @Nullable String error) {
  public Row {
    Objects.requireNonNull(file);
    if ((error == null) == (confidence == null)) {
      throw new IllegalArgumentException("a row holds either an answer or an error");
    }
  }

  public static Row of(String file, Decision decision) {
    return new Row(file, decision.type(), decision.confidence(), decision.reasoning(), null);
  }

  public static Row failed(String file, String error) {
    return new Row(file, null, null, null, error);
  }

  public boolean isFailed() {
    return error != null;
  }

  public boolean isUntyped() {
    return error == null && type == null;
  }

  /** The same, but without a type where the answer is less sure than {@code least}. */
  public Row atLeast(double least) {
    if (type == null || confidence == null || confidence >= least) {
      return this;
    }
    String said =
        "Less sure than %s that it is %s. %s"
            .formatted(Column.number(least), type, reasoning == null ? "" : reasoning)
            .strip();
    return new Row(file, null, confidence, said, null);
  }
}
