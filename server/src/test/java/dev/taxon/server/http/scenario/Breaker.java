package dev.taxon.server.http.scenario;

import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes good values from schemas, and breaks them in one place. */
final class Breaker {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST = 100_000;

  private final Contract contract;
  private final Random random;

  Breaker(Contract contract, Random random) {
    this.contract = contract;
    this.random = random;
  }

  /**
   * A value that is wrong in one place.
   *
   * @param loc where, below the value
   * @param how in a word
   */
  record Broken(JsonNode value, List<Object> loc, String how) {}

  /** A place in a value that can be broken: how to put something else there. */
  private record Spot(List<Object> loc, JsonNode schema, JsonNode owner, boolean required) {}

  JsonNode resolve(JsonNode schema) {
    JsonNode ref = schema.get("$ref");
    return ref == null ? schema : resolve(contract.document().at(ref.stringValue().substring(1)));
  }

  /** A value that the schema allows, with every member that it names. */
  JsonNode good(JsonNode declared) {
    JsonNode schema = resolve(declared);
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    return switch (type(schema)) {
      case "object" -> goodObject(schema);
      case "array" -> NODES.arrayNode().add(good(schema.path("items")));
      case "integer" -> NODES.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
      case "boolean" -> NODES.booleanNode(true);
      case "string" -> NODES.stringNode(goodText(schema));
      default -> NODES.objectNode();
    };
  }

  private ObjectNode goodObject(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(member -> object.set(member.getKey(), good(member.getValue())));
    return object;
  }

  private static String goodText(JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "uuid", "file-id" -> "3fa85f64-5717-4562-b3fc-2c963f66afa6";
      case "timestamp" -> "2026-03-02T09:15:00Z";
      case "page-ranges" -> "1,3-4";
      case "file-order" -> "name";
      default ->
          schema.path("pattern").asString("").startsWith("^https?:")
              ? "https://example.org/"
              : "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).stringValue() : type.asString("");
  }

  /** Breaks one place of a good value; empty where this schema's place allows everything. */
  Optional<Broken> broken(JsonNode schema) {
    JsonNode value = good(schema);
    var spots = new ArrayList<Spot>();
    collect(new ArrayList<>(), schema, value, NODES.objectNode(), true, spots);
    Spot spot = spots.get(random.nextInt(spots.size()));
    var ways = ways(spot);
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    Way way = ways.get(random.nextInt(ways.size()));
    JsonNode whole = spot.loc().isEmpty() ? way.value() : put(value, spot.loc(), way.value());
    if (whole == null) {
      return Optional.empty();
    }
    var loc = new ArrayList<>(spot.loc());
    loc.addAll(way.below());
    return Optional.of(new Broken(whole, loc, way.how()));
  }

  private void collect(
      List<Object> loc,
      JsonNode declared,
      JsonNode value,
      JsonNode owner,
      boolean required,
      List<Spot> spots) {
    JsonNode schema = resolve(declared);
    spots.add(new Spot(List.copyOf(loc), schema, owner, required));
    if (value.isObject()) {
      value
          .properties()
          .forEach(member -> {
            JsonNode below = schema.path("properties").path(member.getKey());
            if (!below.isMissingNode()) {
              loc.add(member.getKey());
              boolean isRequired =
                  schema
                      .path("required")
                      .valueStream()
                      .anyMatch(name -> name.stringValue().equals(member.getKey()));
              collect(loc, below, member.getValue(), schema, isRequired, spots);
              loc.removeLast();
            }
          });
    } else if (value.isArray() && !value.isEmpty()) {
      loc.add(0);
      collect(loc, schema.path("items"), value.get(0), schema, true, spots);
      loc.removeLast();
    }
  }

  /**
   * One way to break a place.
   *
   * @param value in its stead; null to leave it out
   * @param below where in it the problem is told
   */
  private record Way(String how, @Nullable JsonNode value, List<Object> below) {
    Way(String how, @Nullable JsonNode value) {
      this(how, value, List.of());
    }
  }

