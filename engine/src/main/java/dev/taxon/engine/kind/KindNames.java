package dev.taxon.engine.kind;

import dev.taxon.engine.profile.KnownProfile;
import dev.taxon.engine.profile.ProfileTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The names of all known kinds made ready for comparing with a rule's words; made once, then
 * shared.
 */
public final class KindNames {
  private static final int LONGEST_NAME = 6;
  private static final int EARLY_WORDS = 8;

  /** Rarity at which a mentioned name counts whole, in natural logarithms. */
  private static final double TELLING = 8;

  private final List<List<Name>> names = new ArrayList<>();
  private final ToDoubleFunction<String> rarity;

  /**
   * One name.
   *
   * @param words in the singular, each once
   * @param joined words in order, in the singular, between blanks
   */
  private record Name(Set<String> words, String joined, double weight) {}

  /**
   * Prepares the names.
   *
   * @param rarity of a folded word, in natural logarithms
   */
  public KindNames(ProfileTable table, ToDoubleFunction<String> rarity) {
    this.rarity = rarity;
    for (KnownProfile profile : table.profiles()) {
      var own = new ArrayList<Name>();
      for (String name : profile.names()) {
        List<String> words = List.of(name.split(" "));
        List<String> singular = words.stream().map(KindNames::singular).toList();
        own.add(
            new Name(
                new HashSet<>(singular),
                String.join(" ", singular),
                singular.stream().mapToDouble(rarity).sum()));
      }
      names.add(own);
    }
  }

  /**
   * How well a type's words agree with the best name of each kind: Dice weighted by rarity, 0 to 1.
   */
  double[] agreement(List<String> type) {
    var weights = new HashMap<String, Double>();
    double typeWeight = 0;
    for (String word : type) {
      double weight = rarity.applyAsDouble(singular(word));
      weights.put(singular(word), weight);
      typeWeight += weight;
    }
    var agreement = new double[names.size()];
    for (int p = 0; p < agreement.length; p++) {
      for (Name name : names.get(p)) {
        double common = 0;
        for (var word : weights.entrySet()) {
          common += name.words().contains(word.getKey()) ? word.getValue() : 0;
        }
        if (common > 0) {
          agreement[p] = Math.max(agreement[p], 2 * common / (typeWeight + name.weight()));
        }
      }
    }
    return agreement;
  }

  /**
   * How tellingly a description mentions a name of each kind, 0 to 1; early mentions count a little
   * more.
   */
  double[] mentions(List<String> described) {
    Map<String, Integer> runs = runs(described);
    var mentions = new double[names.size()];
    for (int p = 0; p < mentions.length; p++) {
      for (Name name : names.get(p)) {
        Integer at = runs.get(name.joined());
        if (at != null) {
          double weight = Math.min(1, name.weight() / TELLING);
          mentions[p] = Math.max(mentions[p], weight * (at < EARLY_WORDS ? 1 : 0.8));
        }
      }
    }
    return mentions;
  }

  /** Runs of words of the description, each with the number of its first word. */
  private static Map<String, Integer> runs(List<String> described) {
    var runs = new HashMap<String, Integer>();
    for (int from = 0; from < described.size(); from++) {
      var run = new StringBuilder();
      for (int to = from; to < Math.min(described.size(), from + LONGEST_NAME); to++) {
        run.append(run.isEmpty() ? "" : " ").append(singular(described.get(to)));
        runs.putIfAbsent(run.toString(), from);
      }
    }
    return runs;
  }

  /** A crude singular, the same for rules and names. */
  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
