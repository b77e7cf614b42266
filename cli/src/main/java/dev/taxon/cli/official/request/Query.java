package dev.taxon.cli.official.request;

import dev.taxon.cli.official.value.Value;
import dev.taxon.cli.official.value.ValueWords;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A query string: names sorted, lists as a name many times, objects as {@code a[b]}. */
final class Query {
  private final Map<String, List<String>> values = new TreeMap<>();

  void add(String name, Value value) {
    switch (value) {
      case Value.Items items -> items.items().forEach(item -> add(name, item));
      case Value.Fields fields ->
          fields.fields().forEach((key, inner) -> add(name + "[" + key + "]", inner));
      case Value.Nothing nothing -> put(name, "");
      case Value.Real real ->
          put(
              name,
              new BigDecimal(Double.toString(real.number())).stripTrailingZeros().toPlainString());
      default -> put(name, ValueWords.of(value));
    }
  }

  private void put(String name, String text) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
  }

  /** The query with its question mark, or nothing when it is empty. */
  String text() {
    var text = new StringBuilder();
    values.forEach((name, texts) -> {
      for (String value : texts) {
        text.append(text.isEmpty() ? '?' : '&')
            .append(escape(name, "", true))
            .append('=')
            .append(escape(value, "", true));
      }
    });
    return text.toString();
  }

  /** An id as one step of a path. */
  static String pathStep(String id) {
    if (id.equals(".") || id.equals("..")) {
      return id.replace(".", "%2E");
    }
    return escape(id, "$&+=:@", false);
  }

  private static String escape(String text, String alsoPlain, boolean plusForSpace) {
    var out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || "-_.~".indexOf(c) >= 0 || alsoPlain.indexOf(c) >= 0) {
        out.append(c);
      } else if (c == ' ' && plusForSpace) {
        out.append('+');
      } else {
        out.append('%')
            .append("0123456789ABCDEF".charAt(c >> 4))
            .append("0123456789ABCDEF".charAt(c & 15));
      }
    }
    return out.toString();
  }
}
