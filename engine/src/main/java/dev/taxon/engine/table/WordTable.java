package dev.taxon.engine.table;

import dev.taxon.engine.text.WordNumbers;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows for words and two-word terms; a text is the sum of its rows.
 *
 * <p>A row is a direction of {@link #dimensions()} numbers of four bits, −8 to 7, times a scale
 * that carries the word's weight (rare words weigh more). The vector of a text is the sum of the
 * rows of its terms at unit length, less the mean of ordinary texts and less its share of their
 * common direction, at unit length again; so unrelated texts stand near a right angle. About 9 MB
 * in memory; 256 additions a word.
 *
 * <p>Source of the weighting: Arora, Liang, Ma, "A simple but tough-to-beat baseline for sentence
 * embeddings", 2017.
 */
public final class WordTable {
  static final int MAGIC = 0x54585632; // "TXV2"
  static final int STOP = 0x80;
  private static final int LANGUAGE = 0x0F;

  /** Languages by number in the file. */
  static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

  private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "ly", "e", "n", "en");
  private static final int SHORTEST_TO_CUT = 6;

  /** Parts the two words of a term. */
  private static final char BETWEEN = '_';

  private final WordNumbers rows;
  private final Set<String> beginnings;
  private final float[] mean;
  private final float[] common;
  private final byte[] idf;
  private final byte[] flags;
  private final float[] scales;
  private final byte[] numbers;

  private WordTable(
      WordNumbers rows,
      float[] mean,
      float[] common,
      byte[] idf,
      byte[] flags,
      float[] scales,
      byte[] numbers) {
    this.rows = rows;
    this.beginnings =
        IntStream.range(0, rows.size())
            .mapToObj(rows::word)
            .filter(term -> term.indexOf(BETWEEN) > 0)
            .map(term -> term.substring(0, term.indexOf(BETWEEN)))
            .collect(Collectors.toUnmodifiableSet());
    this.mean = mean;
    this.common = common;
    this.idf = idf;
    this.flags = flags;
    this.scales = scales;
    this.numbers = numbers;
  }

  /** The table that the engine ships with. */
  public static WordTable load() {
    try (InputStream in = WordTable.class.getResourceAsStream("words.table")) {
      if (in == null) {
        throw new IllegalStateException("words.table is missing from the engine's jar");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("words.table cannot be read", e);
    }
  }

  /**
   * Reads a table as {@link WordTableWriter} writes it.
   *
   * @throws IOException when the stream ends early or is no such table
   */
  public static WordTable read(InputStream stream) throws IOException {
    var in = new DataInputStream(new java.io.BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a word table");
    }
    int words = in.readInt();
    int dimensions = in.readInt();
    float[] mean = floats(in, dimensions);
    float[] common = floats(in, dimensions);
    byte[] idf = in.readNBytes(words);
    byte[] flags = in.readNBytes(words);
    float[] scales = floats(in, words);
    byte[] numbers = in.readNBytes(words * dimensions / 2);
    var rows = new WordNumbers(words);
    for (int i = 0; i < words; i++) {
      rows.add(new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8));
    }
    if (rows.size() != words) {
      throw new IOException("a word stands twice in the table, or the table is cut");
    }
    return new WordTable(rows.trim(), mean, common, idf, flags, scales, numbers);
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    var floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = in.readFloat();
    }
    return floats;
  }

  /** Length of every vector. */
  public int dimensions() {
    return mean.length;
  }

  /** How many words and terms there are. */
  public int size() {
    return rows.size();
  }

  /**
   * The row of a word or of a term ({@code bank_statement}), or −1: an unknown word is tried
   * without common endings.
   */
  public int row(String word) {
    int row = rows.number(word);
    if (row >= 0) {
      return row;
    }
    if (word.length() >= SHORTEST_TO_CUT) {
      for (String ending : ENDINGS) {
        if (word.endsWith(ending)) {
          row = rows.number(word.substring(0, word.length() - ending.length()));
          if (row >= 0) {
            return row;
          }
        }
      }
    }
    return -1;
  }

  /**
   * Rows of a text's terms in order; two tokens that form a known term count as that term; unknown
   * words are left out.
   */
  public int[] rows(List<String> tokens) {
    var found = new int[tokens.size()];
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 < tokens.size() && beginnings.contains(tokens.get(i))) {
        int term = rows.number(tokens.get(i) + BETWEEN + tokens.get(i + 1));
        if (term >= 0) {
          found[count++] = term;
          i++;
          continue;
        }
      }
      int row = row(tokens.get(i));
      if (row >= 0) {
        found[count++] = row;
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }

  /**
   * How rare the word is in its language: 0 (in every passage) to about 12, in natural logarithms.
   */
  public double idf(int row) {
    return (idf[row] & 0xFF) / 20.0;
  }

  /** Whether the word says nothing about a text, like "the". */
  public boolean isStop(int row) {
    return (flags[row] & STOP) != 0;
  }

  /**
   * The language in which the word is most at home: {@code en}, {@code de}, {@code fr} or {@code
   * es}.
   */
  public String language(int row) {
    return LANGUAGES.get(flags[row] & LANGUAGE);
  }

  /**
   * The unit vector of a bag of rows; the zero vector when nothing is in it.
   *
   * @param weights one for each row, or null for 1 each
   */
  public float[] vector(int[] bag, float @org.jspecify.annotations.Nullable [] weights) {
    var sum = new float[dimensions()];
    for (int i = 0; i < bag.length; i++) {
      add(bag[i], weights == null ? 1 : weights[i], sum);
    }
    if (!toUnit(sum)) {
      return sum;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] -= mean[i];
    }
    float share = dot(sum, common);
    for (int i = 0; i < sum.length; i++) {
      sum[i] -= share * common[i];
    }
    toUnit(sum);
    return sum;
  }

  /** Adds a row times a weight to a sum. */
  private void add(int row, float weight, float[] sum) {
    float scale = scales[row] * weight;
    int at = row * (sum.length / 2);
    for (int i = 0; i < sum.length; i += 2) {
      int pair = numbers[at++];
      sum[i] += ((pair & 0x0F) - 8) * scale;
      sum[i + 1] += (((pair >> 4) & 0x0F) - 8) * scale;
    }
  }

  /** The inner product; of unit vectors, their cosine. */
  public static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static boolean toUnit(float[] vector) {
    float length = (float) Math.sqrt(dot(vector, vector));
    if (!(length > 1e-12f)) {
      return false;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return true;
  }
}
