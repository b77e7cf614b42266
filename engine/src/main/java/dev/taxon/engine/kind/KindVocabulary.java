package dev.taxon.engine.kind;

import dev.taxon.engine.profile.Cue;
import dev.taxon.engine.profile.KnownProfile;
import dev.taxon.engine.profile.Phrases;
import dev.taxon.engine.profile.ProfileTable;
import dev.taxon.engine.text.Stem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * The words with which each known kind is named and written, for comparing a rule's words with:
 * "payer reports interest, dividends or rents" names no kind, yet shares its words with one.
 *
 * <p>A word weighs by where it stands (a name 1, a title or strong phrase 0.7, a usual one 0.4)
 * times {@code ln((n + 1) / (df + 0.5))}, {@code df} of {@code n} kinds holding it. Made once, then
 * shared.
 */
public final class KindVocabulary {
  /** What a word is worth by where it stands: ranks, from the most telling place. */
  private static final double[] WORTH = {1, 0.7, 0.4};

  private static final int NAMED = 0;
  private static final int TELLING = 1;
  private static final int USUAL = 2;

  /** Which profiles hold a word. */
  private final WordIndex stems;

  /** How telling a word is where it stands in a profile, by the index's places. */
  private final double[] weights;

  private final double[] norms;

  /** Takes the words of all kinds in. */
  public KindVocabulary(ProfileTable table) {
    List<KnownProfile> profiles = table.profiles();
    var collected = new WordIndex.Collected(words(table));
    for (int p = 0; p < profiles.size(); p++) {
      for (String name : profiles.get(p).names()) {
        take(List.of(name.split(" ")), p, NAMED, collected);
      }
    }
    Phrases phrases = table.phrases();
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      List<String> words = phrases.words(phrase);
      phrases.whom(
          phrase,
          (profile, cue) -> {
            if (cue != Cue.AGAINST) {
              take(words, profile, cue == Cue.USUAL ? USUAL : TELLING, collected);
            }
          });
    }
    stems = collected.index();
    weights = new double[stems.places()];
    norms = new double[profiles.size()];
    var squares = new double[norms.length];
    for (int word = 0; word < stems.words(); word++) {
      WordIndex.Run run = stems.run(word);
      for (int place = run.from(); place < run.to(); place++) {
        weights[place] = WORTH[stems.rank(place)] * rarity(run.size());
        squares[stems.holder(place)] += StrictMath.pow(weights[place], 2);
      }
    }
    for (int p = 0; p < norms.length; p++) {
      norms[p] = StrictMath.sqrt(squares[p]);
    }
  }

  /** How many words all kinds have in their names and phrases. */
  private static int words(ProfileTable table) {
    Phrases phrases = table.phrases();
    int words = 0;
    for (KnownProfile profile : table.profiles()) {
      words += 2 * profile.names().size();
    }
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      words += phrases.length(phrase) * phrases.holders(phrase);
    }
    return words;
  }

  private double rarity(int holders) {
    return StrictMath.log((norms.length + 1) / (holders + 0.5));
  }

  private static void take(
      List<String> words, int profile, int rank, WordIndex.Collected collected) {
    for (String word : words) {
      collected.add(Stem.of(word), profile, rank);
    }
  }

  /** The cosine of a rule's words with each kind's words, 0 to 1. */
  double[] agreement(Collection<String> words) {
    var seen = new HashSet<String>();
    var shared = new double[norms.length];
    double square = 0;
    for (String word : words) {
      String stem = Stem.of(word);
      if (!seen.add(stem)) {
        continue;
      }
      WordIndex.Run run = stems.run(stem);
      double rarity = rarity(run.size());
      square += rarity * rarity;
      for (int place = run.from(); place < run.to(); place++) {
        shared[stems.holder(place)] += rarity * weights[place];
      }
    }
    for (int p = 0; p < shared.length; p++) {
      shared[p] = shared[p] == 0 ? 0 : shared[p] / (norms[p] * StrictMath.sqrt(square));
    }
    return shared;
  }
}
