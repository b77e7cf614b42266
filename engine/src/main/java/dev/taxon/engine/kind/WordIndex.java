package dev.taxon.engine.kind;

import dev.taxon.engine.text.WordNumbers;
import java.util.Arrays;

/**
 * For each word, the numbers of those that hold it, in ascending order, each with a rank: one run
 * of places for a word, so that something about each holder can stand beside it in an array of
 * {@link #places()}.
 */
final class WordIndex {
  /** No places. */
  static final Run NOWHERE = new Run(0, 0);

  private static final int RANK_BITS = 2;
  private static final int HOLDER_BITS = 30;

  private final WordNumbers words;

  /** Where the places of each word start, and where those of the last one end. */
  private final int[] starts;

  private final int[] holders;
  private final byte[] ranks;

  /**
   * Places from one, to before another.
   *
   * @param from the first place
   * @param to the place after the last
   */
  record Run(int from, int to) {
    int size() {
      return to - from;
    }
  }

  /**
   * Who holds which word, as it is told: two numbers in one of 64 bits, as objects for all of them
   * would take far more memory than the index.
   */
  static final class Collected {
    private final WordNumbers words;
    private long[] told;
    private int size;

    /** What was told last of each word: what comes in order is seldom told twice in a row. */
    private long[] last;

    /**
     * Makes room, so that little is copied.
     *
     * @param expected how often {@link #add} is called, roughly
     */
    Collected(int expected) {
      words = new WordNumbers(expected / 4);
      told = new long[Math.max(16, expected / 2)];
      last = new long[Math.max(16, expected / 8)];
    }

    /**
     * Takes one in; told twice, the lowest rank counts.
     *
     * @param holder 0 to 2³⁰ − 1
     * @param rank 0 to 3
     */
    void add(String word, int holder, int rank) {
      int number = words.add(word);
      last = number < last.length ? last : Arrays.copyOf(last, number / 2 * 3);
      long one = ((long) number << HOLDER_BITS | holder) << RANK_BITS | rank;
      if (one >>> RANK_BITS == last[number] >>> RANK_BITS && one >= last[number] && size > 0) {
        return;
      }
      last[number] = one;
      told = size < told.length ? told : Arrays.copyOf(told, size / 2 * 3);
      told[size++] = one;
    }

    WordIndex index() {
      Arrays.sort(told, 0, size);
      return new WordIndex(words.trim(), told, distinct());
    }

    /** Moves the first of each word and holder to the front; returns how many there are. */
    private int distinct() {
      int count = 0;
      for (int i = 0; i < size; i++) {
        if (count == 0 || told[i] >>> RANK_BITS != told[count - 1] >>> RANK_BITS) {
          told[count++] = told[i];
        }
      }
      return count;
    }
  }

  /** Takes the first so many in, which ascend. */
  private WordIndex(WordNumbers words, long[] told, int count) {
    this.words = words;
    starts = new int[words.size() + 1];
    holders = new int[count];
    ranks = new byte[count];
    for (int place = 0; place < count; place++) {
      starts[(int) (told[place] >>> (HOLDER_BITS + RANK_BITS)) + 1] = place + 1;
      holders[place] = (int) (told[place] >>> RANK_BITS) & (1 << HOLDER_BITS) - 1;
      ranks[place] = (byte) (told[place] & (1 << RANK_BITS) - 1);
    }
  }

  /** How many places there are over all words. */
  int places() {
    return holders.length;
  }

  /** How many words there are. */
  int words() {
    return words.size();
  }

  /** The places of a word; none where nobody holds it. */
  Run run(String word) {
    int number = words.number(word);
    return number < 0 ? NOWHERE : run(number);
  }

  /** The places of a word by its number, from 0 to {@link #words()}. */
  Run run(int word) {
    return new Run(starts[word], starts[word + 1]);
  }

  /** Who holds the word of a place. */
  int holder(int place) {
    return holders[place];
  }

  /** With which rank. */
  int rank(int place) {
    return ranks[place];
  }
}
