package dev.taxon.engine.profile;

import dev.taxon.TextEncoder;
import dev.taxon.engine.table.WordTable;
import dev.taxon.engine.text.Words;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compiles profiles into a table: phrases become one dictionary with a rarity each, gists, labels
 * and openings become vectors of eight bits a number. Equal profiles and tables give equal bytes.
 */
public final class ProfileTableWriter {
  /** Rarity of a word that the word table does not know: such words are seldom, or wrongly read. */
  private static final double UNKNOWN_IDF = 8;

  private static final double NUMBER_IDF = 3;
  private static final double MOST_IDF = 14;

  /**
   * A phrase is about as rare as its rarest word, and a little rarer for the next two: they come
   * together.
   */
  private static final double FURTHER_WORD = 0.6;

  private final WordTable words;
  private final TextEncoder encoder;
  private final @Nullable ProfileTable beside;

  public ProfileTableWriter(WordTable words, TextEncoder encoder) {
    this(words, encoder, null);
  }

  /**
   * A writer of profiles that stand beside those of a table.
   *
   * @param beside that table, which tells what openings have in common; null where they stand alone
   */
  ProfileTableWriter(WordTable words, TextEncoder encoder, @Nullable ProfileTable beside) {
    this.words = words;
    this.encoder = encoder;
    this.beside = beside;
  }

  /**
   * Writes a table.
   *
   * @param sources digest of the files that the profiles were read from
   */
  public void write(List<Profile> profiles, String sources, OutputStream stream)
      throws IOException {
    var out = new DataOutputStream(stream);
    out.writeInt(ProfileTable.MAGIC);
    out.writeUTF(sources);
    List<Encoded> encoded =
        profiles.parallelStream().map(profile -> new Encoded(profile, encoder, words)).toList();
    Commons commons =
        beside == null
            ? Commons.of(encoded, encoder.dimensions(), words.dimensions())
            : beside.commons();
    out.writeInt(encoder.dimensions());
    out.writeInt(words.dimensions());
    commons.write(out);
    out.writeInt(profiles.size());
    for (int i = 0; i < profiles.size(); i++) {
      Profile profile = profiles.get(i);
      out.writeUTF(profile.id());
      out.writeUTF(profile.family());
      out.writeBoolean(profile.subject());
      out.writeUTF(profile.name());
      List<String> names =
          new TreeMap<>(profile.names())
              .values().stream()
                  .flatMap(List::stream)
                  .map(name -> String.join(" ", Words.of(name)))
                  .filter(name -> !name.isEmpty())
                  .distinct()
                  .toList();
      out.writeShort(names.size());
      for (String name : names) {
        out.writeUTF(name);
      }
      out.writeShort(profile.unlike().size());
      for (var note : new TreeMap<>(profile.unlike()).entrySet()) {
        out.writeUTF(note.getKey());
        out.writeUTF(note.getValue());
      }
      out.writeShort(profile.shape().size());
      for (String word : new TreeSet<>(profile.shape())) {
        out.writeUTF(word);
      }
      Encoded vectors = encoded.get(i);
      EightBits.of(vectors.gist()).write(out);
      EightBits.of(vectors.label()).write(out);
      Openings meanings = commons.meanings(profile.subject());
      Openings sums = commons.words(profile.subject());
      EightBits.of(meanings.opening(vectors.samples(), vectors.gist())).write(out);
      EightBits.of(sums.opening(vectors.sampleWords(), vectors.gistWords())).write(out);
    }
    writePhrases(profiles, out);
    out.flush();
  }

  private void writePhrases(List<Profile> profiles, DataOutputStream out) throws IOException {
    var phrases = new TreeMap<String, List<Posting>>();
    for (int i = 0; i < profiles.size(); i++) {
      Profile profile = profiles.get(i);
      collect(profile.title(), i, Cue.TITLE, phrases);
      collect(profile.strong(), i, Cue.STRONG, phrases);
      collect(profile.usual(), i, Cue.USUAL, phrases);
      collect(Map.of("en", profile.against()), i, Cue.AGAINST, phrases);
    }
    out.writeInt(phrases.size());
    for (var entry : phrases.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeFloat((float) idf(List.of(entry.getKey().split(" "))));
      out.writeShort(entry.getValue().size());
      for (Posting posting : entry.getValue()) {
        out.writeShort(posting.profile());
        out.writeByte(posting.cue().letter());
      }
    }
  }

  private record Posting(int profile, Cue cue) {}

  private static void collect(
      Map<String, List<String>> byLanguage,
      int profile,
      Cue cue,
      Map<String, List<Posting>> phrases) {
    var posting = new Posting(profile, cue);
    for (List<String> list : byLanguage.values()) {
      for (String phrase : list) {
        String key = String.join(" ", Words.of(phrase));
        if (!key.isEmpty()) {
          List<Posting> postings = phrases.computeIfAbsent(key, k -> new ArrayList<>());
          if (!postings.contains(posting)) {
            postings.add(posting);
          }
        }
      }
    }
  }

  private double idf(List<String> phrase) {
    List<Double> rarities =
        phrase.stream().map(this::wordIdf).sorted(Comparator.reverseOrder()).limit(3).toList();
    double sum = rarities.getFirst();
    for (double further : rarities.subList(1, rarities.size())) {
      sum += FURTHER_WORD * further;
    }
    return Math.min(MOST_IDF, sum);
  }

  private double wordIdf(String word) {
    int row = words.row(word);
    if (row >= 0) {
      return words.idf(row);
    }
    return word.chars().allMatch(Character::isDigit) ? NUMBER_IDF : UNKNOWN_IDF;
  }
}
