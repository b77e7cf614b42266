package dev.taxon.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report.
 *
 * @param measure what was measured
 * @param value in {@code unit}
 * @param budget null where none is set
 * @param note how: rounds, spread, sizes
 */
public record Row(String measure, double value, String unit, @Nullable Budget budget, String note) {

  /** A line of a Markdown table: measure, value, budget, verdict, note. */
  public String markdown() {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            measure,
            figure(value),
            budget == null ? "" : budget.words() + " " + figure(budget.bound()),
            verdict(),
            note);
  }

  private String verdict() {
    if (budget == null) {
      return "";
    }
    return budget.isKeptBy(value) ? "kept" : "**missed**";
  }

  private String figure(double number) {
    String digits;
    if (number == Math.rint(number) || number >= 100) {
      digits = "%,.0f";
    } else {
      digits = number >= 10 ? "%.1f" : "%.2f";
    }
    return String.format(Locale.ROOT, digits + " %s", number, unit).strip();
  }
}
