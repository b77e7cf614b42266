package dev.taxon.server.http.contract;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the findings of a JSON Schema validation read on the wire: one row for each keyword, with
 * pydantic's words.
 */
final class Problems {
  /** More would help nobody and cost the more. */
  private static final int MOST = 1000;

  private final Contract contract;

  /** What the client sent, before it was coerced. */
  private final JsonNode sent;

  Problems(Contract contract, JsonNode sent) {
    this.contract = contract;
    this.sent = sent;
  }

  List<Problem> of(List<Error> errors) {
    var tooLong = new LinkedHashSet<List<Object>>();
    var notOneOf = new LinkedHashSet<List<Object>>();
    for (Error error : errors) {
      if (error.getKeyword().equals("maxItems")) {
        tooLong.add(place(error));
      } else if (error.getKeyword().equals("enum")) {
        notOneOf.add(place(error));
      }
    }
    return errors.stream()
        .filter(error -> !(error.getKeyword().equals("type") && notOneOf.contains(place(error))))
        .map(error -> problem(error, place(error)))
        // of a list that is too long, its length says it all
        .filter(problem -> tooLong.stream().noneMatch(list -> isInside(problem.loc(), list)))
        .limit(MOST)
        .toList();
  }

  private Problem problem(Error error, List<Object> loc) {
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" -> {
        var missing = append(loc, error.getProperty());
        JsonNode input = loc.isEmpty() ? JsonNodeFactory.instance.nullNode() : at(loc);
        yield new Problem("missing", missing, "Field required", input, null);
      }
      case "additionalProperties" -> {
        var extra = append(loc, error.getProperty());
        yield new Problem(
            "extra_forbidden", extra, "Extra inputs are not permitted", at(extra), null);
      }
      case "type" -> mistyped(loc, limit, schemaOf(error));
      case "enum" -> notOneOf(loc, limit);
      case "const" -> literal(loc, limit);
      case "format" -> misformed(loc, limit.stringValue());
      case "minLength" ->
          limited(
              "string_too_short",
              loc,
              "String should have at least " + counted(limit, "character"),
              "min_length",
              limit);
      case "maxLength" ->
          limited(
              "string_too_long",
              loc,
              "String should have at most " + counted(limit, "character"),
              "max_length",
              limit);
      case "minItems" -> wrongLength("too_short", loc, "at least ", "min_length", limit);
      case "maxItems" -> wrongLength("too_long", loc, "at most ", "max_length", limit);
      case "minimum" ->
          limited(
              "greater_than_equal",
              loc,
              "Input should be greater than or equal to " + limit,
              "ge",
              limit);
      case "maximum" ->
          limited(
              "less_than_equal",
              loc,
              "Input should be less than or equal to " + limit,
              "le",
              limit);
      case "pattern" ->
          limited(
              "string_pattern_mismatch",
              loc,
              "String should match pattern '" + limit.stringValue() + "'",
              "pattern",
              limit);
      default -> Problem.value(loc, error.getMessage(), at(loc));
    };
  }

  private Problem mistyped(List<Object> loc, JsonNode types, JsonNode schema) {
    JsonNode found = at(loc);
    String wanted =
        types.isArray()
            ? types
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse("null")
            : types.stringValue();
    var typeAndMessage =
        switch (wanted) {
          case "string" -> new String[] {"string_type", "Input should be a valid string"};
          case "array" -> new String[] {"list_type", "Input should be a valid list"};
          case "integer" ->
              found.isString()
                  ? new String[] {
                    "int_parsing",
                    "Input should be a valid integer, unable to parse string as an integer"
                  }
                  : found.isNumber()
                      ? new String[] {
                        "int_from_float",
                        "Input should be a valid integer, got a number with a fractional part"
                      }
                      : new String[] {"int_type", "Input should be a valid integer"};
          case "boolean" ->
              found.isString()
                  ? new String[] {
                    "bool_parsing", "Input should be a valid boolean, unable to interpret input"
                  }
                  : new String[] {"bool_type", "Input should be a valid boolean"};
          default ->
              schema.has("properties")
                  ? new String[] {
                    "model_attributes_type",
                    "Input should be a valid dictionary or object to extract fields from"
                  }
                  : new String[] {"dict_type", "Input should be a valid dictionary"};
        };
    return new Problem(typeAndMessage[0], loc, typeAndMessage[1], found, null);
  }

  private Problem notOneOf(List<Object> loc, JsonNode words) {
    List<String> quoted = words.valueStream().map(word -> "'" + word.asString() + "'").toList();
    String expected =
        quoted.size() == 1
            ? quoted.getFirst()
            : quoted.stream().limit(quoted.size() - 1L).collect(Collectors.joining(", "))
                + " or "
                + quoted.getLast();
    return new Problem(
        "enum", loc, "Input should be " + expected, at(loc), Map.of("expected", expected));
  }

  private Problem literal(List<Object> loc, JsonNode word) {
    String expected = "'" + word.asString() + "'";
    return new Problem(
        "literal_error", loc, "Input should be " + expected, at(loc), Map.of("expected", expected));
  }

  private Problem misformed(List<Object> loc, String format) {
    JsonNode found = at(loc);
    return switch (format) {
      case "uuid", "file-id" ->
          new Problem(
              "uuid_parsing",
              loc,
              "Input should be a valid UUID",
              found,
              Map.of("error", "expected 32 hexadecimal digits, with hyphens or without"));
      case "timestamp" ->
          new Problem(
              "datetime_parsing",
              loc,
              "Input should be a valid datetime",
              found,
              Map.of("error", "expected RFC 3339, for example 2026-03-02T09:15:00Z"));
      case "page-ranges" ->
          Problem.value(loc, "must be page numbers from 1, such as 1,3,5-7", found);
      case "not-blank" -> Problem.value(loc, "must not be only white space", found);
      case "file-order" ->
          Problem.value(
              loc, "must be name, id or created_at, alone or followed by asc or desc", found);
      default -> throw new IllegalStateException("no words for the format " + format);
    };
  }

  private Problem wrongLength(
      String type, List<Object> loc, String bound, String name, JsonNode limit) {
    int length = at(loc).size();
    var ctx = new LinkedHashMap<String, Object>();
    ctx.put("field_type", "List");
    ctx.put(name, limit);
    ctx.put("actual_length", length);
    return new Problem(
        type,
        loc,
        "List should have " + bound + counted(limit, "item") + " after validation, not " + length,
        at(loc),
        ctx);
  }

  private Problem limited(String type, List<Object> loc, String msg, String name, JsonNode limit) {
    return new Problem(type, loc, msg, at(loc), Map.of(name, limit));
  }

  private static String counted(JsonNode limit, String thing) {
    return limit + " " + thing + (limit.asInt() == 1 ? "" : "s");
  }

  private JsonNode at(List<Object> loc) {
    JsonNode node = sent;
    for (Object step : loc) {
      JsonNode next = step instanceof Integer index ? node.get(index) : node.get((String) step);
      if (next == null || contract.secrets().contains(step)) {
        return JsonNodeFactory.instance.nullNode();
      }
      node = next;
    }
    return withoutSecrets(node);
  }

  private JsonNode withoutSecrets(JsonNode node) {
    if (contract.secrets().stream().allMatch(name -> node.findValue(name) == null)) {
      return node;
    }
    JsonNode copy = node.deepCopy();
    for (String name : contract.secrets()) {
      copy.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name));
    }
    return copy;
  }

  private JsonNode schemaOf(Error error) {
    JsonNode node = contract.document();
    NodePath place = error.getSchemaLocation().getFragment().getParent();
    for (int i = 0; i < place.getNameCount(); i++) {
      node =
          place.getElement(i) instanceof Integer index
              ? node.path(index)
              : node.path(place.getName(i));
    }
    return node;
  }

  private static boolean isInside(List<Object> loc, List<Object> list) {
    return loc.size() > list.size() && loc.subList(0, list.size()).equals(list);
  }

  private static List<Object> place(Error error) {
    NodePath path = error.getInstanceLocation();
    var place = new ArrayList<Object>();
    for (int i = 0; i < path.getNameCount(); i++) {
      place.add(path.getElement(i));
    }
    return place;
  }

  private static List<Object> append(List<Object> loc, @Nullable String property) {
    var longer = new ArrayList<>(loc);
    longer.add(String.valueOf(property));
    return longer;
  }
}
