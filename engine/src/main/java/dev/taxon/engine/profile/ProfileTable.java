package dev.taxon.engine.profile;

import dev.taxon.engine.shape.Trait;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All profiles, their phrases as one dictionary, and their vectors.
 *
 * <p>A text's words are mapped to numbers once; then a phrase of one word is one look-up, a longer
 * one is found by its first two words and compared to its end. So a pass costs two look-ups a word,
 * whatever the number of phrases.
 */
public final class ProfileTable {
  private static final int SHORTEST_FRONT = 3;
  private static final int SHORTEST_END = 5;

  static final int MAGIC = 0x54585032; // "TXP2"

  private final String sources;
  private final List<KnownProfile> profiles;
  private final Map<String, Integer> vocabulary;
  private final List<Phrase> phrases;
  private final Map<Long, int[]> byFirstWords;
  private final int[][] numbersOf;
  private final float[][] gists;
  private final float[][] labels;
  private final boolean[] subjects;
  private final int[][] traits;

  ProfileTable(
      String sources,
      List<KnownProfile> profiles,
      List<Phrase> phrases,
      float[][] gists,
      float[][] labels) {
    this.sources = sources;
    this.profiles = List.copyOf(profiles);
    this.phrases = List.copyOf(phrases);
    this.gists = gists;
    this.labels = labels;
    this.subjects = new boolean[profiles.size()];
    this.traits = new int[profiles.size()][];
    for (int p = 0; p < traits.length; p++) {
      subjects[p] = profiles.get(p).subject();
      traits[p] = profiles.get(p).shape().stream().mapToInt(Trait.ALL::indexOf).toArray();
    }
    this.vocabulary = new HashMap<>();
    this.numbersOf = new int[phrases.size()][];
    var lists = new HashMap<Long, List<Integer>>();
    for (int p = 0; p < phrases.size(); p++) {
      int[] words = numbered(phrases.get(p).words());
      numbersOf[p] = words;
      lists.computeIfAbsent(key(words, 0, words.length), k -> new ArrayList<>()).add(p);
    }
    this.byFirstWords = new HashMap<>();
    lists.forEach(
        (key, list) -> byFirstWords.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
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

  /**
   * A phrase found in a text.
   *
   * @param phrase its number; the same phrase found twice has the same
   * @param word number of its first word among the text's words
   * @param length how many words it has
   * @param idf how rare it is, in natural logarithms, 0 to 14
   * @param profile number of a profile it speaks for or against
   * @param cue what it does for that profile
   */
  public record Hit(int phrase, int word, int length, double idf, int profile, Cue cue) {}

  /** The table that the engine ships with. */
  public static ProfileTable load() {
    try (InputStream in = ProfileTable.class.getResourceAsStream("profiles.table")) {
      if (in == null) {
        throw new IllegalStateException("profiles.table is missing from the engine's jar");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("profiles.table cannot be read", e);
    }
  }

  /** Reads what {@link ProfileTableWriter} wrote. */
  public static ProfileTable read(InputStream stream) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a table of profiles");
    }
    String sources = in.readUTF();
    int dimensions = in.readInt();
    var profiles = new ArrayList<KnownProfile>();
    int count = in.readInt();
    var gists = new float[count][];
    var labels = new float[count][];
    for (int i = 0; i < count; i++) {
      String id = in.readUTF();
      String family = in.readUTF();
      boolean subject = in.readBoolean();
      String name = in.readUTF();
      var names = new ArrayList<String>();
      for (int n = in.readUnsignedShort(); n > 0; n--) {
        names.add(in.readUTF());
      }
      var unlike = new HashMap<String, String>();
      for (int n = in.readUnsignedShort(); n > 0; n--) {
        unlike.put(in.readUTF(), in.readUTF());
      }
      var shape = new HashSet<String>();
      for (int n = in.readUnsignedShort(); n > 0; n--) {
        shape.add(in.readUTF());
      }
      profiles.add(new KnownProfile(id, family, subject, name, names, unlike, Trait.of(shape)));
      gists[i] = vector(in, dimensions);
      labels[i] = vector(in, dimensions);
    }
    var phrases = new ArrayList<Phrase>();
    for (int n = in.readInt(); n > 0; n--) {
      List<String> words = List.of(in.readUTF().split(" "));
      float idf = in.readFloat();
      var whom = new ArrayList<Integer>();
      var cues = new ArrayList<Cue>();
      for (int m = in.readUnsignedShort(); m > 0; m--) {
        whom.add(in.readUnsignedShort());
        cues.add(Cue.of((char) in.readUnsignedByte()));
      }
      phrases.add(new Phrase(words, idf, whom, cues));
    }
    return new ProfileTable(sources, profiles, phrases, gists, labels);
  }

  private static float[] vector(DataInputStream in, int dimensions) throws IOException {
    float scale = in.readFloat();
    byte[] numbers = in.readNBytes(dimensions);
    var vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = numbers[i] * scale;
    }
    return vector;
  }

