package dev.taxon.cli.rows;

import java.io.PrintStream;
import java.util.List;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A YAML list with one map a row. */
final class YamlRows implements RowWriter {
  private final PrintStream out;
  private final Form.Look look;
  private final Dump dump =
      new Dump(
          DumpSettings.builder()
              .setDefaultFlowStyle(FlowStyle.BLOCK)
              .setWidth(Integer.MAX_VALUE)
              .setSplitLines(false)
              .build());
  private boolean empty = true;

  YamlRows(PrintStream out, Form.Look look) {
    this.out = out;
    this.look = look;
  }

  @Override
  public void row(Row row) {
    empty = false;
    out.print(dump.dumpToString(List.of(JsonRows.values(row, look))));
  }

  @Override
  public void end() {
    if (empty) {
      out.print("[]\n");
    }
  }
}
