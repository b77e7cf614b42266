package dev.taxon.bench.quality;

import dev.taxon.Document;
import dev.taxon.engine.Fitted;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;
import dev.taxon.engine.Measured;
import dev.taxon.engine.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each number of the engine is worth: accuracy of the likeliest type when it is zero. */
final class Ablation {
  private static final List<String> INNER =
      List.of(
          "kinds.title",
          "kinds.strong",
          "kinds.usual",
          "kinds.against",
          "kinds.titleAnywhere",
          "kinds.opening",
          "kinds.label",
          "rules.gist",
          "rules.label",
          "rules.name",
          "rules.mention");

  private final Knowledge knowledge;
  private final Fitted fitted;
  private final Map<String, Document> documents;

  Ablation(Knowledge knowledge, Fitted fitted, Map<String, Document> documents) {
    this.knowledge = knowledge;
    this.fitted = fitted;
    this.documents = documents;
  }

  private record Case(Labelled label, Measured measured) {}

  /** Puts {@code ablation.NAME} for every number, and {@code ablation.nothing} to compare with. */
  void measure(DocumentSet set, Metrics metrics) {
    Wording wording = set.wordings().getFirst();
    List<Case> cases = cases(set, wording, fitted);
    double[] weights =
        Measured.parts().stream().mapToDouble(part -> fitted.get("full." + part)).toArray();
    metrics.put("ablation.nothing", accuracy(cases, wording, weights));
    for (int part = 0; part < weights.length; part++) {
      double[] without = weights.clone();
      without[part] = 0;
      metrics.put("ablation.full." + Measured.parts().get(part), accuracy(cases, wording, without));
    }
    for (String name : INNER) {
      Progress.tell("without " + name);
      metrics.put(
          "ablation." + name,
          accuracy(cases(set, wording, fitted.with(name, 0)), wording, weights));
    }
  }

  private List<Case> cases(DocumentSet set, Wording wording, Fitted numbers) {
    Knowledge changed = knowledge.with(numbers);
    var classifier = new KnowingClassifier(() -> changed, Way.FULL);
    var cases = new ArrayList<Case>();
    for (Labelled label : set.documents()) {
      Document document = documents.get(label.file());
      if (document != null && label.type() != null) {
        cases.add(new Case(label, classifier.measure(document, wording.rules())));
      }
    }
    return cases;
  }

  private static double accuracy(List<Case> cases, Wording wording, double[] weights) {
    double right = 0;
    for (Case each : cases) {
      int winner = Measured.winner(each.measured().shares(weights));
      String given = wording.labelOf(wording.rules().rules().get(winner).type());
      right += given.equals(each.label().type()) || each.label().alsoOk().contains(given) ? 1 : 0;
    }
    return right / cases.size();
  }
}
