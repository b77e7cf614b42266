package dev.taxon.cli.official.gjson;

/** Whether a text is one JSON value and nothing else. */
final class Validity {
  private static final int DEEPEST = 1000;

  private final String text;
  private int at;

  private Validity(String text) {
    this.text = text;
  }

  static boolean isValid(String text) {
    var check = new Validity(text);
    boolean valid = check.value(0);
    check.space();
    return valid && check.at == text.length();
  }

  private boolean value(int depth) {
    space();
    if (at >= text.length() || depth > DEEPEST) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '{' -> container('}', true, depth);
      case '[' -> container(']', false, depth);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean container(char close, boolean keys, int depth) {
    at++;
    space();
    if (take(close)) {
      return true;
    }
    do {
      space();
      if (keys) {
        if (at >= text.length() || text.charAt(at) != '"' || !string()) {
          return false;
        }
        space();
        if (!take(':')) {
          return false;
        }
      }
      if (!value(depth + 1)) {
        return false;
      }
      space();
    } while (take(','));
    return take(close);
  }

  private boolean string() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c < ' ') {
        return false;
      }
      if (c == '\\') {
        if (at >= text.length() || "\"\\/bfnrtu".indexOf(text.charAt(at)) < 0) {
          return false;
        }
        if (text.charAt(at++) == 'u') {
          for (int i = 0; i < 4; i++, at++) {
            if (at >= text.length() || Character.digit(text.charAt(at), 16) < 0) {
              return false;
            }
          }
        }
      }
    }
    return false;
  }

  private boolean number() {
    take('-');
    if (!take('0') && !digits()) {
      return false;
    }
    if (take('.') && !digits()) {
      return false;
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > from;
  }

  private boolean word(String word) {
    boolean here = text.startsWith(word, at);
    at += here ? word.length() : 0;
    return here;
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
