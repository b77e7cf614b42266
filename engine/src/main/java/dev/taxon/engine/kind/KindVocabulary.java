package dev.taxon.engine.kind;

import dev.taxon.engine.profile.Cue;
import dev.taxon.engine.profile.KnownProfile;
import dev.taxon.engine.profile.Phrases;
import dev.taxon.engine.profile.ProfileTable;
import dev.taxon.engine.text.Stem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words with which each known kind is named and written, for comparing a rule's words with:
 * "payer reports interest, dividends or rents" names no kind, yet shares its words with one.
 *
 * <p>A word weighs by where it stands (a name 1, a title or strong phrase 0.7, a usual one 0.4)
 * times {@code ln((n + 1) / (df + 0.5))}, {@code df} of {@code n} kinds holding it. Made once, then
 * shared.
 */
public final class KindVocabulary {
  private static final double NAMED = 1;
  private static final double TELLING = 0.7;
  private static final double USUAL = 0.4;

  /** Which profiles hold a word. */
  private final WordIndex stems;

  /** How telling a word is where it stands in a profile, by the index's places. */
  private final double[] weights;

  private final double[] norms;

  /** Takes the words of all kinds in. */
  public KindVocabulary(ProfileTable table) {
    var byProfile = new ArrayList<Map<String, Double>>();
    for (KnownProfile profile : table.profiles()) {
      var own = new TreeMap<String, Double>();
      profile.names().forEach(name -> take(List.of(name.split(" ")), NAMED, own));
      byProfile.add(own);
    }
    Phrases phrases = table.phrases();
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      List<String> words = phrases.words(phrase);
      phrases.whom(
          phrase,
          (profile, cue) -> {
            if (cue != Cue.AGAINST) {
              take(words, cue == Cue.USUAL ? USUAL : TELLING, byProfile.get(profile));
            }
          });
    }
    norms = new double[byProfile.size()];
    stems = new WordIndex(byProfile.stream().map(Map::keySet).toList());
    weights = new double[stems.places()];
    var squares = new double[norms.length];
    for (int word = 0; word < stems.words(); word++) {
      String stem = stems.word(word);
      WordIndex.Run run = stems.run(word);
      for (int place = run.from(); place < run.to(); place++) {
        int profile = stems.holder(place);
        double own = byProfile.get(profile).getOrDefault(stem, 0.0);
        weights[place] = own * rarity(run.size());
        squares[profile] += StrictMath.pow(weights[place], 2);
      }
    }
    for (int p = 0; p < norms.length; p++) {
      norms[p] = StrictMath.sqrt(squares[p]);
    }
  }

  private double rarity(int holders) {
    return StrictMath.log((norms.length + 1) / (holders + 0.5));
  }

  private static void take(List<String> words, double weight, Map<String, Double> own) {
    for (String word : words) {
      own.merge(Stem.of(word), weight, Math::max);
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
