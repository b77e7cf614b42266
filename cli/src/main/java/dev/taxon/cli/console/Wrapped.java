package dev.taxon.cli.console;

/** Text broken into lines between its words, for a terminal that would break it inside them. */
public final class Wrapped {
  private Wrapped() {}

  /**
   * Lines of at most {@code columns} characters where words allow it; lines that are short enough
   * stay as they are.
   *
   * @param indent what further lines begin with
   */
  public static String text(String text, int columns, String indent) {
    var wrapped = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      wrapped.append(wrapped.isEmpty() ? "" : "\n");
      String rest = line;
      while (rest.length() > columns) {
        int space = rest.lastIndexOf(' ', columns);
        if (space <= indent.length()) {
          break;
        }
        wrapped.append(rest.substring(0, space).stripTrailing()).append('\n');
        rest = indent + rest.substring(space).strip();
      }
      wrapped.append(rest);
    }
    return wrapped.toString();
  }
}
