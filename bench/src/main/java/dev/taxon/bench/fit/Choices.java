package dev.taxon.bench.fit;

import dev.taxon.Document;
import dev.taxon.Rule;
import dev.taxon.bench.quality.Corpus;
import dev.taxon.bench.quality.DocumentSet;
import dev.taxon.bench.quality.DrawnRules;
import dev.taxon.bench.quality.Labelled;
import dev.taxon.bench.quality.TextSet;
import dev.taxon.bench.quality.Wording;
import dev.taxon.engine.KnowingClassifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the engine saw of all documents under all rules.
 *
 * @param whole documents under the rules as they are
 * @param without documents under the rules without the rule of their type
 * @param drawn documents under some of the rules, as {@link DrawnRules} draws them
 */
record Choices(List<Choice> whole, List<Choice> without, List<Choice> drawn) {
  /** So often rules are drawn for a document and a wording. */
  private static final int DRAWS = 3;

  /** A small set of few documents weighs less than a document in a large one, but not by much. */
  private static final double SMALL_SET = 0.5;

  static Choices of(Corpus corpus, KnowingClassifier classifier) {
    var whole = new ArrayList<Choice>();
    var without = new ArrayList<Choice>();
    var drawn = new ArrayList<Choice>();
    for (DocumentSet set : corpus.sets()) {
      double weight = set.whole() ? 1 : SMALL_SET;
      for (Wording wording : set.wordings()) {
        for (Labelled label : set.documents()) {
          Document document = corpus.documents().get(label.file());
          if (document == null) {
            continue;
          }
          var seen = new Unweighed(document, label, Choice.fold(label.file()), set.name(), false);
          whole.add(seen.under(wording, classifier).weighing(weight, weight));
          if (label.type() != null) {
            without.add(
                seen.leftOut()
                    .under(wording.without(label.type()), classifier)
                    .weighing(weight, weight));
          }
          for (int number = 0; set.whole() && number < DRAWS; number++) {
            drawn.add(seen.amongFew().under(DrawnRules.of(wording, label, number), classifier));
          }
        }
      }
    }
    return new Choices(List.copyOf(whole), List.copyOf(without), List.copyOf(drawn));
  }

  /**
   * Texts under the rules of their sets. Sets of one origin are in one fold: what is told of them
   * was learned from others. A text under many rules is harder, so it teaches less of parts.
   */
  static Choices of(List<TextSet> sets, KnowingClassifier classifier) {
    var whole = new ArrayList<Choice>();
    var without = new ArrayList<Choice>();
    var drawn = new ArrayList<Choice>();
    for (TextSet set : sets) {
      int rules = set.wording().rules().rules().size();
      double weight = 1 / Math.log(rules + 1.0);
      int fold = Choice.fold(set.name().replaceAll("-.*", ""));
      for (TextSet.Text text : set.texts()) {
        var seen = new Unweighed(text.document(), text.label(), fold, set.name(), false);
        whole.add(seen.under(set.wording(), classifier).weighing(weight, 1));
        String type = text.label().type();
        if (type != null && rules > 2) {
          without.add(
              seen.leftOut().under(set.wording().without(type), classifier).weighing(weight, 1));
        }
        drawn.add(seen.amongFew().under(DrawnRules.of(set.wording(), text.label(), 0), classifier));
      }
    }
    return new Choices(List.copyOf(whole), List.copyOf(without), List.copyOf(drawn));
  }

  private record Unweighed(
      Document document, Labelled label, int fold, String family, boolean left) {
    Unweighed leftOut() {
      return new Unweighed(document, label, fold, family, true);
    }

    Unweighed amongFew() {
      return new Unweighed(document, label, fold, family + ", drawn", false);
    }

    Choice under(Wording wording, KnowingClassifier classifier) {
      List<Rule> rules = wording.rules().rules();
      Set<Integer> right = new HashSet<>();
      boolean none = true;
      for (int rule = 0; rule < rules.size(); rule++) {
        String means = wording.labelOf(rules.get(rule).type());
        if (means.equals(label.type()) || label.alsoOk().contains(means)) {
          right.add(rule);
        }
        none &= !means.equals(label.type());
      }
      return new Choice(
          fold, family, left, right, none, classifier.measure(document, wording.rules()), 1, 1);
    }
  }
}
