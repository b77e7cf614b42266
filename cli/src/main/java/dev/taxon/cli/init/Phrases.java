package dev.taxon.cli.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the phrases of one to three words that stand on most samples of a type and on few of the
 * others: by the share of a type's samples that have a phrase, less the largest such share among
 * the other types. What stands on one sample alone is never taken, as it may be a name.
 */
final class Phrases {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");
  private static final int LONGEST = 3;
  private static final double LEAST_SHARE = 0.5;
  private static final double LEAST_LEAD = 0.34;

  private static final Set<String> SMALL =
      Set.of(
          "the", "and", "for", "with", "from", "this", "that", "are", "was", "were", "has", "have",
          "you", "your", "our", "not", "all", "any", "its", "will", "can", "may", "per", "und",
          "der", "die", "das", "den", "dem", "ein", "eine", "mit", "von", "für", "ist", "les",
          "des", "une", "pour", "dans", "los", "las", "una", "para", "con", "del", "http", "https",
          "www", "com");

  private Phrases() {}

  /**
   * For each type its phrases, best first.
   *
   * @param samples texts by type
   * @param most so many for each
   */
  static Map<String, List<String>> of(Map<String, List<String>> samples, int most) {
    var shares = new LinkedHashMap<String, Map<String, Double>>();
    samples.forEach((type, texts) -> shares.put(type, shares(texts)));
    var phrases = new LinkedHashMap<String, List<String>>();
    shares.forEach((type, own) -> {
      int count = samples.getOrDefault(type, List.of()).size();
      List<String> ranked =
          own.entrySet().stream()
              .filter(entry -> entry.getValue() >= LEAST_SHARE && entry.getValue() * count >= 2)
              .map(entry -> Map.entry(entry.getKey(), lead(entry.getKey(), type, shares)))
              .filter(entry -> entry.getValue() >= LEAST_LEAD)
              .sorted(
                  Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(entry -> entry.getKey().length(), Comparator.reverseOrder())
                      .thenComparing(Map.Entry::getKey))
              .map(Map.Entry::getKey)
              .toList();
      phrases.put(type, apart(ranked, most));
    });
    return phrases;
  }

  private static double lead(String phrase, String type, Map<String, Map<String, Double>> shares) {
    double other =
        shares.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(type))
            .mapToDouble(entry -> entry.getValue().getOrDefault(phrase, 0.0))
            .max()
            .orElse(0);
    double own = shares.getOrDefault(type, Map.of()).getOrDefault(phrase, 0.0);
    // two words say more than one
    return (own - other) * (phrase.indexOf(' ') > 0 ? 1.2 : 1);
  }

  /** Of phrases that share a word only the best. */
  private static List<String> apart(List<String> ranked, int most) {
    var taken = new ArrayList<String>();
    var words = new HashSet<String>();
    for (String phrase : ranked) {
      List<String> own = List.of(phrase.split(" ", -1));
      if (taken.size() < most && own.stream().noneMatch(words::contains)) {
        taken.add(phrase);
        words.addAll(own);
      }
    }
    return taken;
  }

  private static Map<String, Double> shares(List<String> texts) {
    var counts = new HashMap<String, Integer>();
    for (String text : texts) {
      in(text).forEach(phrase -> counts.merge(phrase, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> (double) e.getValue() / texts.size()));
  }

  /** The phrases of a text, none across the end of a line. */
  private static Set<String> in(String text) {
    var phrases = new HashSet<String>();
    text.lines()
        .forEach(line -> {
          List<String> words =
              WORD.matcher(line.toLowerCase(Locale.ROOT)).results().map(m -> m.group()).toList();
          for (int from = 0; from < words.size(); from++) {
            int to = from;
            while (to < Math.min(words.size(), from + LONGEST) && saysSomething(words.get(to))) {
              to++;
              phrases.add(String.join(" ", words.subList(from, to)));
            }
          }
        });
    return phrases;
  }

  private static boolean saysSomething(String word) {
    return word.length() > 2 && word.length() < 30 && !SMALL.contains(word);
  }
}
