package dev.taxon.engine.profile;

import dev.taxon.engine.text.WordNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The phrases of all profiles as one dictionary, and whom each speaks for or against.
 *
 * <p>A text's words are mapped to numbers once; then a phrase of one word is one look-up, a longer
 * one is found by its first two words and compared to its end. So a pass costs two look-ups a word,
 * whatever the number of phrases. All phrases share a few arrays: an object for each would take
 * four times the memory.
 */
public final class Phrases {
  private static final int SHORTEST_FRONT = 3;
  private static final int SHORTEST_END = 5;
  private static final List<Cue> CUES = List.of(Cue.values());

  private final WordNumbers vocabulary;
  private final float[] idf;
  private final int[] firstWord;
  private final int[] words;
  private final int[] firstHolder;
  private final char[] holders;
  private final byte[] cues;

  /** The first phrase of each bucket, and behind each phrase the next of its bucket; or -1. */
  private final int[] bucket;

  private final int[] next;

  private Phrases(Collected collected) {
    vocabulary = collected.vocabulary.trim();
    int size = collected.size;
    idf = Arrays.copyOf(collected.idf, size);
    firstWord = Arrays.copyOf(collected.firstWord, size + 1);
    words = Arrays.copyOf(collected.words, firstWord[size]);
    firstHolder = Arrays.copyOf(collected.firstHolder, size + 1);
    holders = Arrays.copyOf(collected.holders, firstHolder[size]);
    cues = Arrays.copyOf(collected.cues, firstHolder[size]);
    bucket = new int[Math.max(16, Integer.highestOneBit(size) * 2)];
    next = new int[size];
    Arrays.fill(bucket, -1);
    for (int phrase = size - 1; phrase >= 0; phrase--) {
      int second = length(phrase) == 1 ? -1 : words[firstWord[phrase] + 1];
      int place = place(words[firstWord[phrase]], second);
      next[phrase] = bucket[place];
      bucket[place] = phrase;
    }
  }

  /**
   * A phrase and whom it speaks for.
   *
   * @param words without accents, lower case
   * @param idf how rare it is, in natural logarithms, 0 to 14
   * @param profiles numbers of profiles
   * @param cues what it does for each of them
   */
  record Phrase(List<String> words, float idf, List<Integer> profiles, List<Cue> cues) {}

  /** Takes phrases together, each once. */
  static final class Collected {
    private final WordNumbers vocabulary;
    private int size;
    private float[] idf;
    private int[] firstWord;
    private int[] words;
    private int[] firstHolder;
    private char[] holders;
    private byte[] cues;

    /**
     * Makes room, so that little is copied.
     *
     * @param expected how many phrases come, roughly
     */
    Collected(int expected) {
      int room = Math.max(16, expected + 1);
      vocabulary = new WordNumbers(room / 2);
      idf = new float[room];
      firstWord = new int[room];
      words = new int[2 * room];
      firstHolder = new int[room];
      holders = new char[room + room / 4];
      cues = new byte[holders.length];
    }

    void add(Phrase phrase) {
      if (size + 1 == firstWord.length) {
        int room = firstWord.length / 2 * 3;
        idf = Arrays.copyOf(idf, room);
        firstWord = Arrays.copyOf(firstWord, room);
        firstHolder = Arrays.copyOf(firstHolder, room);
      }
      idf[size] = phrase.idf();
      int word = firstWord[size];
      for (String each : phrase.words()) {
        words = word < words.length ? words : Arrays.copyOf(words, word / 2 * 3);
        words[word++] = vocabulary.add(each);
      }
      int holder = firstHolder[size];
      for (int k = 0; k < phrase.profiles().size(); k++) {
        if (holder == holders.length) {
          holders = Arrays.copyOf(holders, holder / 2 * 3);
          cues = Arrays.copyOf(cues, holder / 2 * 3);
        }
        holders[holder] = (char) phrase.profiles().get(k).intValue();
        cues[holder++] = (byte) CUES.indexOf(phrase.cues().get(k));
      }
      size++;
      firstWord[size] = word;
      firstHolder[size] = holder;
    }

    Phrases phrases() {
      return new Phrases(this);
    }
  }

  /** How many there are. */
  public int size() {
    return idf.length;
  }

  /** How many words a phrase has. */
  public int length(int phrase) {
    return firstWord[phrase + 1] - firstWord[phrase];
  }

  /** How rare a phrase is, in natural logarithms, 0 to 14. */
  public double idf(int phrase) {
    return idf[phrase];
  }

  /** The folded words of a phrase. */
  public List<String> words(int phrase) {
    var own = new ArrayList<String>();
    for (int i = firstWord[phrase]; i < firstWord[phrase + 1]; i++) {
      own.add(vocabulary.word(words[i]));
    }
    return own;
  }

  /** For or against how many a phrase speaks. */
  public int holders(int phrase) {
    return firstHolder[phrase + 1] - firstHolder[phrase];
  }

  /** Tells whom a phrase speaks for or against, in order. */
  public void whom(int phrase, Whom whom) {
    for (int k = firstHolder[phrase]; k < firstHolder[phrase + 1]; k++) {
      whom.profile(holders[k], CUES.get(cues[k]));
    }
  }

  /** Whether some phrase holds the folded word. */
  boolean hold(String word) {
    return vocabulary.contains(word);
  }

  /** Takes what a phrase does for a profile. */
  @FunctionalInterface
  public interface Whom {
    /** Takes one: the profile's number, and what the phrase does for it. */
    void profile(int profile, Cue cue);
  }

  /** Takes a phrase that stands in a text, with the number of its first word there. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one: its number, and that of its first word among the text's words. */
    void phrase(int phrase, int word);
  }

  /**
   * Tells every phrase that stands in the words, in order of its place.
   *
   * @param compounds numbers of the words that may be written together of several; where one is
   *     unknown, its longest known end stands for it
   */
  public void find(List<String> text, BitSet compounds, Sink found) {
    int[] numbers = new int[text.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = vocabulary.number(text.get(i));
      if (numbers[i] < 0 && compounds.get(i)) {
        numbers[i] = ofEnd(text.get(i));
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] >= 0) {
        tell(numbers, i, -1, found);
        if (i + 1 < numbers.length && numbers[i + 1] >= 0) {
          tell(numbers, i, numbers[i + 1], found);
        }
      }
    }
  }

  /** Tells the phrases of one word, for which {@code second} is -1, or those of more. */
  private void tell(int[] numbers, int at, int second, Sink found) {
    for (int p = bucket[place(numbers[at], second)]; p >= 0; p = next[p]) {
      int length = length(p);
      if ((length == 1) == (second < 0)
          && at + length <= numbers.length
          && Arrays.equals(words, firstWord[p], firstWord[p + 1], numbers, at, at + length)) {
        found.phrase(p, at);
      }
    }
  }

  private int place(int first, int second) {
    int mixed = (first * 31 + second) * 0x9E3779B9;
    return (mixed ^ mixed >>> 16) & bucket.length - 1;
  }

  private int ofEnd(String word) {
    for (int at = SHORTEST_FRONT; at <= word.length() - SHORTEST_END; at++) {
      int number = vocabulary.number(word.substring(at));
      if (number >= 0) {
        return number;
      }
    }
    return -1;
  }
}
