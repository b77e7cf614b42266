package dev.taxon.cli.rows;

import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown table, whose header line is always there because Markdown asks for it. */
final class MarkdownRows implements RowWriter {
  private final PrintStream out;
  private final Form.Look look;

  MarkdownRows(PrintStream out, Form.Look look) {
    this.out = out;
    this.look = look;
  }

  @Override
  public void begin() {
    print(look.columns().stream().map(Column::title));
    print(look.columns().stream().map(column -> column == Column.CONFIDENCE ? "---:" : "---"));
  }

  @Override
  public void row(Row row) {
    print(
        look.columns().stream()
            .map(column -> column.text(row))
            .map(text -> Plain.line(text).replaceAll("([\\\\|*_`<\\[\\]])", "\\\\$1")));
  }

  private void print(Stream<String> cells) {
    out.print(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  @Override
  public void end() {}
}
