package dev.taxon.cli.rows;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms that results are printed in. */
public enum Form {
  TABLE,
  CSV,
  TSV,
  JSONL,
  JSON,
  YAML,
  MD;

  /**
   * How rows look in detail.
   *
   * @param columns which ones, in which order
   * @param header whether forms that have a header line print it
   * @param width characters of a line of a table; {@link Integer#MAX_VALUE} for as long as it takes
   * @param colour whether a table is coloured
   * @param mark whether CSV begins with a byte order mark
   */
  public record Look(
      List<Column> columns, boolean header, int width, boolean colour, boolean mark) {
    public Look {
      columns = List.copyOf(columns);
    }
  }

  public RowWriter to(PrintStream out, Look look) {
    return switch (this) {
      case TABLE -> new TableRows(out, look);
      case CSV -> new CsvRows(out, look);
      case TSV -> new TsvRows(out, look);
      case JSONL -> new JsonRows(out, look, false);
      case JSON -> new JsonRows(out, look, true);
      case YAML -> new YamlRows(out, look);
      case MD -> new MarkdownRows(out, look);
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form that a file's name asks for. */
  public static Optional<Form> ofFile(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "txt" -> Optional.of(TABLE);
      case "ndjson" -> Optional.of(JSONL);
      case "yml" -> Optional.of(YAML);
      case "markdown" -> Optional.of(MD);
      default -> Stream.of(values()).filter(form -> form.word().equals(extension)).findFirst();
    };
  }
}
