package dev.taxon.engine;

import java.util.List;

/**
 * What a document looks like where that is a kind of document that no rule means.
 *
 * @param kind as it follows "usual in": {@code a recipe}
 * @param quotes where that shows, most telling first; at least one
 * @param excludedBy the first rule that excludes it by its name, or -1
 */
record Outside(String kind, List<Quote> quotes, int excludedBy) {
  Outside {
    quotes = List.copyOf(quotes);
  }
}
