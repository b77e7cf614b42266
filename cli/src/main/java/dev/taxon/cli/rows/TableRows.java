package dev.taxon.cli.rows;

import dev.taxon.cli.console.Colour;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A table for eyes: columns as wide as what stands in them, the last one cut to the width. An error
 * stands where the reasoning would, unless it has a column of its own.
 */
final class TableRows implements RowWriter {
  private static final String GAP = "  ";
  private static final String NONE = "–";

  /** What is cut shorter than this says nothing. */
  private static final int SHORTEST = 10;

  private final PrintStream out;
  private final Form.Look look;
  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  /** What every name begins with and none shows, because it stands above the table. */
  private String folder = "";

  TableRows(PrintStream out, Form.Look look) {
    this.out = out;
    this.look = look;
    this.columns =
        look.columns().contains(Column.REASONING)
            ? look.columns().stream().filter(column -> column != Column.ERROR).toList()
            : look.columns();
  }

  @Override
  public boolean waitsForAll() {
    return true;
  }

  @Override
  public void row(Row row) {
    rows.add(row);
  }

  @Override
  public void end() {
    folder = columns.contains(Column.FILE) ? folder() : "";
    if (!folder.isEmpty()) {
      String line = Plain.cutMiddle("in " + Plain.line(folder), look.width());
      out.println(look.colour() ? Colour.DIM.of(line) : line);
    }
    var lines = new ArrayList<List<String>>();
    if (look.header()) {
      lines.add(columns.stream().map(TableRows::title).toList());
    }
    for (Row row : rows) {
      lines.add(columns.stream().map(column -> cell(column, row)).toList());
    }
    int[] widths = widths(lines);
    for (int i = 0; i < lines.size(); i++) {
      boolean head = look.header() && i == 0;
      Colour colour = head ? Colour.BOLD : colour(rows.get(i - (look.header() ? 1 : 0)));
      print(lines.get(i), widths, head, colour);
    }
  }

  private void print(List<String> cells, int[] widths, boolean head, Colour colour) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      boolean last = i == widths.length - 1;
      Column column = columns.get(i);
      String cell =
          column == Column.FILE
              ? Plain.cutMiddle(cells.get(i), widths[i])
              : Plain.cutEnd(cells.get(i), widths[i]);
      String padded = last ? cell : Plain.padded(cell, widths[i]);
      boolean coloured = head || column == Column.TYPE || column == Column.CONFIDENCE;
      line.append(look.colour() && coloured ? colour.of(padded) : padded);
      line.append(last ? "" : GAP);
    }
    out.println(look.colour() ? line : line.toString().stripTrailing());
  }

  /**
   * The widths of the columns that are shown. None is wider than its widest cell; a file's name
   * gives way before the sentence behind it does, and where there is no room for a sentence, the
   * table does without.
   */
  private int[] widths(List<List<String>> lines) {
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Plain.width(line.get(i)));
      }
    }
    int last = widths.length - 1;
    if (look.width() == Integer.MAX_VALUE) {
      return widths;
    }
    int[] widest = widths.clone();
    int file = columns.indexOf(Column.FILE);
    if (file >= 0 && file < last) {
      widths[file] = Math.min(widths[file], mostForFile());
    }
    int room = look.width() - (taken(widths) - widths[last]);
    if (room >= Math.min(widths[last], SHORTEST) || last == 0 || !isSentence(columns.get(last))) {
      widths[last] = Math.min(widths[last], Math.max(SHORTEST, room));
      return widths;
    }
    int[] fewer = Arrays.copyOf(widest, last);
    for (Column column : List.of(Column.FILE, Column.TYPE)) {
      int at = columns.indexOf(column);
      int over = taken(fewer) - look.width();
      if (at >= 0 && at < last && over > 0) {
        fewer[at] = Math.min(fewer[at], Math.max(SHORTEST, fewer[at] - over));
      }
    }
    return fewer;
  }

  /** So wide columns are with what is between them. */
  private static int taken(int[] widths) {
    return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
  }

  private static boolean isSentence(Column column) {
    return column == Column.REASONING || column == Column.ERROR;
  }

  private int mostForFile() {
    return Math.max(16, look.width() * 2 / 5);
  }

  /** The folder that all files lie in, where their whole names are too long for their column. */
  private String folder() {
    int widest = rows.stream().mapToInt(row -> Plain.width(row.file())).max().orElse(0);
    if (look.width() == Integer.MAX_VALUE || widest <= mostForFile()) {
      return "";
    }
    String common = rows.getFirst().file();
    for (Row row : rows) {
      int end = 0;
      while (end < Math.min(common.length(), row.file().length())
          && common.charAt(end) == row.file().charAt(end)) {
        end++;
      }
      common = common.substring(0, end);
    }
    return common.substring(0, common.replace('\\', '/').lastIndexOf('/') + 1);
  }

  private static String title(Column column) {
    return column == Column.CONFIDENCE ? "CONF" : column.title().toUpperCase(Locale.ROOT);
  }

  private String cell(Column column, Row row) {
    return switch (column) {
      case FILE -> Plain.line(row.file().substring(folder.length()));
      case TYPE -> row.isFailed() ? "error" : row.type() == null ? NONE : Plain.line(row.type());
      case CONFIDENCE ->
          row.confidence() == null ? NONE : String.format(Locale.ROOT, "%.2f", row.confidence());
      case REASONING -> Plain.line(Column.REASONING.text(row) + Column.ERROR.text(row));
      case ERROR -> Plain.line(Column.ERROR.text(row));
    };
  }

  /** Green where the answer is sure, yellow where it may be, red where it hardly is or failed. */
  private static Colour colour(Row row) {
    Double confidence = row.confidence();
    if (confidence == null) {
      return Colour.RED;
    }
    return confidence >= 0.8 ? Colour.GREEN : confidence >= 0.5 ? Colour.YELLOW : Colour.RED;
  }
}
