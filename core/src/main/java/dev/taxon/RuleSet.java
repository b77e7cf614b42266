package dev.taxon;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of one job, in the user's order. A type may occur more than once: its descriptions are
 * alternatives.
 *
 * @param rules at least one
 */
public record RuleSet(List<Rule> rules) {
  public RuleSet {
    rules = List.copyOf(rules);
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("a rule set holds at least one rule");
    }
  }

  /** Types in order of first appearance, each once. */
  public List<String> types() {
    return rules.stream().map(Rule::type).distinct().toList();
  }

  /** {@code of("invoice", "asks for payment", "letter", "…")}: types and descriptions in turn. */
  public static RuleSet of(String... typesAndDescriptions) {
    if (typesAndDescriptions.length % 2 != 0) {
      throw new IllegalArgumentException("types and descriptions come in pairs");
    }
    return new RuleSet(
        Stream.iterate(0, i -> i < typesAndDescriptions.length, i -> i + 2)
            .map(i -> new Rule(typesAndDescriptions[i], typesAndDescriptions[i + 1]))
            .toList());
  }
}
