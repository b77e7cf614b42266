package dev.taxon.cli.rows;

import java.io.PrintStream;
import java.util.stream.Collectors;

/**
 * Values with tabs between, for {@code cut} and {@code awk}: one line a row, nothing quoted, tabs
 * and line breaks inside a value become spaces.
 */
final class TsvRows implements RowWriter {
  private final PrintStream out;
  private final Form.Look look;

  TsvRows(PrintStream out, Form.Look look) {
    this.out = out;
    this.look = look;
  }

  @Override
  public void begin() {
    if (look.header()) {
      print(look.columns().stream().map(Column::title));
    }
  }

  @Override
  public void row(Row row) {
    print(look.columns().stream().map(column -> column.text(row).replaceAll("[\t\r\n]+", " ")));
  }

  private void print(java.util.stream.Stream<String> cells) {
    out.print(cells.collect(Collectors.joining("\t", "", "\n")));
  }

  @Override
  public void end() {}
}
