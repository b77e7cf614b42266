package dev.taxon.cli.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A column of the results, named in lower case wherever it is named. */
public enum Column {
  FILE,
  TYPE,
  CONFIDENCE,
  REASONING,
  ERROR;

  /** Every column in the usual order. */
  public static final List<Column> ALL = List.of(values());

  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value as text; empty where there is none. */
  public String text(Row row) {
    return switch (this) {
      case FILE -> row.file();
      case TYPE -> Objects.requireNonNullElse(row.type(), "");
      case CONFIDENCE -> row.confidence() == null ? "" : number(row.confidence());
      case REASONING -> Objects.requireNonNullElse(row.reasoning(), "");
      case ERROR -> Objects.requireNonNullElse(row.error(), "");
    };
  }

  /** The order in which {@code --sort} puts rows: confidence from the surest down. */
  public Comparator<Row> order() {
    return this == CONFIDENCE
        ? Comparator.comparingDouble(row -> row.confidence() == null ? 2 : -row.confidence())
        : Comparator.comparing(this::text);
  }

  /**
   * Finds a column by its title.
   *
   * @throws IllegalArgumentException with the titles there are
   */
  public static Column named(String title) {
    return Stream.of(values())
        .filter(column -> column.title().equalsIgnoreCase(title.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no column '"
                    + title.strip()
                    + "'; there are "
                    + String.join(", ", ALL.stream().map(Column::title).toList())));
  }

  /** At most four digits after the point, never an exponent. */
  static String number(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.toPlainString();
  }
}
