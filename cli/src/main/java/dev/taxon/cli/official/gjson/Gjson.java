package dev.taxon.cli.official.gjson;

import dev.taxon.cli.official.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates a GJSON path (github.com/tidwall/gjson, SYNTAX.md): keys with {@code * ? \}, indexes,
 * {@code #}, queries {@code #(a>1)} and {@code #(a>1)#}, pipes, modifiers, {@code {a,b:c}} and
 * {@code [a,b]}.
 */
public final class Gjson {
  private Gjson() {}

  /** A value found so far, and what to do with it when the walk is over. */
  private static final class Walk {
    Json found = Json.MISSING;
    String pipe = "";
    boolean piped;

    void pipe(String path) {
      pipe = path;
      piped = true;
    }
  }

  /** What {@code path} finds in {@code json}, or a missing value. */
  public static Json get(Json json, String path) {
    if (path.length() > 1) {
      char first = path.charAt(0);
      if (first == '@') {
        var applied = Modifiers.apply(json, path);
        if (applied.isPresent()) {
          return rest(applied.get().value(), applied.get().rest());
        }
      } else if (first == '!') {
        var literal = Modifiers.literal(path);
        if (literal.isPresent()) {
          return rest(literal.get().value(), literal.get().rest());
        }
      } else if (first == '{' || first == '[') {
        var selectors = Selectors.parse(path);
        if (selectors.isPresent()
            && (selectors.get().rest().isEmpty() || isStep(selectors.get().rest().charAt(0)))) {
          return rest(selectors.get().collect(json), selectors.get().rest());
        }
      }
    }
    var walk = new Walk();
    if (path.startsWith("..")) {
      inArray(lines(json), path.substring(2), walk);
    } else if (json.kind() == Json.Kind.OBJECT) {
      inObject(json, path, walk);
    } else if (json.kind() == Json.Kind.ARRAY) {
      inArray(json.elements(), path, walk);
    }
    return walk.piped ? get(walk.found, walk.pipe) : walk.found;
  }

  private static Json rest(Json value, String rest) {
    return rest.isEmpty() || !isStep(rest.charAt(0)) ? value : get(value, rest.substring(1));
  }

  private static boolean isStep(char c) {
    return c == '.' || c == '|';
  }

  /** A text of several JSON values, one behind the other, as their list. */
  private static List<Json> lines(Json json) {
    return new Json(Json.Kind.ARRAY, "[" + json.raw()).elements();
  }

  /** Whether the walk has ended: a nested find ends it, a missing one lets the next member try. */
  private static boolean inObject(Json object, String path, Walk walk) {
    var step = Step.ofObject(path);
    if (!step.more() && step.piped()) {
      walk.pipe(step.pipe());
    }
    for (Json.Member member : object.members()) {
      boolean matches =
          step.wild()
              ? Wildcards.match(member.key(), step.part())
              : member.key().equals(step.part());
      if (!matches) {
        continue;
      }
      if (!step.more()) {
        walk.found = member.value();
        return true;
      }
      if (inside(member.value(), step.path(), walk)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inside(Json value, String path, Walk walk) {
    return switch (value.kind()) {
      case OBJECT -> inObject(value, path, walk);
      case ARRAY -> inArray(value.elements(), path, walk);
      default -> false;
    };
  }

  private static boolean inArray(List<Json> elements, String path, Walk walk) {
    var step = ArrayStep.of(path);
    if (!step.more() && step.piped()) {
      walk.pipe(step.pipe());
    }
    if (step.query().isPresent()) {
      return select(elements, step, step.query().get(), walk);
    }
    if (step.each()) {
      collect(elements, step.eachPath(), walk);
      return true;
    }
    if (step.hash()) {
      if (!step.part().equals("#")) {
        return false;
      }
      walk.found = new Json(Json.Kind.NUMBER, Integer.toString(elements.size()));
      return true;
    }
    int index = Step.index(step.part());
    if (index < 0 || index >= elements.size()) {
      return false;
    }
    if (!step.more()) {
      walk.found = elements.get(index);
      return true;
    }
    return inside(elements.get(index), step.path(), walk);
  }

  private static void collect(List<Json> elements, String path, Walk walk) {
    String each = path;
    int pipe = Step.pipeIn(path);
    if (pipe >= 0) {
      each = path.substring(0, pipe);
      walk.pipe(path.substring(pipe + 1));
    }
    var found = new ArrayList<Json>();
    for (Json element : elements) {
      Json value = get(element, each);
      if (value.exists()) {
        found.add(value);
      }
    }
    walk.found = array(found);
  }

  private static boolean select(List<Json> elements, ArrayStep step, Query query, Walk walk) {
    var found = new ArrayList<Json>();
    String path = step.path();
    for (Json element : elements) {
      if (!query.accepts(element)) {
        continue;
      }
      Json value = element;
      if (step.more()) {
        int pipe = Step.pipeIn(path);
        if (pipe >= 0) {
          walk.pipe(path.substring(pipe + 1));
          path = path.substring(0, pipe);
        }
        value = get(element, path);
      }
      if (!query.all()) {
        walk.found = value;
        return true;
      }
      if (value.exists()) {
        found.add(value);
      }
    }
    if (query.all()) {
      walk.found = array(found);
    }
    return false;
  }

  static Json array(List<Json> elements) {
    var raw = new StringBuilder("[");
    for (Json element : elements) {
      raw.append(raw.length() > 1 ? "," : "").append(element.raw());
    }
    return new Json(Json.Kind.ARRAY, raw.append(']').toString());
  }
}
