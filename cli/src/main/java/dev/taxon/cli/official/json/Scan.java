package dev.taxon.cli.official.json;

/** Finds where pieces of JSON end, also in text that is not quite JSON: then at its end. */
final class Scan {
  private Scan() {}

  static int skipSpace(String text, int at) {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /** Past spaces, commas and colons. */
  static int nextValue(String text, int at) {
    while (at < text.length()
        && (text.charAt(at) <= ' ' || text.charAt(at) == ',' || text.charAt(at) == ':')) {
      at++;
    }
    return at;
  }

  /** Behind the closing quote of the string that opens at {@code at}. */
  static int endOfString(String text, int at) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Behind the bracket that closes the one at {@code at}. */
  static int endOfContainer(String text, int at) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> i = endOfString(text, i) - 1;
        case '{', '[', '(' -> depth++;
        case '}', ']', ')' -> {
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

  static int endOfNumber(String text, int at) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) > ' ' && ",]}".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  static int endOfLetters(String text, int at) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
      i++;
    }
    return i;
  }

  /** The text of a string in quotes. */
  static String unescape(String quoted) {
    int end = quoted.length() > 1 && quoted.endsWith("\"") ? quoted.length() - 1 : quoted.length();
    if (quoted.indexOf('\\') < 0) {
      return quoted.substring(Math.min(1, end), end);
    }
    var out = new StringBuilder(quoted.length());
    for (int i = 1; i < end; i++) {
      char c = quoted.charAt(i);
      if (c != '\\' || i + 1 >= end) {
        out.append(c);
        continue;
      }
      c = quoted.charAt(++i);
      int plain = "bfnrt".indexOf(c);
      if (plain >= 0) {
        out.append("\b\f\n\r\t".charAt(plain));
      } else if (c == 'u' && i + 4 < quoted.length()) {
        out.append((char) hex(quoted, i + 1));
        i += 4;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int hex(String text, int at) {
    int code = 0;
    for (int i = at; i < at + 4; i++) {
      code = code * 16 + Math.max(0, Character.digit(text.charAt(i), 16));
    }
    return code;
  }

  /** {@code text} in quotes, with {@code < > &} and control characters escaped. */
  static String escape(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int plain = "\b\f\n\r\t".indexOf(c);
      if (plain >= 0) {
        out.append('\\').append("bfnrt".charAt(plain));
      } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 15, 16));
        }
      } else {
        if (c == '"' || c == '\\') {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
