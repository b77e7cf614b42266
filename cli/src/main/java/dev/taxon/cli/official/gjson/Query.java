package dev.taxon.cli.official.gjson;

import dev.taxon.cli.official.json.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * A query {@code #(path op value)}.
 *
 * @param path what of an element is compared; empty for the element itself
 * @param op the comparison, or empty when the path need only exist
 * @param value what it is compared with
 * @param all whether all elements are wanted, or the first
 * @param length how much of the path text the query takes
 */
record Query(String path, String op, String value, boolean all, int length) {

  static Optional<Query> parse(String text) {
    int end = Brackets.end(text, 1);
    if (end - 1 < 2 || ")]".indexOf(text.charAt(end - 1)) < 0) {
      return Optional.empty();
    }
    boolean all = end < text.length() && text.charAt(end) == '#';
    int length = all ? end + 1 : end;
    int at = operator(text, end - 1);
    if (at < 0) {
      return Optional.of(new Query(text.substring(2, end - 1).strip(), "", "", all, length));
    }
    String op = text.substring(at, at + 1);
    for (String two : new String[] {"!=", "!%", "<=", ">=", "=="}) {
      if (text.startsWith(two, at)) {
        op = two;
      }
    }
    String value = text.substring(Math.min(at + op.length(), end - 1), end - 1).strip();
    if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
      value = new Json(Json.Kind.TEXT, value).text();
    }
    return Optional.of(
        new Query(text.substring(2, at).strip(), op.equals("==") ? "=" : op, value, all, length));
  }

  /** Where the first comparison outside of brackets and quotes stands, or -1. */
  private static int operator(String text, int end) {
    for (int i = 2; i < end; i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '"', '(', '[', '{' -> i = Brackets.end(text, i) - 1;
        case '!', '=', '<', '>', '%' -> {
          return i;
        }
        default -> {
          // part of the path
        }
      }
    }
    return -1;
  }

  boolean accepts(Json element) {
    Json json = element;
    if (element.isContainer()) {
      json = Gjson.get(element, path);
    } else if (!path.isEmpty()) {
      return false;
    }
    String wanted = value;
    if (wanted.startsWith("~")) {
      Json.Kind truth = truth(json, wanted.substring(1));
      if (truth == Json.Kind.MISSING) {
        return false;
      }
      json = new Json(truth, truth == Json.Kind.TRUE ? "true" : "false");
      wanted = "true";
    }
    if (!json.exists()) {
      return false;
    }
    return op.isEmpty() || compare(json, wanted);
  }

  private boolean compare(Json json, String wanted) {
    return switch (json.kind()) {
      case TEXT ->
          switch (op) {
            case "%" -> Wildcards.match(json.text(), wanted);
            case "!%" -> !Wildcards.match(json.text(), wanted);
            default -> holds(json.text().compareTo(wanted));
          };
      case NUMBER -> holds(Double.compare(number(json.raw()), number(wanted)));
      case TRUE ->
          switch (op) {
            case "=" -> wanted.equals("true");
            case "!=" -> !wanted.equals("true");
            case ">" -> wanted.equals("false");
            default -> op.equals(">=");
          };
      case FALSE ->
          switch (op) {
            case "=" -> wanted.equals("false");
            case "!=" -> !wanted.equals("false");
            case "<" -> wanted.equals("true");
            default -> op.equals("<=");
          };
      default -> false;
    };
  }

  private boolean holds(int order) {
    return switch (op) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> false;
    };
  }

  /** What {@code ~word} says of a value: true, false, or missing for an unknown word. */
  private static Json.Kind truth(Json json, String word) {
    String text = json.kind() == Json.Kind.TEXT ? json.text().toLowerCase(Locale.ROOT) : "";
    boolean holds;
    switch (word) {
      case "*" -> holds = json.exists();
      case "null" -> holds = !json.exists() || json.kind() == Json.Kind.NULL;
      case "true" ->
          holds =
              json.kind() == Json.Kind.TRUE
                  || text.equals("true")
                  || text.equals("t")
                  || text.equals("1")
                  || (json.kind() == Json.Kind.NUMBER && number(json.raw()) != 0);
      case "false" ->
          holds =
              !json.exists()
                  || json.kind() == Json.Kind.NULL
                  || json.kind() == Json.Kind.FALSE
                  || text.equals("false")
                  || text.equals("f")
                  || text.equals("0")
                  || (json.kind() == Json.Kind.NUMBER && number(json.raw()) == 0);
      default -> {
        return Json.Kind.MISSING;
      }
    }
    return holds ? Json.Kind.TRUE : Json.Kind.FALSE;
  }

  /** The number that a text is, or 0. */
  private static double number(String text) {
    try {
      return Double.parseDouble(text) + 0.0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
