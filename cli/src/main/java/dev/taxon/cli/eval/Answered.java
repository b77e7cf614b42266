package dev.taxon.cli.eval;

import dev.taxon.cli.rows.Row;
import java.util.Objects;

/** A document whose type is known, and what it was answered with. */
record Answered(Label label, Row row) {
  boolean isRight() {
    return !row.isFailed() && Objects.equals(label.type(), row.type());
  }

  /** The type that was answered, or what stands in its place. */
  String answer() {
    return row.isFailed() ? Evaluation.ERROR : word(row.type());
  }

  String truth() {
    return word(label.type());
  }

  private static String word(@org.jspecify.annotations.Nullable String type) {
    return type == null ? Evaluation.NONE : type;
  }
}
