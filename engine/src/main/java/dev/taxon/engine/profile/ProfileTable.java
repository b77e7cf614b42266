package dev.taxon.engine.profile;

import dev.taxon.engine.shape.Trait;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All profiles, their phrases and their vectors.
 *
 * <p>A profile has four vectors: of its names and essence, of its names alone, of how its documents
 * open, and of the words that they open with.
 */
public final class ProfileTable {
  static final int MAGIC = 0x54585033; // "TXP3"

  private final String sources;
  private final List<KnownProfile> profiles;
  private final Phrases phrases;
  private final Commons commons;
  private final List<Meaning> meanings;
  private final Columns wordsOfKinds;
  private final Columns wordsOfSubjects;
  private final boolean[] subjects;
  private final int[][] traits;

  ProfileTable(
      String sources,
      List<KnownProfile> profiles,
      Phrases phrases,
      Commons commons,
      List<Meaning> meanings) {
    this.sources = sources;
    this.profiles = List.copyOf(profiles);
    this.phrases = phrases;
    this.commons = commons;
    this.meanings = List.copyOf(meanings);
    this.subjects = new boolean[profiles.size()];
    this.traits = new int[profiles.size()][];
    for (int p = 0; p < traits.length; p++) {
      subjects[p] = profiles.get(p).subject();
      traits[p] = profiles.get(p).shape().stream().mapToInt(Trait.ALL::indexOf).toArray();
    }
    wordsOfKinds = words(false);
    wordsOfSubjects = words(true);
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
    int wordDimensions = in.readInt();
    var commons = Commons.read(in, dimensions, wordDimensions);
    var profiles = new ArrayList<KnownProfile>();
    var meanings = new ArrayList<Meaning>();
    for (int left = in.readInt(); left > 0; left--) {
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
      meanings.add(Meaning.read(in, dimensions, wordDimensions));
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
    return new ProfileTable(sources, profiles, phrases.phrases(), commons, meanings);
  }

  /** What stands in documents of each. */
  public Phrases phrases() {
    return phrases;
  }

  /**
   * The vectors of one profile.
   *
   * @param gist of its names and essence
   * @param label of its names alone
   * @param opening of how its documents open, beside all openings
   * @param words of the words with which they open, beside those of all
   */
  record Meaning(EightBits gist, EightBits label, EightBits opening, EightBits words) {
    static Meaning read(DataInputStream in, int dimensions, int wordDimensions) throws IOException {
      return new Meaning(
          EightBits.read(in, dimensions),
          EightBits.read(in, dimensions),
          EightBits.read(in, dimensions),
          EightBits.read(in, wordDimensions));
    }

    void write(DataOutputStream out) throws IOException {
      gist.write(out);
      label.write(out);
      opening.write(out);
      words.write(out);
    }
  }

  Meaning meaning(int profile) {
    return meanings.get(profile);
  }

  Commons commons() {
    return commons;
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
    return meanings.get(profile).gist().dot(vector);
  }

  /** How near a text's vector stands to a profile's names alone: a cosine. */
  public double labelCosine(int profile, float[] vector) {
    return meanings.get(profile).label().dot(vector);
  }

  /**
   * How near the vector of a text's opening stands to those of each profile's documents: cosines,
   * about 0 for an opening that is nothing of the kind.
   */
  public float[] openingCosines(float[] opening) {
    float[] ofKinds = commons.meanings(false).besideOthers(opening);
    float[] ofSubjects = commons.meanings(true).besideOthers(opening);
    var cosines = new float[meanings.size()];
    for (int p = 0; p < cosines.length; p++) {
      float[] own = subjects[p] ? ofSubjects : ofKinds;
      cosines[p] = (float) meanings.get(p).opening().dot(own);
    }
    return cosines;
  }

  /**
   * How near the words of a text stand to those with which each profile's documents open: cosines.
   *
   * @param sum vector of the sum of the words
   */
  public float[] wordCosines(float[] sum) {
    float[] ofKinds = wordsOfKinds.products(commons.words(false).besideOthers(sum));
    float[] ofSubjects = wordsOfSubjects.products(commons.words(true).besideOthers(sum));
    var cosines = new float[subjects.length];
    int kind = 0;
    int subject = 0;
    for (int p = 0; p < cosines.length; p++) {
      cosines[p] = subjects[p] ? ofSubjects[subject++] : ofKinds[kind++];
    }
    return cosines;
  }

  private Columns words(boolean subject) {
    return new Columns(
        IntStream.range(0, subjects.length)
            .filter(p -> subjects[p] == subject)
            .mapToObj(p -> meanings.get(p).words())
            .toList(),
        commons.words(subject).dimensions());
  }
}
