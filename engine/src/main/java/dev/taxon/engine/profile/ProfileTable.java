package dev.taxon.engine.profile;

import dev.taxon.engine.shape.Trait;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** All profiles, their phrases and their vectors. */
public final class ProfileTable {
  static final int MAGIC = 0x54585032; // "TXP2"

  private final String sources;
  private final List<KnownProfile> profiles;
  private final Phrases phrases;
  private final float[][] gists;
  private final float[][] labels;
  private final boolean[] subjects;
  private final int[][] traits;

  ProfileTable(
      String sources,
      List<KnownProfile> profiles,
      Phrases phrases,
      float[][] gists,
      float[][] labels) {
    this.sources = sources;
    this.profiles = List.copyOf(profiles);
    this.phrases = phrases;
    this.gists = gists;
    this.labels = labels;
    this.subjects = new boolean[profiles.size()];
    this.traits = new int[profiles.size()][];
    for (int p = 0; p < traits.length; p++) {
      subjects[p] = profiles.get(p).subject();
      traits[p] = profiles.get(p).shape().stream().mapToInt(Trait.ALL::indexOf).toArray();
    }
  }

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
    int number = in.readInt();
    var phrases = new Phrases.Collected(number);
    for (int n = number; n > 0; n--) {
      List<String> words = List.of(in.readUTF().split(" "));
      float idf = in.readFloat();
      var whom = new ArrayList<Integer>();
      var cues = new ArrayList<Cue>();
      for (int m = in.readUnsignedShort(); m > 0; m--) {
        whom.add(in.readUnsignedShort());
        cues.add(Cue.of((char) in.readUnsignedByte()));
      }
      phrases.add(new Phrases.Phrase(words, idf, whom, cues));
    }
    return new ProfileTable(sources, profiles, phrases.phrases(), gists, labels);
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

  /** What stands in documents of each. */
  public Phrases phrases() {
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
    return phrases.hold(word);
  }

  /** How near a text's vector stands to a profile's names and essence: a cosine. */
  public double gistCosine(int profile, float[] vector) {
    return dot(gists[profile], vector);
  }

  /** How near a text's vector stands to a profile's names alone: a cosine. */
  public double labelCosine(int profile, float[] vector) {
    return dot(labels[profile], vector);
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
