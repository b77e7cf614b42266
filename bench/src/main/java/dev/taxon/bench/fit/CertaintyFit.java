package dev.taxon.bench.fit;

import dev.taxon.bench.quality.Confidence;
import dev.taxon.engine.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What confidence is made of: whether the winner is right, no rule is, or another rule is, over
 * documents with their rule and without it, among many rules and few. Each is seen through weights
 * that were learned without it.
 */
final class CertaintyFit {
  private static final int RIGHT = 0;
  private static final int NONE = 1;

  private final List<Seen> all = new ArrayList<>();
  private final double[][] weights;
  private final StringBuilder told = new StringBuilder();

  private record Seen(Choice choice, List<Double> features, boolean right, double weight) {
    Logistic.Case asCase() {
      boolean none = choice.none();
      double share = right && none ? 0.5 : 1;
      return new Logistic.Case(
          features, List.of(right ? share : 0, none ? share : 0, right || none ? 0.0 : 1), weight);
    }
  }

  /**
   * Learns.
   *
   * @param ofKinds whether features that are made of known kinds take part
   * @param none how much a case counts for which no rule is right, beside the others' 1
   */
  CertaintyFit(Choices choices, WeightsFit parts, boolean ofKinds, double none) {
    choices.whole().forEach(choice -> all.add(seen(choice, parts, ofKinds, none)));
    choices.without().forEach(choice -> all.add(seen(choice, parts, ofKinds, none)));
    choices.drawn().forEach(choice -> all.add(seen(choice, parts, ofKinds, none)));
    weights = Logistic.fit(all.stream().map(Seen::asCase).toList());
    tellFolds();
  }

  private static Seen seen(Choice choice, WeightsFit parts, boolean ofKinds, double none) {
    double[] shares = choice.measured().shares(parts.without(choice.fold()));
    double[] features = choice.measured().features(shares);
    for (int i = 0; i < features.length; i++) {
      boolean takesPart = ofKinds || !Measured.isOfKinds(Measured.featureNames().get(i));
      features[i] = takesPart ? features[i] : 0;
    }
    return new Seen(
        choice,
        Arrays.stream(features).boxed().toList(),
        choice.right().contains(Measured.winner(shares)),
        choice.importance() * (choice.none() ? none : 1));
  }

  /** Answers to documents of one fold by what the others taught. */
  private void tellFolds() {
    var perFamily = new TreeMap<String, Sums>();
    for (int fold = 0; fold < Choice.folds(); fold++) {
      int left = fold;
      double[][] taught =
          Logistic.fit(
              all.stream().filter(seen -> seen.choice().fold() != left).map(Seen::asCase).toList());
      all.stream()
          .filter(seen -> seen.choice().fold() == left)
          .collect(Collectors.groupingBy(seen -> seen.choice().family()))
          .forEach((family, of) -> {
            Sums sums = perFamily.computeIfAbsent(family, name -> new Sums());
            Sums together = perFamily.computeIfAbsent("(all)", name -> new Sums());
            of.forEach(seen -> {
              double[] chances = Logistic.probabilities(taught, seen.features());
              sums.add(seen, chances);
              together.add(seen, chances);
            });
          });
    }
    perFamily.forEach((family, sums) -> told.append(sums.told(family)));
  }

  /** Answers under whole rule sets, and those of the mix with sets that lack the right rule. */
  private static final class Sums {
    private final Confidence whole = new Confidence();
    private final Confidence mix = new Confidence();
    private final Confidence types = new Confidence();
    private double typed;
    private double typedRight;
    private double given;
    private double expected;
    private double both;

    void add(Seen seen, double[] chances) {
      boolean none = seen.choice().none();
      boolean isNone = chances[NONE] > chances[RIGHT];
      boolean isRight = isNone ? none : seen.right();
      double confidence = Math.max(chances[RIGHT], chances[NONE]);
      mix.add(confidence, isRight);
      if (!seen.choice().left()) {
        whole.add(confidence, isRight);
        typed += none ? 0 : 1;
        typedRight += none || !isRight ? 0 : 1;
      }
      types.add(chances[RIGHT], seen.right());
      given += isNone ? 1 : 0;
      expected += none ? 1 : 0;
      both += isNone && none ? 1 : 0;
    }

    String told(String family) {
      return String.format(
          Locale.ROOT,
          "%-20s answered right where a rule is %.3f, error of confidence %.3f; with rules left out:"
              + " none recall %.3f precision %.3f, error %.3f, separation %.3f, of types %.3f,"
              + " least sure 11 %% catch %.3f%n",
          family,
          typedRight / typed,
          whole.errorByWidth(),
          both / expected,
          both / given,
          mix.errorByWidth(),
          mix.separation(),
          types.separation(),
          mix.caught(0.11));
    }
  }

  /** Weights for "the winner is right". */
  double[] right() {
    return weights[RIGHT].clone();
  }

  /** Weights for "no rule is right". */
  double[] none() {
    return weights[NONE].clone();
  }

  String told() {
    return told.toString();
  }
}
