package dev.taxon.bench.quality;

import dev.taxon.RuleSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One way to write a set's rules.
 *
 * @param name {@code customer}, {@code terse} or {@code reworded}
 * @param meant the labels' type of each of the rules' types, where they differ
 */
public record Wording(String name, RuleSet rules, Map<String, String> meant) {
  public Wording {
    meant = Map.copyOf(meant);
  }

  /** The labels' word for a type of the rules. */
  public String labelOf(String type) {
    return meant.getOrDefault(type, type);
  }

  /** The labels' words for all types of the rules. */
  Set<String> labels() {
    return rules.types().stream().map(this::labelOf).collect(Collectors.toSet());
  }

  /** The same without the rule of a label; with all rules where none has it. */
  public Wording without(String label) {
    return new Wording(
        name,
        new RuleSet(
            rules.rules().stream().filter(rule -> !labelOf(rule.type()).equals(label)).toList()),
        meant);
  }

  /** The same with the rules of some types alone. */
  Wording only(Set<String> types) {
    return new Wording(
        name,
        new RuleSet(rules.rules().stream().filter(rule -> types.contains(rule.type())).toList()),
        meant);
  }
}
