package dev.taxon.bench.fit;

import dev.taxon.Document;
import dev.taxon.bench.quality.Corpus;
import dev.taxon.bench.quality.DocumentSet;
import dev.taxon.bench.quality.Labelled;
import dev.taxon.bench.quality.Wording;
import dev.taxon.engine.KnowingClassifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

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
      for (Wording wording : set.wordings()) {
        var byType = new TreeMap<String, List<Labelled>>();
        for (Labelled label : set.documents()) {
          if (corpus.documents().containsKey(label.file())) {
            whole.add(choice(corpus, classifier, set, wording, label));
            if (label.type() != null) {
              byType.computeIfAbsent(label.type(), type -> new ArrayList<>()).add(label);
            }
          }
        }
        byType.forEach((type, labels) -> {
          Wording left = wording.without(type);
          labels.forEach(label -> without.add(choice(corpus, classifier, set, left, label)));
        });
      }
    }
    return new Choices(List.copyOf(whole), List.copyOf(without));
  }

  private static Choice choice(
      Corpus corpus,
      KnowingClassifier classifier,
      DocumentSet set,
      Wording wording,
      Labelled label) {
    Document document = corpus.documents().get(label.file());
    if (document == null) {
      throw new IllegalArgumentException(label.file() + " was not read");
    }
    Set<Integer> right = new HashSet<>();
    for (int rule = 0; rule < wording.rules().rules().size(); rule++) {
      String type = wording.labelOf(wording.rules().rules().get(rule).type());
      if (type.equals(label.type()) || label.alsoOk().contains(type)) {
        right.add(rule);
      }
    }
    return new Choice(
        label.file(),
        set.name(),
        right,
        wording.rules().types().stream()
            .map(wording::labelOf)
            .noneMatch(t -> t.equals(label.type())),
        classifier.measure(document, wording.rules()),
        set.whole() ? 1 : SMALL_SET);
  }
}
