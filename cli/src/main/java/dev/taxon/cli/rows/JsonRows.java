package dev.taxon.cli.rows;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One object a row, either one a line or all in an array. What there is not is null. */
final class JsonRows implements RowWriter {
  private final PrintStream out;
  private final Form.Look look;
  private final boolean array;
  private final JsonMapper json = JsonMapper.shared();
  private boolean first = true;

  JsonRows(PrintStream out, Form.Look look, boolean array) {
    this.out = out;
    this.look = look;
    this.array = array;
  }

  @Override
  public void row(Row row) {
    if (array) {
      out.print(first ? "[\n  " : ",\n  ");
    }
    first = false;
    out.print(json.writeValueAsString(values(row, look)));
    if (!array) {
      out.print('\n');
    }
  }

  @Override
  public void end() {
    if (array) {
      out.print(first ? "[]\n" : "\n]\n");
    }
  }

  /** Title to value, in the order of the columns. */
  static Map<String, @Nullable Object> values(Row row, Form.Look look) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (Column column : look.columns()) {
      values.put(
          column.title(),
          switch (column) {
            case FILE -> row.file();
            case TYPE -> row.type();
            case CONFIDENCE -> row.confidence();
            case REASONING -> row.reasoning();
            case ERROR -> row.error();
          });
    }
    return values;
  }
}
