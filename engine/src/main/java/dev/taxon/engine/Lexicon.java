package dev.taxon.engine;

/** Words that are known to be words, whatever the rules ask for. */
@FunctionalInterface
interface Lexicon {
  /** Knows none. */
  Lexicon EMPTY = word -> false;

  /** Whether a folded word is known. */
  boolean knows(String word);
}
