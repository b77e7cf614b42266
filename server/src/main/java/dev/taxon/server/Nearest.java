package dev.taxon.server;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody meant who mistyped a name. */
final class Nearest {
  private Nearest() {}

  /** Ends a sentence about a name: {@code ; did you mean taxon.host?}, or a full stop. */
  static String hint(String name, List<String> known) {
    String nearest =
        known.stream()
            .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
            .orElseThrow();
    return distance(name, nearest) <= Math.max(2, name.length() / 4)
        ? "; did you mean " + nearest + "?"
        : ".";
  }

  /** Levenshtein's distance, case ignored. */
  private static int distance(String a, String b) {
    String from = a.toLowerCase(Locale.ROOT);
    String to = b.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
