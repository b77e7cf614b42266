package dev.taxon.bench.fit;

import dev.taxon.engine.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Weights of the parts, from all documents and from four fifths of them at a time. */
final class WeightsFit {
  private final double[] whole;
  private final List<double[]> folds = new ArrayList<>();
  private final StringBuilder told = new StringBuilder();

  /**
   * Learns.
   *
   * @param from where the search begins
   * @param kept parts whose weight stays as it is
   */
  WeightsFit(Choices choices, double[] from, Set<String> kept) {
    double[] start = from.clone();
    List<Choice> all = choices.whole();
    double[] scale = scale(all);
    boolean[] learned = new boolean[start.length];
    for (int part = 0; part < start.length; part++) {
      learned[part] = scale[part] > 0 && !kept.contains(Measured.parts().get(part));
      if (scale[part] == 0) {
        scale[part] = 1;
        start[part] = 0;
      }
    }
    double[] first = new RuleLogit(all, scale, learned).fit(start);
    for (int part = 0; part < first.length; part++) {
      if (first[part] < 0) {
        // what a part finds is said to speak for a type, so it may not count against it
        learned[part] = false;
        start[part] = 0;
      }
    }
    whole = new RuleLogit(all, scale, learned).fit(start);
    for (int fold = 0; fold < Choice.folds(); fold++) {
      int left = fold;
      folds.add(
          new RuleLogit(
                  all.stream().filter(choice -> choice.fold() != left).toList(), scale, learned)
              .fit(start));
    }
    told.append("weights ").append(Arrays.toString(whole)).append('\n');
    var families =
        all.stream()
            .collect(Collectors.groupingBy(Choice::family, TreeMap::new, Collectors.toList()));
    families.forEach((family, of) -> {
      boolean isApart = of.stream().mapToInt(Choice::fold).distinct().count() == 1;
      double[] without =
          isApart
              ? folds.get(of.getFirst().fold())
              : new RuleLogit(
                      all.stream().filter(choice -> !choice.family().equals(family)).toList(),
                      scale,
                      learned)
                  .fit(start);
      double right = 0;
      double count = 0;
      for (Choice choice : of) {
        if (!choice.right().isEmpty()) {
          right += RuleLogit.accuracy(List.of(choice), folds.get(choice.fold()));
          count++;
        }
      }
      told.append(
          String.format(
              Locale.ROOT,
              "%-16s seen %.3f, other documents %.3f, other rule sets %.3f; before %.3f%n",
              family,
              RuleLogit.accuracy(of, whole),
              right / count,
              RuleLogit.accuracy(of, without),
              RuleLogit.accuracy(of, start)));
    });
  }

  /** Root mean square of how far each part's value is from its mean over the rules. */
  private static double[] scale(List<Choice> choices) {
    var squares = new double[Measured.parts().size()];
    double count = 0;
    for (Choice choice : choices) {
      int rules = choice.measured().rules();
      var mean = new double[squares.length];
      for (int rule = 0; rule < rules; rule++) {
        for (int part = 0; part < squares.length; part++) {
          mean[part] += choice.measured().values(rule)[part] / rules;
        }
      }
      for (int rule = 0; rule < rules; rule++) {
        for (int part = 0; part < squares.length; part++) {
          squares[part] += Math.pow(choice.measured().values(rule)[part] - mean[part], 2);
        }
      }
      count += rules;
    }
    for (int part = 0; part < squares.length; part++) {
      squares[part] = Math.sqrt(squares[part] / count);
    }
    return squares;
  }

  /** From all documents. */
  double[] whole() {
    return whole.clone();
  }

  /** From all documents but those of a fold. */
  double[] without(int fold) {
    return folds.get(fold).clone();
  }

  String told() {
    return told.toString();
  }
}
