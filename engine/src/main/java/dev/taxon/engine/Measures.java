package dev.taxon.engine;

import java.util.Set;

/**
 * Tells words that measure from the same words that name a document: "cook for 20 minutes" speaks
 * of no meeting.
 */
final class Measures {
  private static final Set<String> UNITS = Set.of("minutes", "minute");

  /** What stands for them; no rule and no known kind has it as a word. */
  private static final String MEASURE = "min.";

  private static final Set<String> COUNTS =
      Set.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "fifteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "ninety",
          "few",
          "several",
          "deux",
          "trois",
          "quatre",
          "cinq",
          "dix",
          "quinze",
          "vingt",
          "trente",
          "quarante",
          "quelques");

  private Measures() {}

  /**
   * A word as it is meant.
   *
   * @param before the folded word before it, empty where there is none
   * @param word folded
   */
  static String read(String before, String word) {
    return UNITS.contains(word) && isCount(before) ? MEASURE : word;
  }

  private static boolean isCount(String word) {
    return COUNTS.contains(word) || (!word.isEmpty() && word.chars().allMatch(Character::isDigit));
  }
}
