package dev.taxon.engine.text;

import java.lang.Character.UnicodeScript;

/**
 * Cyrillic and Greek letters that look like Latin ones, large or small, by hand. Who mixes them
 * into a Latin word wants people to read it and programs not to.
 */
final class LookAlikes {
  /** Folded letters, first Cyrillic and then Greek ones, but for the mu of units. */
  private static final String ALIKE =
      "\u0430\u0432\u0441\u0435\u043D\u0456\u0458\u043A\u043C\u043E\u0440\u0455\u0442\u0443\u0445\u03B1\u03B2\u03B5\u03B7\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u03B6";

  private static final String LATIN = "abcehijkmopstyxabenikvoptuxz";

  private LookAlikes() {}

  /** A folded word with look-alikes as Latin letters, where it holds a Latin one; else as it is. */
  static String latin(String word) {
    boolean latin = false;
    boolean alike = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      alike |= ALIKE.indexOf(c) >= 0;
      latin |= c < 128 ? c >= 'a' && c <= 'z' : UnicodeScript.of(c) == UnicodeScript.LATIN;
    }
    if (!latin || !alike) {
      return word;
    }
    var read = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      int letter = ALIKE.indexOf(word.charAt(i));
      if (letter >= 0) {
        read.setCharAt(i, LATIN.charAt(letter));
      }
    }
    return read.toString();
  }
}
