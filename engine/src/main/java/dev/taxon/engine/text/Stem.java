package dev.taxon.engine.text;

import java.util.Set;

/**
 * Takes the commonest English endings off a folded word, so that {@code invoices}, {@code invoiced}
 * and {@code invoicing} meet. A light version of Porter's first step ("An algorithm for suffix
 * stripping", 1980): at least three letters stay, and both sides of a comparison are cut alike, so
 * that words of other languages lose at most a plural.
 */
public final class Stem {
  private static final int SHORTEST = 3;

  /** Words that would become other words. */
  private static final Set<String> UNCUT = Set.of("news", "goods", "means");

  private Stem() {}

  /** The stem of a folded word; never empty, the word itself where nothing comes off. */
  public static String of(String word) {
    int n = word.length();
    if (n <= SHORTEST
        || (word.charAt(n - 1) == 's' && UNCUT.contains(word))
        || word.charAt(0) > 127
        || Character.isDigit(word.charAt(0))) {
      return word;
    }
    if (word.endsWith("ies") && n > 4) {
      return word.substring(0, n - 3) + "y";
    }
    String stem = word;
    if (word.endsWith("sses")) {
      stem = word.substring(0, n - 2);
    } else if (word.endsWith("ing") && n - 3 > SHORTEST) {
      stem = undouble(word.substring(0, n - 3));
    } else if (word.endsWith("ed") && n - 2 > SHORTEST && !word.endsWith("eed")) {
      stem = undouble(word.substring(0, n - 2));
    } else if (word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      stem = word.substring(0, n - 1);
    }
    return stem.endsWith("e") && stem.length() > 4 ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String undouble(String stem) {
    int n = stem.length();
    char last = stem.charAt(n - 1);
    boolean doubled = n > SHORTEST && last == stem.charAt(n - 2);
    return doubled && last != 'l' && last != 's' && last != 'z' ? stem.substring(0, n - 1) : stem;
  }
}
