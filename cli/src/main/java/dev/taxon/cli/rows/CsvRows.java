package dev.taxon.cli.rows;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Comma-separated values as RFC 4180 has them. A cell that a spreadsheet would run as a formula
 * begins with an apostrophe instead: file names and reasoning come from documents, and documents
 * are hostile.
 */
final class CsvRows implements RowWriter {
  private final PrintStream out;
  private final CSVPrinter printer;
  private final Form.Look look;

  CsvRows(PrintStream out, Form.Look look) {
    this.look = look;
    this.out = out;
    try {
      printer = new CSVPrinter(out, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void begin() {
    if (look.mark()) {
      out.print('\uFEFF');
    }
    if (look.header()) {
      try {
        printer.printRecord(look.columns().stream().map(Column::title));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void row(Row row) {
    try {
      printer.printRecord(
          look.columns().stream().map(column -> harmless(column, column.text(row))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String harmless(Column column, String text) {
    return column != Column.CONFIDENCE && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  @Override
  public void end() {}
}
