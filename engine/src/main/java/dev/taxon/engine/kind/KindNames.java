package dev.taxon.engine.kind;

import dev.taxon.engine.profile.ProfileTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of all known kinds made ready for comparing with a rule's words; made once, then
 * shared.
 */
public final class KindNames {
  private static final int LONGEST_NAME = 6;
  private static final int EARLY_WORDS = 8;

  /** Rarity at which a mentioned name counts whole, in natural logarithms. */
  private static final double TELLING = 8;

  /** Rarity at which an excluded name counts whole, in natural logarithms. */
  private static final double PLAIN = 4;

  /**
   * Kinds that say how a document is sent and not what for, by the last word of others' names: a
   * "cancellation letter" is a letter.
   */
  private static final Map<String, String> SENT_AS =
      Map.of("letter", "formal_letter", "email", "email");

  private final List<Name> names = new ArrayList<>();
  private final WordIndex holders;
  private final WordIndex whole;
  private final Map<Integer, Set<Integer>> sentAs = new HashMap<>();
  private final int profiles;
  private final ToDoubleFunction<String> rarity;

  /** One name of a kind, with the summed rarity of its words. */
  private record Name(int profile, double weight) {}

  /**
   * Prepares the names: which of them hold a word, and which consist of a run of words, in the
   * singular.
   *
   * @param rarity of a folded word, in natural logarithms
   */
  public KindNames(ProfileTable table, ToDoubleFunction<String> rarity) {
    this.rarity = rarity;
    profiles = table.profiles().size();
    Map<String, Integer> numbers =
        IntStream.range(0, profiles)
            .boxed()
            .collect(Collectors.toMap(p -> table.profiles().get(p).id(), p -> p));
    int count = table.profiles().stream().mapToInt(profile -> profile.names().size()).sum();
    var single = new WordIndex.Collected(2 * count);
    var together = new WordIndex.Collected(count);
    for (int p = 0; p < profiles; p++) {
      for (String name : table.profiles().get(p).names()) {
        int number = names.size();
        List<String> words = Stream.of(name.split(" ")).map(KindNames::singular).toList();
        Integer sent = numbers.get(SENT_AS.get(words.getLast()));
        if (sent != null && sent != p && !table.isSubject(p)) {
          sentAs.computeIfAbsent(p, k -> new TreeSet<>()).add(sent);
        }
        names.add(new Name(p, words.stream().mapToDouble(rarity).sum()));
        together.add(String.join(" ", words), number, 0);
        words.forEach(word -> single.add(word, number, 0));
      }
    }
    whole = together.index();
    holders = single.index();
  }

  /** Numbers of the kinds in whose form a kind is sent, such as that of letters. */
  Set<Integer> sentAs(int profile) {
    return sentAs.getOrDefault(profile, Set.of());
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
    var common = new double[names.size()];
    for (var word : weights.entrySet()) {
      WordIndex.Run run = holders.run(word.getKey());
      for (int place = run.from(); place < run.to(); place++) {
        common[holders.holder(place)] += word.getValue();
      }
    }
    var agreement = new double[profiles];
    for (int number = 0; number < common.length; number++) {
      if (common[number] > 0) {
        Name name = names.get(number);
        double dice = 2 * common[number] / (typeWeight + name.weight());
        agreement[name.profile()] = Math.max(agreement[name.profile()], dice);
      }
    }
    return agreement;
  }

  /**
   * How tellingly a description mentions a name of each kind, 0 to 1; early mentions count a little
   * more.
   */
  double[] mentions(List<String> described) {
    var mentions = new double[profiles];
    for (var run : runs(described).entrySet()) {
      for (Name name : called(run.getKey())) {
        double weight =
            Math.min(1, name.weight() / TELLING) * (run.getValue() < EARLY_WORDS ? 1 : 0.8);
        mentions[name.profile()] = Math.max(mentions[name.profile()], weight);
      }
    }
    return mentions;
  }

  /**
   * How plainly a description excludes a name of each kind, 0 to 1. The longest name counts: who
   * excludes a pro forma invoice does not exclude invoices.
   */
  double[] excludes(List<String> excluded) {
    var excludes = new double[profiles];
    int from = 0;
    while (from < excluded.size()) {
      int length = Math.min(LONGEST_NAME, excluded.size() - from);
      while (length > 0 && called(run(excluded, from, length)).isEmpty()) {
        length--;
      }
      for (Name name : called(run(excluded, from, length))) {
        excludes[name.profile()] =
            Math.max(excludes[name.profile()], Math.min(1, name.weight() / PLAIN));
      }
      from += Math.max(1, length);
    }
    return excludes;
  }

  /** Whether some folded words, in order, hold the whole name of a kind. */
  public boolean holdName(List<String> words) {
    return runs(words).keySet().stream().anyMatch(run -> !called(run).isEmpty());
  }

  /** The names that consist of a run of words. */
  private List<Name> called(String run) {
    WordIndex.Run places = whole.run(run);
    return IntStream.range(places.from(), places.to())
        .mapToObj(place -> names.get(whole.holder(place)))
        .toList();
  }

  private static String run(List<String> words, int from, int length) {
    return words.subList(from, from + length).stream()
        .map(KindNames::singular)
        .collect(Collectors.joining(" "));
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
