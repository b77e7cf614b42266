package dev.taxon.bench.fit;

import dev.taxon.Document;
import dev.taxon.bench.quality.Corpus;
import dev.taxon.bench.quality.DocumentSet;
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
 */
record Choices(List<Choice> whole, List<Choice> without) {
  /** A small set of few documents weighs less than a document in a large one, but not by much. */
  private static final double SMALL_SET = 0.5;

  static Choices of(Corpus corpus, KnowingClassifier classifier) {
    var whole = new ArrayList<Choice>();
    var without = new ArrayList<Choice>();
    for (DocumentSet set : corpus.sets()) {
      double weight = set.whole() ? 1 : SMALL_SET;
      for (Wording wording : set.wordings()) {
        for (Labelled label : set.documents()) {
          Document document = corpus.documents().get(label.file());
          if (document == null) {
            continue;
          }
          var seen = new Unweighed(document, label, Choice.fold(label.file()), set.name());
          whole.add(seen.under(wording, false, classifier).weighing(weight, weight));
          if (label.type() != null) {
            without.add(seen.under(wording, true, classifier).weighing(weight, weight));
          }
        }
      }
    }
    return new Choices(List.copyOf(whole), List.copyOf(without));
  }

  /**
   * Texts under the rules of their sets. Sets of one origin are in one fold: what is told of them
   * was learned from others. A text under many rules is harder, so it teaches less of parts.
   */
  static Choices of(List<TextSet> sets, KnowingClassifier classifier) {
    var whole = new ArrayList<Choice>();
    var without = new ArrayList<Choice>();
    for (TextSet set : sets) {
      int rules = set.wording().rules().rules().size();
      double weight = 1 / Math.log(rules + 1.0);
      int fold = Choice.fold(set.name().replaceAll("-.*", ""));
      for (TextSet.Text text : set.texts()) {
        var seen = new Unweighed(text.document(), text.label(), fold, set.name());
        whole.add(seen.under(set.wording(), false, classifier).weighing(weight, 1));
        if (text.label().type() != null && rules > 2) {
          without.add(seen.under(set.wording(), true, classifier).weighing(weight, 1));
        }
      }
    }
    return new Choices(List.copyOf(whole), List.copyOf(without));
  }

  private record Unweighed(Document document, Labelled label, int fold, String family) {
    Choice under(Wording wording, boolean left, KnowingClassifier classifier) {
      String type = label.type();
      Wording used = left && type != null ? wording.without(type) : wording;
      Set<Integer> right = new HashSet<>();
      boolean none = true;
      for (int rule = 0; rule < used.rules().rules().size(); rule++) {
        String means = used.labelOf(used.rules().rules().get(rule).type());
        if (means.equals(type) || label.alsoOk().contains(means)) {
          right.add(rule);
        }
        none &= !means.equals(type);
      }
      return new Choice(
          fold, family, left, right, none, classifier.measure(document, used.rules()), 1, 1);
    }
  }
}