  private List<Way> ways(Spot spot) {
    JsonNode schema = spot.schema();
    var ways = new ArrayList<Way>();
    if (spot.required() && !spot.loc().isEmpty()) {
      ways.add(new Way("null", NODES.nullNode()));
      if (spot.loc().getLast() instanceof String) {
        ways.add(new Way("missing", null));
      }
    }
    if (schema.has("const") || schema.has("enum")) {
      ways.add(new Way("wrong word", NODES.stringNode("no such word")));
      ways.add(new Way("wrong type", NODES.objectNode()));
      return ways;
    }
    switch (type(schema)) {
      case "object" -> {
        ways.add(new Way("wrong type", NODES.stringNode("x")));
        ways.add(new Way("wrong type", NODES.arrayNode()));
        if (schema.path("additionalProperties").isBoolean()) {
          ObjectNode more = goodObject(schema);
          more.put("no_such_member", 1);
          ways.add(new Way("extra", more, List.of("no_such_member")));
        }
      }
      case "array" -> {
        ways.add(new Way("wrong type", NODES.stringNode("x")));
        ways.add(new Way("wrong type", NODES.numberNode(7)));
        if (schema.path("minItems").asInt(0) > 0) {
          ways.add(new Way("too short", NODES.arrayNode()));
        }
        if (schema.path("maxItems").asInt(LONGEST) <= 1_000) {
          ArrayNode many = NODES.arrayNode();
          for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
            many.add(good(schema.path("items")));
          }
          ways.add(new Way("too long", many));
        }
      }
      case "integer" -> {
        ways.add(new Way("wrong type", NODES.stringNode("many")));
        ways.add(new Way("wrong type", NODES.objectNode()));
        ways.add(new Way("fraction", NODES.numberNode(1.5)));
        if (schema.has("minimum")) {
          ways.add(new Way("too small", NODES.numberNode(schema.path("minimum").asLong() - 1)));
          ways.add(new Way("beyond all bounds", NODES.numberNode(-1e30)));
        }
        if (schema.has("maximum")) {
          ways.add(new Way("beyond all bounds", NODES.numberNode(1e30)));
        }
        if (schema.has("maximum") && schema.path("maximum").asLong() < Long.MAX_VALUE) {
          ways.add(new Way("too large", NODES.numberNode(schema.path("maximum").asLong() + 1)));
        }
      }
      case "boolean" -> {
        ways.add(new Way("wrong type", NODES.stringNode("perhaps")));
        ways.add(new Way("wrong type", NODES.arrayNode()));
      }
      case "string" -> {
        ways.add(new Way("wrong type", NODES.numberNode(7)));
        ways.add(new Way("wrong type", NODES.arrayNode()));
        ways.add(new Way("NUL", NODES.stringNode("a\0b")));
        ways.add(new Way("half a pair", NODES.stringNode("a\ud800b")));
        if (schema.has("format") || schema.has("pattern")) {
          ways.add(
              new Way(
                  "wrong form",
                  NODES.stringNode(
                      schema.path("format").asString("").equals("not-blank")
                          ? "   "
                          : "' or 1=1; --")));
        }
        if (schema.path("minLength").asInt(0) > 0) {
          ways.add(new Way("too short", NODES.stringNode("")));
        }
        if (schema.path("maxLength").asInt(LONGEST + 1) <= LONGEST) {
          ways.add(
              new Way(
                  "too long", NODES.stringNode("é".repeat(schema.path("maxLength").asInt() + 1))));
        }
      }
      default -> {
        // everything is allowed here
      }
    }
    return ways;
  }

  private static JsonNode put(JsonNode whole, List<Object> loc, @Nullable JsonNode value) {
    JsonNode owner = whole;
    for (Object step : loc.subList(0, loc.size() - 1)) {
      owner = step instanceof Integer index ? owner.get(index) : owner.get((String) step);
    }
    if (owner instanceof ObjectNode object) {
      String name = (String) loc.getLast();
      if (value == null) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    } else if (owner instanceof ArrayNode array && value != null) {
      array.set((Integer) loc.getLast(), value);
    }
    return whole;
  }

  /** The schema of a place of an operation's inputs, for example its query. */
  static JsonNode inputs(Operation operation, String place) {
    return operation.inputsNode().path("properties").path(place);
  }
}