  List<Phrase> phrases() {
    return phrases;
  }

  float[] gist(int profile) {
    return gists[profile];
  }

  float[] label(int profile) {
    return labels[profile];
  }

  /** SHA-256 of the files that the table was made from, in hexadecimal digits. */
  public String sources() {
    return sources;
  }

  /** The profiles by number. */
  public List<KnownProfile> profiles() {
    return profiles;
  }

  /** Whether a profile says what a text is about rather than what kind of document it is. */
  public boolean isSubject(int profile) {
    return subjects[profile];
  }

  /**
   * Adds what each trait that a profile's documents usually have is worth.
   *
   * @param start what to add it to
   * @param worth in the order of {@link Trait#ALL}
   */
  public double sumOfTraits(int profile, double start, double[] worth) {
    double sum = start;
    for (int trait : traits[profile]) {
      sum += worth[trait];
    }
    return sum;
  }

  /** Whether some phrase holds the folded word. */
  public boolean knows(String word) {
    return vocabulary.containsKey(word);
  }

  /** How near a text's vector stands to a profile's names and essence: a cosine. */
  public double gistCosine(int profile, float[] vector) {
    return dot(gists[profile], vector);
  }

  /** How near a text's vector stands to a profile's names alone: a cosine. */
  public double labelCosine(int profile, float[] vector) {
    return dot(labels[profile], vector);
  }

  /** Tells of every phrase whom it speaks for, in order of the phrases. */
  public void phrases(PhraseSink sink) {
    for (Phrase phrase : phrases) {
      for (int k = 0; k < phrase.profiles().size(); k++) {
        sink.phrase(phrase.words(), phrase.profiles().get(k), phrase.cues().get(k));
      }
    }
  }

  /** Takes phrases. */
  @FunctionalInterface
  public interface PhraseSink {
    /** Takes one: its folded words, a profile's number, and what it does for that profile. */
    void phrase(List<String> words, int profile, Cue cue);
  }

  /** Tells every phrase that stands in the words, in order of its place. */
  public void find(List<String> words, Consumer<Hit> found) {
    find(words, new BitSet(), found);
  }

  /**
   * Tells every phrase that stands in the words, in order of its place.
   *
   * @param compounds numbers of the words that may be written together of several; where one is
   *     unknown, its longest known end stands for it
   */
  public void find(List<String> words, BitSet compounds, Consumer<Hit> found) {
    int[] numbers = new int[words.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = vocabulary.getOrDefault(words.get(i), -1);
      if (numbers[i] < 0 && compounds.get(i)) {
        numbers[i] = ofEnd(words.get(i));
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0) {
        continue;
      }
      tell(byFirstWords.get(key(numbers, i, 1)), numbers, i, found);
      if (i + 1 < numbers.length && numbers[i + 1] >= 0) {
        tell(byFirstWords.get(key(numbers, i, 2)), numbers, i, found);
      }
    }
  }

  private void tell(
      int @org.jspecify.annotations.Nullable [] candidates,
      int[] numbers,
      int at,
      Consumer<Hit> found) {
    if (candidates == null) {
      return;
    }
    for (int number : candidates) {
      Phrase phrase = phrases.get(number);
      int[] own = numbersOf[number];
      int length = own.length;
      if (at + length > numbers.length
          || !Arrays.equals(own, 0, length, numbers, at, at + length)) {
        continue;
      }
      for (int k = 0; k < phrase.profiles().size(); k++) {
        found.accept(
            new Hit(
                number, at, length, phrase.idf(), phrase.profiles().get(k), phrase.cues().get(k)));
      }
    }
  }

  private int ofEnd(String word) {
    for (int at = SHORTEST_FRONT; at <= word.length() - SHORTEST_END; at++) {
      Integer number = vocabulary.get(word.substring(at));
      if (number != null) {
        return number;
      }
    }
    return -1;
  }

  private int[] numbered(List<String> words) {
    var numbers = new int[words.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = vocabulary.computeIfAbsent(words.get(i), w -> vocabulary.size());
    }
    return numbers;
  }

  /**
   * One key for the first word, another for the first two; a phrase has the longer one that it
   * fills.
   */
  private static long key(int[] words, int from, int length) {
    return length == 1 ? words[from] : ((long) (words[from + 1] + 1) << 32) | words[from];
  }

  private static double dot(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "vectors of "
              + Arrays.toString(new int[] {a.length, b.length})
              + " numbers do not compare");
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
