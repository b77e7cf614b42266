package dev.taxon.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into words: maximal runs of letters and digits with at least one letter, lower case,
 * at most {@value #LONGEST} code units. Everything else separates. Linear in the text.
 */
public final class Tokens {
  private static final int LONGEST = 30;

  private Tokens() {}

  /** The words in order; runs that are longer or hold no letter are passed over. */
  public static List<String> of(CharSequence text) {
    var tokens = new ArrayList<String>();
    int start = -1;
    boolean letter = false;
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      boolean isLetter = Character.isLetter(c);
      if (isLetter || Character.isDigit(c)) {
        if (start < 0) {
          start = i;
          letter = false;
        }
        letter |= isLetter;
      } else if (start >= 0) {
        add(text, start, i, letter, tokens);
        start = -1;
      }
      i += Character.charCount(c);
    }
    if (start >= 0) {
      add(text, start, text.length(), letter, tokens);
    }
    return tokens;
  }

  private static void add(
      CharSequence text, int start, int end, boolean letter, List<String> tokens) {
    if (letter && end - start <= LONGEST) {
      tokens.add(text.subSequence(start, end).toString().toLowerCase(Locale.ROOT));
    }
  }
}
