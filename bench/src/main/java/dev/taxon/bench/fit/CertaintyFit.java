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
 * What confidence is made of: whether the winner is right, and whether no rule is, over documents
 * with their rule and without it. Each document is seen through weights that were learned without
 * it.
 */
final class CertaintyFit {
  /**
   * Half of the cases here have no right rule. Who sorts texts by topic has rules for most of them:
   * weighed so, about one in ten has none.
   */
  private static final double PLAIN_NONE = 0.1;

  private final List<Seen> all = new ArrayList<>();
  private final double[] right;
  private final double[] none;
  private final double[] plainRight;
  private final double[] plainNone;
  private final StringBuilder told = new StringBuilder();

  private record Seen(Choice choice, List<Double> features, boolean right, boolean none) {
    Logistic.Case asRight() {
      return new Logistic.Case(features, right, choice.weight());
    }

    Logistic.Case asNone() {
      return new Logistic.Case(features, none, choice.weight());
    }

    Logistic.Case asPlainRight() {
      return new Logistic.Case(plain(), right, plainWeight());
    }

    Logistic.Case asPlainNone() {
      return new Logistic.Case(plain(), none, plainWeight());
    }

    private List<Double> plain() {
      var plain = new ArrayList<Double>();
      for (int i = 0; i < features.size(); i++) {
        plain.add(Measured.isOfKinds(Measured.featureNames().get(i)) ? 0.0 : features.get(i));
      }
      return plain;
    }

    private double plainWeight() {
      return none ? PLAIN_NONE * choice.weight() : choice.weight();
    }
  }

  CertaintyFit(Choices choices, WeightsFit weights) {
    choices.whole().forEach(choice -> all.add(seen(choice, weights)));
    choices.without().forEach(choice -> all.add(seen(choice, weights)));
    right = Logistic.fit(all.stream().map(Seen::asRight).toList());
    none = Logistic.fit(all.stream().map(Seen::asNone).toList());
    plainRight = Logistic.fit(all.stream().map(Seen::asPlainRight).toList());
    plainNone = Logistic.fit(all.stream().map(Seen::asPlainNone).toList());
    tellFolds();
  }

  private static Seen seen(Choice choice, WeightsFit weights) {
    double[] shares = choice.measured().shares(weights.without(choice.fold()));
    return new Seen(
        choice,
        Arrays.stream(choice.measured().features(shares)).boxed().toList(),
        choice.right().contains(Measured.winner(shares)),
        choice.none());
  }

  /** Answers to documents of one fold by what the others taught. */
  private void tellFolds() {
    var perFamily = new TreeMap<String, Sums>();
    for (int fold = 0; fold < Choice.folds(); fold++) {
      int left = fold;
      List<Seen> others = all.stream().filter(seen -> seen.choice().fold() != left).toList();
      double[] toRight = Logistic.fit(others.stream().map(Seen::asRight).toList());
      double[] toNone = Logistic.fit(others.stream().map(Seen::asNone).toList());
      all.stream()
          .filter(seen -> seen.choice().fold() == left)
          .collect(Collectors.groupingBy(seen -> seen.choice().family()))
          .forEach((family, of) -> {
            Sums sums = perFamily.computeIfAbsent(family, name -> new Sums());
            of.forEach(seen ->
                sums.add(
                    seen,
                    Logistic.probability(toRight, seen.features()),
                    Logistic.probability(toNone, seen.features())));
          });
    }
    perFamily.forEach((family, sums) -> told.append(sums.told(family)));
  }

  private static final class Sums {
    private final Confidence answers = new Confidence();
    private final Confidence types = new Confidence();
    private double count;
    private double correct;
    private double given;
    private double expected;
    private double both;

    void add(Seen seen, double right, double none) {
      boolean isNone = none > right;
      boolean isRight = isNone ? seen.none() : seen.right();
      answers.add(Math.max(right, none), isRight);
      types.add(right, seen.right());
      count++;
      correct += isRight ? 1 : 0;
      given += isNone ? 1 : 0;
      expected += seen.none() ? 1 : 0;
      both += isNone && seen.none() ? 1 : 0;
    }

    String told(String family) {
      return String.format(
          Locale.ROOT,
          "%-16s with none: right %.3f, none recall %.3f precision %.3f, error of confidence %.3f,"
              + " separation %.3f, of types %.3f, least sure 11 %% catch %.3f%n",
          family,
          correct / count,
          both / expected,
          both / given,
          answers.errorByWidth(),
          answers.separation(),
          types.separation(),
          answers.caught(0.11));
    }
  }

  double[] right() {
    return right.clone();
  }

  double[] none() {
    return none.clone();
  }

  double[] plainRight() {
    return plainRight.clone();
  }

  double[] plainNone() {
    return plainNone.clone();
  }

  String told() {
    return told.toString();
  }
}
