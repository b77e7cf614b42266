package dev.taxon.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Telling words, and which of them a word that was recognized wrongly was meant to be.
 *
 * <p>Characters that look alike in a picture ({@code 0 O}, {@code 1 l I}, {@code 5 S}, {@code 8 B},
 * {@code rn m}, {@code cl d}) are taken for the same; beside that a word of five to eight letters
 * may differ by one letter, a longer one by two, where its first two or its last two are whole; by
 * these words are found, and compared by their letters before they are compared one by one.
 * Immutable.
 */
final class CueWords {
  private static final int SHORTEST = 5;
  private static final int LONG = 9;
  private static final int WHOLE = 2;

  /**
   * A telling word.
   *
   * @param shape see {@link #shape}
   * @param letters see {@link #letters}
   */
  private record Cue(String word, String shape, long letters) {}

  private final Map<String, List<Cue>> byStart = new HashMap<>();
  private final Map<String, List<Cue>> byEnd = new HashMap<>();

  /** Takes those of some folded words that are long enough and hold letters only. */
  CueWords(Collection<String> words) {
    for (String word : new TreeSet<>(words)) {
      if (word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter)) {
        String shape = shape(word);
        var cue = new Cue(word, shape, letters(shape));
        byStart.computeIfAbsent(start(shape), start -> new ArrayList<>()).add(cue);
        byEnd.computeIfAbsent(end(shape), end -> new ArrayList<>()).add(cue);
      }
    }
  }

  /**
   * The telling word that a folded word was most likely meant to be, or null where none, or more
   * than one, is as near.
   */
  @Nullable String meant(String word) {
    if (word.length() < SHORTEST || word.chars().noneMatch(Character::isLetter)) {
      return null;
    }
    var search = new Search(word);
    for (Cue cue : byStart.getOrDefault(start(search.shape), List.of())) {
      search.look(cue);
    }
    for (Cue cue : byEnd.getOrDefault(end(search.shape), List.of())) {
      if (!cue.shape.startsWith(start(search.shape))) {
        search.look(cue);
      }
    }
    return search.found();
  }

  private static String start(String shape) {
    return shape.substring(0, WHOLE);
  }

  private static String end(String shape) {
    return shape.substring(shape.length() - WHOLE);
  }

  /** For the nearest word. */
  private static final class Search {
    /** So much more than how it is written counts how a word looks. */
    private static final int SHAPE = 100;

    private final String word;
    private final String shape;
    private final long letters;
    private int nearest = Integer.MAX_VALUE;
    private boolean several;
    private @Nullable String found;

    Search(String word) {
      this.word = word;
      shape = shape(word);
      letters = letters(shape);
    }

    void look(Cue cue) {
      int most = cue.word.length() < LONG ? 1 : 2;
      if (Math.abs(cue.shape.length() - shape.length()) > most
          || Long.bitCount(letters ^ cue.letters) > 2 * most) {
        return;
      }
      int edits = edits(shape, cue.shape, most);
      if (edits > most) {
        return;
      }
      int distance = SHAPE * edits + edits(word, cue.word);
      if (distance < nearest) {
        nearest = distance;
        several = false;
        found = cue.word;
      } else {
        several |= distance == nearest;
      }
    }

    @Nullable String found() {
      return several ? null : found;
    }
  }

  /** The word with one character for all that look like it. */
  private static String shape(String word) {
    var shape = new StringBuilder(word.length());
    int at = 0;
    while (at < word.length()) {
      char c = word.charAt(at);
      char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
      char pair = pair(c, next);
      shape.append(pair == ' ' ? single(c) : pair);
      at += pair == ' ' ? 1 : 2;
    }
    return shape.toString();
  }

  private static char pair(char c, char next) {
    return switch (c) {
      case 'r' -> next == 'n' ? 'm' : ' ';
      case 'c' -> next == 'l' || next == '1' ? 'd' : ' ';
      case 'v' -> next == 'v' ? 'w' : ' ';
      default -> ' ';
    };
  }

  private static char single(char c) {
    return switch (c) {
      case '0' -> 'o';
      case '1', 'i' -> 'l';
      case '5' -> 's';
      case '8' -> 'b';
      default -> c;
    };
  }

  /** Which letters a word holds: a bit for each that is there, another where it is there twice. */
  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      long letter = 1L << (word.charAt(i) & 31);
      letters |= (letters & letter) << 32 | letter;
    }
    return letters;
  }

  /**
   * How many letters must be put in, left out or changed to make one word of the other; some number
   * above {@code most} where that is more.
   */
  private static int edits(String a, String b, int most) {
    int from = 0;
    int shorter = Math.min(a.length(), b.length());
    while (from < shorter && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    int same = 0;
    while (same < shorter - from
        && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) {
      same++;
    }
    int left = Math.max(a.length(), b.length()) - from - same;
    return left <= 1 || most == 1
        ? left
        : edits(a.substring(from, a.length() - same), b.substring(from, b.length() - same));
  }

  /** Levenshtein's distance, a row at a time. */
  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      int[] spare = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }
}
