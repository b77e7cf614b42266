package dev.taxon.cli.official.gjson;

/** Finds the end of what stands in brackets. */
final class Brackets {
  private Brackets() {}

  /** Behind the bracket or quote that closes the one at {@code at}, or the text's end. */
  static int end(String text, int at) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '"' -> {
          i = quoteEnd(text, i) - 1;
          if (depth == 0) {
            return i + 1;
          }
        }
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> {
          depth--;
          if (depth == 0) {
            return i + 1;
          }
        }
        default -> {
          // inside
        }
      }
    }
    return text.length();
  }

  private static int quoteEnd(String text, int at) {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i + 1;
      }
    }
    return text.length();
  }
}
