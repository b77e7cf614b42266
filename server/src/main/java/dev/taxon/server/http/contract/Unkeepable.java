package dev.taxon.server.http.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What no database or JSON writer gives back as it was: the character NUL, halves of a surrogate
 * pair, numbers beyond all bounds. JSON can spell them, so they are looked for in everything that
 * was sent.
 */
final class Unkeepable {
  private Unkeepable() {}

  static void find(JsonNode sent, List<Problem> problems) {
    find(sent, new ArrayList<>(), problems);
  }

  private static void find(JsonNode node, List<Object> loc, List<Problem> problems) {
    if (node.isString()) {
      if (!isReadable(node.stringValue())) {
        problems.add(problem(loc));
      }
    } else if (node.isDouble()) {
      if (!Double.isFinite(node.doubleValue())) {
        problems.add(infinite(loc));
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(entry -> {
            if (isReadable(entry.getKey())) {
              loc.add(entry.getKey());
              find(entry.getValue(), loc, problems);
              loc.removeLast();
            } else {
              problems.add(problem(loc));
            }
          });
    } else {
      for (int i = 0; i < node.size(); i++) {
        loc.add(i);
        find(node.get(i), loc, problems);
        loc.removeLast();
      }
    }
  }

  private static Problem infinite(List<Object> loc) {
    return new Problem(
        "finite_number",
        loc,
        "Input should be a finite number",
        JsonNodeFactory.instance.nullNode(),
        null);
  }

  private static boolean isReadable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }

  private static Problem problem(List<Object> loc) {
    // the text itself could not be written into the answer
    return new Problem(
        "string_unicode",
        loc,
        "Input should be a valid string, without NUL and without half a surrogate pair",
        JsonNodeFactory.instance.nullNode(),
        null);
  }
}
