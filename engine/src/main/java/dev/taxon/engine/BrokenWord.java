package dev.taxon.engine;

import dev.taxon.engine.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A word that a hyphen at the end of a line breaks.
 *
 * @param start offset in the line above of its first letter
 * @param end offset in the line below behind its last letter
 * @param word the whole word, folded
 */
record BrokenWord(int start, int end, String word) {
  private static final int FEWEST = 2;

  /**
   * The word that goes on from one line to the next, or null where there is none, or where both
   * ends together are no known word: "payable non-" and "refundable" stay as they are.
   */
  static @Nullable BrokenWord of(String above, String below, Lexicon lexicon) {
    int hyphen = above.length() - 1;
    if (!Words.isHyphen(above.charAt(hyphen))) {
      return null;
    }
    int start = hyphen;
    while (start > 0 && Character.isLetter(above.charAt(start - 1))) {
      start--;
    }
    int from = 0;
    while (from < below.length() && below.charAt(from) == ' ') {
      from++;
    }
    int end = from;
    while (end < below.length() && Character.isLetter(below.charAt(end))) {
      end++;
    }
    if (hyphen - start < FEWEST || end - from < FEWEST || !goesOn(above, hyphen, below, from)) {
      return null;
    }
    String word = Words.fold(above.substring(start, hyphen) + below.substring(from, end));
    return lexicon.knows(word) ? new BrokenWord(start, end, word) : null;
  }

  /** A word goes on in small letters, or in capitals where it began in them. */
  private static boolean goesOn(String above, int hyphen, String below, int from) {
    return Character.isLowerCase(below.charAt(from))
        || Character.isUpperCase(above.charAt(hyphen - 1));
  }
}
