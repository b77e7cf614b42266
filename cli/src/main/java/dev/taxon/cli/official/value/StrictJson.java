package dev.taxon.cli.official.value;

import java.util.ArrayList;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one strict JSON document, so that the usual case needs no YAML reader (which also refuses
 * JSON indented by tabs). Numbers follow {@link Scalars}. What is not strict JSON gives null, and
 * YAML may try.
 */
final class StrictJson {
  /** Deeper nesting is left to the YAML reader, which has its own limit. */
  private static final int DEEPEST = 200;

  private final String text;
  private int at;

  private StrictJson(String text) {
    this.text = text;
  }

  static @Nullable Value read(String text) {
    var reader = new StrictJson(text);
    Value value = reader.value(0);
    if (value == null) {
      return null;
    }
    reader.skipSpace();
    return reader.at == text.length() ? value : null;
  }

  private @Nullable Value value(int depth) {
    skipSpace();
    if (at >= text.length() || depth > DEEPEST) {
      return null;
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> {
        String string = string();
        yield string == null ? null : new Value.Text(string);
      }
      default -> word();
    };
  }

  private @Nullable Value object(int depth) {
    var fields = new TreeMap<String, Value>();
    at++;
    skipSpace();
    if (take('}')) {
      return new Value.Fields(fields);
    }
    while (true) {
      skipSpace();
      String key = at < text.length() && text.charAt(at) == '"' ? string() : null;
      skipSpace();
      if (key == null || !take(':')) {
        return null;
      }
      Value value = value(depth + 1);
      if (value == null || fields.put(key, value) != null) {
        return null;
      }
      skipSpace();
      if (take('}')) {
        return new Value.Fields(fields);
      }
      if (!take(',')) {
        return null;
      }
    }
  }

  private @Nullable Value array(int depth) {
    var items = new ArrayList<Value>();
    at++;
    skipSpace();
    if (take(']')) {
      return new Value.Items(items);
    }
    while (true) {
      Value value = value(depth + 1);
      if (value == null) {
        return null;
      }
      items.add(value);
      skipSpace();
      if (take(']')) {
        return new Value.Items(items);
      }
      if (!take(',')) {
        return null;
      }
    }
  }

  private @Nullable Value word() {
    int from = at;
    while (at < text.length()
        && ("+-._".indexOf(text.charAt(at)) >= 0 || Character.isLetterOrDigit(text.charAt(at)))) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "null", "true", "false" -> Scalars.of(word);
      case "" -> null;
      default ->
          word.charAt(0) == '-' || Character.isDigit(word.charAt(0)) ? Scalars.of(word) : null;
    };
  }

  private @Nullable String string() {
    var out = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        return null;
      }
      if (c != '\\') {
        out.append(c);
      } else if (!escape(out)) {
        return null;
      }
    }
    return null;
  }

  private boolean escape(StringBuilder out) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at++);
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      out.append("\"\\/\b\f\n\r\t".charAt(plain));
      return true;
    }
    if (c != 'u' || at + 4 > text.length()) {
      return false;
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(at + i), 16);
      if (digit < 0) {
        return false;
      }
      code = code * 16 + digit;
    }
    at += 4;
    out.append((char) code);
    return true;
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
