package dev.taxon.bench.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Expected and given classes, counted. Classes are compared as they are; null is no class. */
final class Tally {
  private final Map<String, Integer> expected = new HashMap<>();
  private final Map<String, Integer> given = new HashMap<>();
  private final Map<String, Integer> right = new HashMap<>();

  /** Takes one case in. */
  void add(String expectedClass, @Nullable String givenClass) {
    expected.merge(expectedClass, 1, Integer::sum);
    if (givenClass != null) {
      given.merge(givenClass, 1, Integer::sum);
    }
    if (expectedClass.equals(givenClass)) {
      right.merge(expectedClass, 1, Integer::sum);
    }
  }

  /** Mean over the expected classes of F1, the harmonic mean of precision and recall; 0 to 1. */
  double macroF1() {
    return new TreeSet<>(expected.keySet()).stream().mapToDouble(this::f1).average().orElse(0);
  }

  private double f1(String type) {
    double both = expected.getOrDefault(type, 0) + given.getOrDefault(type, 0);
    return 2 * right.getOrDefault(type, 0) / both;
  }

  /** Macro-F1 of answers that count as their document's type where they are right too. */
  static double macroF1(List<Answer> answers) {
    var tally = new Tally();
    for (Answer answer : answers) {
      String type = answer.document().type();
      if (type != null) {
        tally.add(type, answer.likeliestIsRight() ? type : answer.likeliest());
      }
    }
    return tally.macroF1();
  }
}
