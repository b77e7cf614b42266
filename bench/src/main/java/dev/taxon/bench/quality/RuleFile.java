package dev.taxon.bench.quality;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Rules in YAML: {@code rules} with {@code type} and {@code description}, and a {@code mapping}.
 */
final class RuleFile {
  private RuleFile() {}

  static Wording read(String wording, Path file) throws IOException {
    var settings = LoadSettings.builder().setLabel(file.toString()).build();
    if (!(new Load(settings).loadFromString(Files.readString(file)) instanceof Map<?, ?> top)
        || !(top.get("rules") instanceof List<?> list)) {
      throw new IOException(file + " holds no list of rules");
    }
    var rules = new ArrayList<Rule>();
    for (Object each : list) {
      if (!(each instanceof Map<?, ?> rule)) {
        throw new IOException(file + ": a rule has a type and a description");
      }
      Object description = rule.get("description");
      rules.add(
          new Rule(
              String.valueOf(rule.get("type")),
              description == null ? "" : String.valueOf(description)));
    }
    var meant = new HashMap<String, String>();
    if (top.get("mapping") instanceof Map<?, ?> mapping) {
      mapping.forEach((from, to) -> meant.put(String.valueOf(from), String.valueOf(to)));
    }
    return new Wording(wording, new RuleSet(rules), meant);
  }
}
