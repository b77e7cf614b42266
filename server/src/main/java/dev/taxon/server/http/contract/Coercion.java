package dev.taxon.server.http.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings what a client sent nearer to what the schema means, before it is validated: nulls that
 * mean absent are left out, defaults come in, numbers in quotes become numbers. Whatever it cannot
 * read stays as it is, for the validation to find.
 */
final class Coercion {
  private static final Pattern INTEGER = Pattern.compile("([+-]?[0-9]{1,400})(\\.0*)?");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Contract contract;

  Coercion(Contract contract) {
    this.contract = contract;
  }

  /** A copy of the value, read as the schema says. */
  JsonNode read(JsonNode value, JsonNode declared) {
    JsonNode schema = contract.resolve(declared);
    return switch (value) {
      case ObjectNode object when allows(schema, "object") -> readObject(object, schema);
      case ArrayNode array when allows(schema, "array") -> readArray(array, schema);
      case JsonNode scalar when allows(schema, "integer") -> readInteger(scalar, schema);
      case JsonNode text when text.isString() && allows(schema, "boolean") -> readBoolean(text);
      default -> value;
    };
  }

  private ObjectNode readObject(ObjectNode object, JsonNode schema) {
    ObjectNode read = object.objectNode();
    JsonNode properties = schema.path("properties");
    object
        .properties()
        .forEach(entry -> {
          JsonNode property = properties.get(entry.getKey());
          JsonNode value = entry.getValue();
          if (property == null) {
            read.set(entry.getKey(), value);
          } else if (!meansAbsent(value, property, entry.getKey(), schema)) {
            read.set(entry.getKey(), read(value, property));
          }
        });
    properties
        .properties()
        .forEach(entry -> {
          JsonNode missing = defaultOf(entry.getValue());
          if (missing != null && !read.has(entry.getKey())) {
            read.set(entry.getKey(), read(missing.deepCopy(), entry.getValue()));
          }
        });
    return read;
  }

  private ArrayNode readArray(ArrayNode array, JsonNode schema) {
    // one item too many tells as much as a million, and costs less to look at
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE - 1) + 1;
    ArrayNode read = array.arrayNode();
    for (JsonNode item : array) {
      if (read.size() == most) {
        break;
      }
      read.add(read(item, schema.path("items")));
    }
    return read;
  }

  private static JsonNode readInteger(JsonNode value, JsonNode schema) {
    BigInteger number = integer(value);
    if (number == null) {
      return value;
    }
    JsonNode most = schema.get("x-lower-to");
    return NODES.numberNode(most == null ? number : number.min(most.bigIntegerValue()));
  }

  private static @Nullable BigInteger integer(JsonNode value) {
    if (value.isIntegralNumber()) {
      return value.bigIntegerValue();
    }
    if (value.isNumber()) {
      double number = value.doubleValue();
      return Double.isFinite(number) && number == Math.rint(number)
          ? new BigDecimal(number).toBigInteger()
          : null;
    }
    if (value.isString()) {
      var matcher = INTEGER.matcher(value.stringValue().strip());
      return matcher.matches() ? new BigInteger(matcher.group(1)) : null;
    }
    return null;
  }

  private static JsonNode readBoolean(JsonNode value) {
    return switch (value.stringValue().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> NODES.booleanNode(true);
      case "false", "0", "no", "off" -> NODES.booleanNode(false);
      default -> value;
    };
  }

  private boolean meansAbsent(JsonNode value, JsonNode property, String name, JsonNode owner) {
    return value.isNull()
        && !allows(contract.resolve(property), "null")
        && owner.path("required").valueStream().noneMatch(r -> r.stringValue().equals(name));
  }

  private @Nullable JsonNode defaultOf(JsonNode declared) {
    JsonNode own = declared.get("default");
    return own != null ? own : contract.resolve(declared).get("default");
  }

  private static boolean allows(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    return types.isArray()
        ? types.valueStream().anyMatch(t -> t.stringValue().equals(type))
        : type.equals(types.asString(""));
  }
}
