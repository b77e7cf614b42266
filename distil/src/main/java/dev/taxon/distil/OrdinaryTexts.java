package dev.taxon.distil;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Stand-ins for ordinary texts: bags of 20 to 199 words drawn by frequency, seven of ten English,
 * the rest one each of the other languages. What such bags have in common says nothing about any
 * one of them, and real texts share it. The same bags on every run.
 */
final class OrdinaryTexts {
  private static final int BAGS = 4_000;
  private static final long SEED = 20_261_125;

  private OrdinaryTexts() {}

  /** Rows of the vocabulary, bag by bag. */
  static List<int[]> bags(Vocabulary vocabulary) {
    Map<String, List<Integer>> byLanguage = new TreeMap<>();
    for (int i = 0; i < vocabulary.entries().size(); i++) {
      byLanguage
          .computeIfAbsent(vocabulary.entries().get(i).language(), l -> new ArrayList<>())
          .add(i);
    }
    var random = new SplittableRandom(SEED);
    var bags = new ArrayList<int[]>();
    for (var language : byLanguage.entrySet()) {
      int share = language.getKey().equals("en") ? 7 : 1;
      double[] cumulative = cumulative(vocabulary, language.getValue());
      for (int n = 0; n < BAGS * share / 10; n++) {
        var bag = new int[random.nextInt(20, 200)];
        for (int i = 0; i < bag.length; i++) {
          double at = random.nextDouble() * cumulative[cumulative.length - 1];
          int found = java.util.Arrays.binarySearch(cumulative, at);
          int place = Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
          bag[i] = language.getValue().get(place);
        }
        bags.add(bag);
      }
    }
    return bags;
  }

  private static double[] cumulative(Vocabulary vocabulary, List<Integer> terms) {
    var cumulative = new double[terms.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += vocabulary.entries().get(terms.get(i)).probability();
      cumulative[i] = sum;
    }
    return cumulative;
  }
}
