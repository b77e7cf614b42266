package dev.taxon.cli.official.output;

/**
 * JSON with the terminal's colours: keys bold blue, strings green, numbers yellow, true and false
 * cyan, null dim.
 */
final class Colours {
  private static final String OFF = "\u001b[0m";
  private static final String BRACKET = "\u001b[1m";
  private static final String KEY = "\u001b[1m\u001b[94m";
  private static final String STRING = "\u001b[32m";
  private static final String ESCAPE = "\u001b[35m";
  private static final String NUMBER = "\u001b[33m";
  private static final String TRUTH = "\u001b[36m";
  private static final String NULL = "\u001b[2m";

  private final String json;
  private final StringBuilder out = new StringBuilder();

  /** Of each open bracket: an array's, an object's before a key, or an object's before a value. */
  private final StringBuilder open = new StringBuilder();

  private Colours(String json) {
    this.json = json;
  }

  static String of(String json) {
    return new Colours(json).paint();
  }

  private String paint() {
    int i = 0;
    while (i < json.length()) {
      char c = json.charAt(i);
      switch (c) {
        case '"' -> i = string(i);
        case '{', '[' -> {
          open.append(c == '{' ? 'k' : 'a');
          bracket(c);
          i++;
        }
        case '}', ']' -> {
          open.setLength(Math.max(0, open.length() - 1));
          bracket(c);
          i++;
        }
        case ':', ',' -> {
          if (top() == 'k' || top() == 'v') {
            open.setCharAt(open.length() - 1, top() == 'k' ? 'v' : 'k');
            bracket(c);
          } else {
            out.append(c);
          }
          i++;
        }
        default -> i = word(i);
      }
    }
    return out.toString();
  }

  private char top() {
    return open.isEmpty() ? ' ' : open.charAt(open.length() - 1);
  }

  private void bracket(char c) {
    out.append(BRACKET).append(c).append(OFF);
  }

  private int word(int from) {
    char c = json.charAt(from);
    if (c <= ' ') {
      out.append(c);
      return from + 1;
    }
    int end = from;
    while (end < json.length() && json.charAt(end) > ' ' && ",:]}".indexOf(json.charAt(end)) < 0) {
      end++;
    }
    String style =
        switch (c) {
          case 't', 'f' -> TRUTH;
          case 'n' -> NULL;
          default -> NUMBER;
        };
    out.append(style).append(json, from, end).append(OFF);
    return end;
  }

  /** A string; each escape in it has its own colour. */
  private int string(int from) {
    String style = top() == 'k' ? KEY : STRING;
    out.append(style).append('"');
    int i = from + 1;
    while (i < json.length() && json.charAt(i) != '"') {
      if (json.charAt(i) == '\\') {
        int end = Math.min(json.length(), i + (json.startsWith("u", i + 1) ? 6 : 2));
        out.append(OFF).append(ESCAPE).append(json, i, end).append(OFF).append(style);
        i = end;
      } else {
        out.append(json.charAt(i++));
      }
    }
    if (i < json.length()) {
      out.append('"');
      i++;
    }
    out.append(OFF);
    return i;
  }
}
