package dev.taxon.engine.kind;

import dev.taxon.engine.profile.Cue;
import dev.taxon.engine.profile.KnownProfile;
import dev.taxon.engine.profile.Phrases;
import dev.taxon.engine.profile.ProfileTable;
import dev.taxon.engine.text.Stem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

  private static final Holders NOBODY = new Holders(0);

  private final Map<String, Holders> holders = new HashMap<>();
  private final double[] norms;

  /** The profiles that hold a word, and how telling it is where it stands in each. */
  private static final class Holders {
    private final int[] profiles;
    private final double[] weights;

    Holders(int size) {
      profiles = new int[size];
      weights = new double[size];
    }
  }

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
    var many = new HashMap<String, Integer>();
    byProfile.forEach(own -> own.keySet().forEach(word -> many.merge(word, 1, Integer::sum)));
    var filled = new HashMap<String, Integer>();
    for (int p = 0; p < norms.length; p++) {
      double square = 0;
      for (var word : byProfile.get(p).entrySet()) {
        int size = many.getOrDefault(word.getKey(), 0);
        Holders own = holders.computeIfAbsent(word.getKey(), k -> new Holders(size));
        int at = filled.merge(word.getKey(), 1, Integer::sum) - 1;
        own.profiles[at] = p;
        own.weights[at] = word.getValue() * rarity(size);
        square += StrictMath.pow(own.weights[at], 2);
      }
      norms[p] = StrictMath.sqrt(square);
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
    var stems = new HashSet<String>();
    var shared = new double[norms.length];
    double square = 0;
    for (String word : words) {
      String stem = Stem.of(word);
      if (!stems.add(stem)) {
        continue;
      }
      Holders own = holders.getOrDefault(stem, NOBODY);
      double rarity = rarity(own.profiles.length);
      square += rarity * rarity;
      for (int k = 0; k < own.profiles.length; k++) {
        shared[own.profiles[k]] += rarity * own.weights[k];
      }
    }
    for (int p = 0; p < shared.length; p++) {
      shared[p] = shared[p] == 0 ? 0 : shared[p] / (norms[p] * StrictMath.sqrt(square));
    }
    return shared;
  }
}
