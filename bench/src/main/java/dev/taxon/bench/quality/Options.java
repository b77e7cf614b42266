package dev.taxon.bench.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words of a command line: {@code --name value} pairs and switches. */
public final class Options {
  private static final Set<String> SWITCHES = Set.of("--ablation");

  private final Map<String, String> values = new HashMap<>();

  /** Reads words; refuses names that are not known. */
  public Options(List<String> words, Set<String> known) {
    var left = new ArrayList<>(words);
    while (!left.isEmpty()) {
      String name = left.removeFirst();
      if (!known.contains(name)) {
        throw new IllegalArgumentException("unknown option " + name + "; there are " + known);
      }
      if (!SWITCHES.contains(name) && left.isEmpty()) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      values.put(name, SWITCHES.contains(name) ? "yes" : left.removeFirst());
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  public Path path(String name, Path otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Path.of(value);
  }

  int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  /** Words between commas, or null where the option was not given. */
  public @Nullable List<String> list(String name) {
    String value = values.get(name);
    return value == null ? null : List.of(value.split(","));
  }
}
