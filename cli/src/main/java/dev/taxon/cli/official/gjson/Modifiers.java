package dev.taxon.cli.official.gjson;

import dev.taxon.cli.official.json.Compact;
import dev.taxon.cli.official.json.Indented;
import dev.taxon.cli.official.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The modifiers {@code @name} and {@code @name:argument}. */
final class Modifiers {
  private static final Set<String> NAMES =
      Set.of(
          "this", "reverse", "keys", "values", "flatten", "join", "ugly", "pretty", "valid",
          "tostr", "fromstr", "group", "dig");

  private Modifiers() {}

  /** A value and the path that is still to go. */
  record Applied(Json value, String rest) {}

  static boolean exists(String name) {
    return NAMES.contains(name);
  }

  /** Applies the modifier at the start of {@code path}; nothing when there is none of that name. */
  static Optional<Applied> apply(Json json, String path) {
    int end = 1;
    while (end < path.length() && ".|:".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    String name = path.substring(1, end);
    if (!exists(name)) {
      return Optional.empty();
    }
    String argument = "";
    if (end < path.length() && path.charAt(end) == ':') {
      int from = end + 1;
      end = argumentEnd(path, from);
      argument = path.substring(from, end);
    }
    return Optional.of(new Applied(value(name, json, argument), path.substring(end)));
  }

  private static int argumentEnd(String path, int from) {
    if (from < path.length() && "{[\"".indexOf(path.charAt(from)) >= 0) {
      return Brackets.end(path, from);
    }
    int i = from;
    while (i < path.length() && path.charAt(i) != '|') {
      i = "{[\"(".indexOf(path.charAt(i)) >= 0 ? Brackets.end(path, i) : i + 1;
    }
    return i;
  }

  /** A literal {@code !value} at the start of {@code path}. */
  static Optional<Applied> literal(String path) {
    String text = path.substring(1);
    int end = 0;
    if ("{[\"".indexOf(text.charAt(0)) >= 0) {
      end = Brackets.end(text, 0);
    } else {
      while (end < text.length() && ".|".indexOf(text.charAt(end)) < 0) {
        end++;
      }
    }
    Json value = Json.parse(text.substring(0, end));
    return value.exists() ? Optional.of(new Applied(value, text.substring(end))) : Optional.empty();
  }

  private static Json value(String name, Json json, String argument) {
    return switch (name) {
      case "reverse" -> reverse(json);
      case "keys" -> keys(json);
      case "values" -> values(json);
      case "flatten" -> flatten(json, option(argument, "deep"));
      case "join" -> join(json, option(argument, "preserve"));
      case "ugly" -> Compact.of(json);
      case "pretty" -> Json.parse(Indented.of(json.raw()));
      case "valid" -> Validity.isValid(json.raw()) ? json : Json.MISSING;
      case "tostr" -> Json.ofText(json.raw());
      case "fromstr" -> Validity.isValid(json.raw()) ? Json.parse(json.text()) : Json.MISSING;
      case "group" -> group(json);
      case "dig" -> {
        var found = new ArrayList<Json>();
        dig(json, argument, found);
        yield Gjson.array(found);
      }
      default -> json;
    };
  }

  private static boolean option(String argument, String name) {
    return Json.parse(argument).get(name).kind() == Json.Kind.TRUE;
  }

  private static Json reverse(Json json) {
    if (json.kind() == Json.Kind.ARRAY) {
      var elements = json.elements();
      Collections.reverse(elements);
      return Gjson.array(elements);
    }
    if (json.kind() == Json.Kind.OBJECT) {
      var members = json.members();
      Collections.reverse(members);
      return object(members);
    }
    return json;
  }

  private static Json object(List<Json.Member> members) {
    var raw = new StringBuilder("{");
    for (Json.Member member : members) {
      raw.append(raw.length() > 1 ? "," : "")
          .append(member.rawKey())
          .append(':')
          .append(member.value().raw());
    }
    return new Json(Json.Kind.OBJECT, raw.append('}').toString());
  }

  private static Json keys(Json json) {
    var keys = new ArrayList<Json>();
    if (json.kind() == Json.Kind.OBJECT) {
      json.members().forEach(member -> keys.add(new Json(Json.Kind.TEXT, member.rawKey())));
    } else {
      parts(json).forEach(part -> keys.add(new Json(Json.Kind.NULL, "null")));
    }
    return Gjson.array(keys);
  }

  private static Json values(Json json) {
    return json.kind() == Json.Kind.ARRAY ? json : Gjson.array(parts(json));
  }

  private static List<Json> parts(Json json) {
    return switch (json.kind()) {
      case MISSING -> List.of();
      case ARRAY -> json.elements();
      case OBJECT -> json.members().stream().map(Json.Member::value).toList();
      default -> List.of(json);
    };
  }

  private static Json flatten(Json json, boolean deep) {
    if (json.kind() != Json.Kind.ARRAY) {
      return json;
    }
    var flat = new ArrayList<Json>();
    for (Json element : json.elements()) {
      if (element.kind() == Json.Kind.ARRAY) {
        flat.addAll((deep ? flatten(element, true) : element).elements());
      } else {
        flat.add(element);
      }
    }
    return Gjson.array(flat);
  }

  private static Json join(Json json, boolean preserve) {
    if (json.kind() != Json.Kind.ARRAY) {
      return json;
    }
    var all = new ArrayList<Json.Member>();
    var last = new LinkedHashMap<String, Json.Member>();
    for (Json element : json.elements()) {
      for (Json.Member member : element.members()) {
        all.add(member);
        Json.Member before = last.get(member.key());
        String rawKey = before == null ? member.rawKey() : before.rawKey();
        last.put(member.key(), new Json.Member(rawKey, member.value()));
      }
    }
    return object(preserve ? all : List.copyOf(last.values()));
  }

  private static Json group(Json json) {
    if (json.kind() != Json.Kind.OBJECT) {
      return Json.MISSING;
    }
    var rows = new ArrayList<List<Json.Member>>();
    for (Json.Member member : json.members()) {
      int row = 0;
      for (Json element : member.value().elements()) {
        if (row == rows.size()) {
          rows.add(new ArrayList<>());
        }
        rows.get(row++).add(new Json.Member(member.rawKey(), element));
      }
    }
    return Gjson.array(rows.stream().map(Modifiers::object).toList());
  }

  private static void dig(Json json, String path, List<Json> found) {
    Json here = Gjson.get(json, path);
    if (here.exists()) {
      found.add(here);
    }
    if (json.isContainer()) {
      parts(json).forEach(part -> dig(part, path, found));
    }
  }
}
