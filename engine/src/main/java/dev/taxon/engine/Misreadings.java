package dev.taxon.engine;

import java.util.function.Supplier;

/**
 * What words of a recognized page were meant to be, where recognition damaged them: a word that
 * nobody knows is taken for the telling word of the rules, or of known kinds, that it looks like.
 * Words that are known stay, however near they are to another ("form", "from").
 */
final class Misreadings {
  private final Lexicon lexicon;
  private final CueWords ofRules;
  private final Supplier<CueWords> ofKinds;

  /**
   * Takes together what is known.
   *
   * @param ofKinds asked when a word is unknown
   */
  Misreadings(Lexicon lexicon, Patterns patterns, Supplier<CueWords> ofKinds) {
    this.lexicon = word -> patterns.holds(word) || lexicon.knows(word);
    this.ofKinds = ofKinds;
    ofRules = new CueWords(patterns.telling());
  }

  /** The word that was meant; the same word where it is known or nothing telling looks like it. */
  String read(String folded) {
    if (lexicon.knows(folded)) {
      return folded;
    }
    String meant = ofRules.meant(folded);
    if (meant == null) {
      meant = ofKinds.get().meant(folded);
    }
    return meant == null ? folded : meant;
  }
}
