package dev.taxon.engine.kind;

import dev.taxon.engine.text.WordNumbers;
import java.util.Collection;
import java.util.List;

/**
 * For each word, the numbers of those that hold it, in ascending order: one run of places for a
 * word, so that something about each holder can stand beside it in an array of {@link #places()}.
 */
final class WordIndex {
  /** No places. */
  static final Run NOWHERE = new Run(0, 0);

  private final WordNumbers words = new WordNumbers();

  /** Where the places of each word start, and where those of the last one end. */
  private final int[] starts;

  private final int[] holders;

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
   * Takes all in.
   *
   * @param wordsOf the words that each holder holds, each once, by the holder's number
   */
  WordIndex(List<? extends Collection<String>> wordsOf) {
    wordsOf.forEach(own -> own.forEach(words::add));
    words.trim();
    var first = new int[words.size() + 1];
    wordsOf.forEach(own -> own.forEach(word -> first[words.number(word) + 1]++));
    for (int word = 0; word < words.size(); word++) {
      first[word + 1] += first[word];
    }
    starts = first;
    holders = new int[first[words.size()]];
    int[] filled = first.clone();
    for (int holder = 0; holder < wordsOf.size(); holder++) {
      for (String word : wordsOf.get(holder)) {
        holders[filled[words.number(word)]++] = holder;
      }
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

  /** The word of a number. */
  String word(int number) {
    return words.word(number);
  }

  /** Who holds the word of a place. */
  int holder(int place) {
    return holders[place];
  }
}
