package dev.taxon.cli.official.parse;

import java.util.List;

/**
 * Which of several names a mistyped one probably meant, by Jaro-Winkler similarity (Winkler 1990):
 * characters in common near each other, fewer for swapped ones, more for a common beginning.
 */
public final class Similarity {
  private static final double BOOST_FROM = 0.7;
  private static final int PREFIX = 4;

  private Similarity() {}

  /** The most similar name, or an empty string when none shares a character. */
  public static String nearest(List<String> names, String word) {
    String nearest = "";
    double best = 0;
    for (String name : names) {
      double similarity = of(name, word);
      if (similarity > best) {
        best = similarity;
        nearest = name;
      }
    }
    return nearest;
  }

  /** From 0 (nothing in common) to 1 (equal). */
  public static double of(String a, String b) {
    double jaro = jaro(a, b);
    if (jaro <= BOOST_FROM) {
      return jaro;
    }
    int common = 0;
    while (common < Math.min(PREFIX, Math.min(a.length(), b.length()))
        && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    return jaro + 0.1 * common * (1 - jaro);
  }

  private static double jaro(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() && b.isEmpty() ? 1 : 0;
    }
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    var matchedA = new boolean[a.length()];
    var matchedB = new boolean[b.length()];
    int matches = 0;
    for (int i = 0; i < a.length(); i++) {
      int end = Math.min(b.length() - 1, i + reach);
      for (int j = Math.max(0, i - reach); j <= end; j++) {
        if (!matchedB[j] && a.charAt(i) == b.charAt(j)) {
          matchedA[i] = true;
          matchedB[j] = true;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int swapped = 0;
    int j = 0;
    for (int i = 0; i < a.length(); i++) {
      if (!matchedA[i]) {
        continue;
      }
      while (!matchedB[j]) {
        j++;
      }
      swapped += a.charAt(i) == b.charAt(j) ? 0 : 1;
      j++;
    }
    double m = matches;
    return (m / a.length() + m / b.length() + (m - swapped / 2.0) / m) / 3;
  }
}
