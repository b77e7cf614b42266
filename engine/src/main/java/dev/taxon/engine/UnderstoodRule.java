package dev.taxon.engine;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.engine.text.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a rule is not a plain wish, for people who want to see how their rules are understood.
 *
 * @param type of the rule
 * @param exclusions parts of the description that say what is not meant, as they are written
 * @param rest whether the rule takes whatever no other rule takes
 */
public record UnderstoodRule(String type, List<String> exclusions, boolean rest) {
  public UnderstoodRule {
    exclusions = List.copyOf(exclusions);
  }

  /** How each rule of a set is understood. */
  public static List<UnderstoodRule> of(RuleSet rules) {
    Language language = RuleText.language(rules);
    var understood = new ArrayList<UnderstoodRule>();
    for (Rule rule : rules.rules()) {
      String description = rule.description();
      List<String> exclusions =
          Exclusions.of(description, language).stream()
              .map(span -> description.substring(span.start(), span.end()))
              .toList();
      understood.add(new UnderstoodRule(rule.type(), exclusions, Remainder.is(rule)));
    }
    return understood;
  }
}
