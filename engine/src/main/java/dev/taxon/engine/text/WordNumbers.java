package dev.taxon.engine.text;

import java.util.Arrays;

/**
 * Words and their numbers, from 0 in the order in which they came: a hash table with linear probing
 * over a few arrays. A map of strings would take five times the memory. Not for several threads
 * while words are added; afterwards for any.
 */
public final class WordNumbers {
  private static final int SMALLEST = 16;

  private static final int USUAL_LENGTH = 8;

  private int size;

  /** The letters of all words, one after the other. */
  private char[] letters;

  /** Where each word starts among the letters, and where the last one ends. */
  private int[] starts;

  /** Numbers of words, or -1, at the place that a word's hash tells or behind it. */
  private int[] slots;

  /** For a few words, or more. */
  public WordNumbers() {
    this(SMALLEST);
  }

  /**
   * For some words, or more.
   *
   * @param expected how many come, roughly
   */
  public WordNumbers(int expected) {
    int room = Math.max(SMALLEST, expected);
    letters = new char[room * USUAL_LENGTH];
    starts = new int[room + 1];
    slots = empty(2 * Integer.highestOneBit(2 * room - 1));
  }

  private static int[] empty(int length) {
    var slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }

  /** How many words there are. */
  public int size() {
    return size;
  }

  /** The number of a word, or -1. */
  public int number(String word) {
    return slots[slot(word)];
  }

  /** Whether the word has a number. */
  public boolean contains(String word) {
    return number(word) >= 0;
  }

  /** The number of a word, the next one where it is new. */
  public int add(String word) {
    int slot = slot(word);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    int from = starts[size];
    int to = from + word.length();
    if (to > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(to, letters.length / 2 * 3));
    }
    word.getChars(0, word.length(), letters, from);
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length / 2 * 3);
    }
    starts[size + 1] = to;
    slots[slot] = size;
    size++;
    if (2 * size > slots.length) {
      spread();
    }
    return size - 1;
  }

  /** Gives back the room for more words; returns this. */
  public WordNumbers trim() {
    letters = Arrays.copyOf(letters, starts[size]);
    starts = Arrays.copyOf(starts, size + 1);
    return this;
  }

  /** The word of a number. */
  public String word(int number) {
    return new String(letters, starts[number], starts[number + 1] - starts[number]);
  }

  private void spread() {
    slots = empty(2 * slots.length);
    for (int number = 0; number < size; number++) {
      slots[slot(word(number))] = number;
    }
  }

  /** Where the word stands, or where it would. */
  private int slot(String word) {
    int mixed = word.hashCode() * 0x9E3779B9;
    int slot = (mixed ^ mixed >>> 15) & slots.length - 1;
    while (slots[slot] >= 0 && !is(slots[slot], word)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean is(int number, String word) {
    int from = starts[number];
    if (starts[number + 1] - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (letters[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
