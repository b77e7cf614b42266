package dev.taxon.cli.rules;

import dev.taxon.Rule;

/**
 * A rule and where it is written.
 *
 * @param typeAt place of its type, as {@code file:line:column}
 * @param descriptionAt place of its description, likewise
 */
public record PlacedRule(Rule rule, String typeAt, String descriptionAt) {}
