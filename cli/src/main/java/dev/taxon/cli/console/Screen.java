package dev.taxon.cli.console;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which streams are a terminal, and its size in characters.
 *
 * @param columns at least 20
 * @param rows at least 1
 */
public record Screen(boolean in, boolean out, boolean err, int columns, int rows) {
  /** No terminal at all; text is laid out for 80 columns. */
  public static final Screen NONE = new Screen(false, false, false, 80, 24);

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,4})x([0-9]{1,4})");

  public Screen {
    columns = columns < 20 ? 80 : columns;
    rows = rows < 1 ? 24 : rows;
  }

  /**
   * Reads what the launcher found out, such as {@code in,out,err,24x80} (rows, then columns). A
   * variable {@code COLUMNS} wins over the measured width.
   */
  public static Screen of(String found, Map<String, String> environment) {
    List<String> words = List.of(found.split(","));
    int rows = 0;
    int columns = 0;
    for (String word : words) {
      var size = SIZE.matcher(word);
      if (size.matches()) {
        rows = Integer.parseInt(size.group(1));
        columns = Integer.parseInt(size.group(2));
      }
    }
    String wanted = environment.getOrDefault("COLUMNS", "");
    if (wanted.matches("[0-9]{1,4}")) {
      columns = Integer.parseInt(wanted);
    }
    return new Screen(
        words.contains("in"), words.contains("out"), words.contains("err"), columns, rows);
  }
}
