package dev.taxon.cli.official.gjson;

import dev.taxon.cli.official.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A selection {@code {name:path,path}} or {@code [path,path]}.
 *
 * @param object whether it makes an object
 * @param parts what it collects
 * @param rest the path behind it
 */
record Selectors(boolean object, List<Part> parts, String rest) {
  /** One path and the key for what it finds; an empty name takes the path's last key. */
  record Part(String name, String path) {}

  static Optional<Selectors> parse(String path) {
    var parts = new ArrayList<Part>();
    boolean modifier = false;
    int colon = -1;
    int start = 1;
    int i = 1;
    while (i < path.length()) {
      char c = path.charAt(i);
      if (c == ',' || c == '}' || c == ']' || c == ')') {
        parts.add(
            colon < 0
                ? new Part("", path.substring(start, i))
                : new Part(path.substring(start, colon), path.substring(colon + 1, i)));
        if (c != ',') {
          return Optional.of(new Selectors(path.charAt(0) == '{', parts, path.substring(i + 1)));
        }
        colon = -1;
        modifier = false;
        start = i + 1;
      }
      switch (c) {
        case '\\' -> i += 2;
        case '"', '[', '{', '(' -> i = Brackets.end(path, i);
        case '@' -> {
          modifier |= path.charAt(i - 1) == '.' || path.charAt(i - 1) == '|';
          i++;
        }
        case ':' -> {
          colon = colon < 0 && !modifier ? i : colon;
          i++;
        }
        default -> i++;
      }
    }
    return Optional.empty();
  }

  /** What the paths find in {@code json}; those that find nothing are left out. */
  Json collect(Json json) {
    var raw = new StringBuilder(object ? "{" : "[");
    for (Part part : parts) {
      Json value = Gjson.get(json, part.path());
      if (!value.exists()) {
        continue;
      }
      raw.append(raw.length() > 1 ? "," : "");
      if (object) {
        raw.append(key(part)).append(':');
      }
      raw.append(value.raw());
    }
    raw.append(object ? '}' : ']');
    return new Json(object ? Json.Kind.OBJECT : Json.Kind.ARRAY, raw.toString());
  }

  private static String key(Part part) {
    if (part.name().startsWith("\"") && part.name().endsWith("\"") && part.name().length() > 1) {
      return part.name();
    }
    if (!part.name().isEmpty()) {
      return Json.ofText(part.name()).raw();
    }
    String path = part.path();
    int from = path.length();
    while (from > 0) {
      char c = path.charAt(from - 1);
      if ((c == '.' || c == '|') && (from < 2 || path.charAt(from - 2) != '\\')) {
        break;
      }
      from--;
    }
    String last = path.substring(from);
    boolean simple = last.chars().allMatch(c -> c >= ' ' && "[]{}()#|!".indexOf(c) < 0);
    return Json.ofText(simple ? last : "_").raw();
  }
}
