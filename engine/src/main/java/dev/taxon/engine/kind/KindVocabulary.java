package dev.taxon.engine.kind;

import dev.taxon.engine.profile.Cue;
import dev.taxon.engine.profile.KnownProfile;
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

  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final double[] norms;

  private record Posting(int profile, double weight) {}

  /** Takes the words of all kinds in. */
  public KindVocabulary(ProfileTable table) {
    var byProfile = new ArrayList<Map<String, Double>>();
    for (KnownProfile profile : table.profiles()) {
      var own = new TreeMap<String, Double>();
      profile.names().forEach(name -> take(List.of(name.split(" ")), NAMED, own));
      byProfile.add(own);
    }
    table.phrases((words, profile, cue) -> {
      if (cue != Cue.AGAINST) {
        take(words, cue == Cue.USUAL ? USUAL : TELLING, byProfile.get(profile));
      }
    });
    norms = new double[byProfile.size()];
    for (int p = 0; p < norms.length; p++) {
      for (var word : byProfile.get(p).entrySet()) {
        postings
            .computeIfAbsent(word.getKey(), k -> new ArrayList<>(2))
            .add(new Posting(p, word.getValue()));
      }
    }
    postings.replaceAll((word, list) -> {
      double rarity = rarity(list.size());
      return list.stream().map(each -> new Posting(each.profile, each.weight * rarity)).toList();
    });
    for (int p = 0; p < norms.length; p++) {
      double square = 0;
      for (var word : byProfile.get(p).entrySet()) {
        square += StrictMath.pow(word.getValue() * rarity(postings(word.getKey()).size()), 2);
      }
      norms[p] = StrictMath.sqrt(square);
    }
  }

  private List<Posting> postings(String stem) {
    return postings.getOrDefault(stem, List.of());
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
      List<Posting> holders = postings(stem);
      double rarity = rarity(holders.size());
      square += rarity * rarity;
      for (Posting holder : holders) {
        shared[holder.profile] += rarity * holder.weight;
      }
    }
    for (int p = 0; p < shared.length; p++) {
      shared[p] = shared[p] == 0 ? 0 : shared[p] / (norms[p] * StrictMath.sqrt(square));
    }
    return shared;
  }
}
