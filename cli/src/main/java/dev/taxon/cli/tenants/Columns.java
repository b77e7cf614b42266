package dev.taxon.cli.tenants;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A list for people, in columns, or for programs, as a JSON array of objects. */
record Columns(List<String> names, List<List<String>> rows) {
  void print(PrintStream out, boolean json) {
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(rows.stream().map(this::object).toList()));
      return;
    }
    printRow(out, names);
    rows.forEach(row -> printRow(out, row));
  }

  private LinkedHashMap<String, String> object(List<String> row) {
    var object = new LinkedHashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      object.put(names.get(i), row.get(i));
    }
    return object;
  }

  private void printRow(PrintStream out, List<String> row) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int width = width(i);
      String cell = row.get(i).isEmpty() ? "-" : row.get(i);
      line.append(cell).append(" ".repeat(width - cell.codePointCount(0, cell.length()) + 2));
    }
    out.println(line.toString().stripTrailing());
  }

  private int width(int column) {
    int widest = 1;
    for (List<String> row : rows) {
      widest = Math.max(widest, row.get(column).codePointCount(0, row.get(column).length()));
    }
    return Math.max(widest, names.get(column).length());
  }
}
