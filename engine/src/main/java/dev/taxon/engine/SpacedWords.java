package dev.taxon.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts what was spaced out letter by letter, and so lost the gaps between its words: {@code T A X
 * I N V O I C E}.
 */
final class SpacedWords {
  private static final int SHORTEST = 3;

  private SpacedWords() {}

  /** The fewest known words that a run of letters is made of; the run itself where it is none. */
  static List<String> of(String run, Lexicon lexicon) {
    if (lexicon.knows(run)) {
      return List.of(run);
    }
    int[] words = new int[run.length() + 1];
    int[] from = new int[run.length() + 1];
    for (int end = 1; end <= run.length(); end++) {
      words[end] = Integer.MAX_VALUE;
      for (int start = 0; start < end; start++) {
        if (words[start] < Integer.MAX_VALUE
            && words[start] + 1 < words[end]
            && isWord(run.substring(start, end), lexicon)) {
          words[end] = words[start] + 1;
          from[end] = start;
        }
      }
    }
    if (words[run.length()] == Integer.MAX_VALUE) {
      return List.of(run);
    }
    var parts = new ArrayList<String>();
    for (int end = run.length(); end > 0; end = from[end]) {
      parts.addFirst(run.substring(from[end], end));
    }
    return parts;
  }

  private static boolean isWord(String part, Lexicon lexicon) {
    return part.length() >= SHORTEST
        ? lexicon.knows(part)
        : part.length() == SHORTEST - 1 && CommonWords.isFunction(part);
  }
}
