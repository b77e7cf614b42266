package dev.taxon.bench.quality;

import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts documents before a classifier and notes its answers. */
final class Judge {
  /** So many rules as most users have. */
  private static final List<Integer> FEW = List.of(3, 5, 10);

  private final Classifier classifier;
  private final Map<String, Document> documents;

  /**
   * @param documents what was read, by file; a file that is not there holds nothing to read
   */
  Judge(Classifier classifier, Map<String, Document> documents) {
    this.classifier = classifier;
    this.documents = documents;
  }

  /** Answers under all rules of a wording; documents without text are left out. */
  List<Answer> answers(List<Labelled> labelled, Wording wording) {
    return labelled.stream()
        .filter(each -> documents.containsKey(each.file()))
        .map(each -> answer(each, documents.get(each.file()), wording, wording.rules()))
        .toList();
  }

  /** Answers of documents of a type under the rules without that type: none would be right. */
  List<Answer> answersWithoutTheirRule(List<Labelled> labelled, Wording wording) {
    var answers = new ArrayList<Answer>();
    Map<String, List<Labelled>> byType =
        labelled.stream()
            .filter(each -> each.type() != null && documents.containsKey(each.file()))
            .collect(Collectors.groupingBy(each -> String.valueOf(each.type())));
    byType.forEach((type, ofType) -> {
      Wording left = wording.without(type);
      for (Labelled each : ofType) {
        answers.add(
            answer(each.under(left.labels()), documents.get(each.file()), wording, left.rules()));
      }
    });
    return answers;
  }

  /** Answers under few rules that are drawn, three times a document. */
  List<Answer> answersUnderFew(List<Labelled> labelled, Wording wording) {
    var answers = new ArrayList<Answer>();
    for (Labelled each : labelled) {
      if (documents.containsKey(each.file())) {
        for (int number = 0; number < FEW.size(); number++) {
          Wording few = DrawnRules.of(wording, each, FEW.get(number), number);
          answers.add(
              answer(each.under(few.labels()), documents.get(each.file()), wording, few.rules()));
        }
      }
    }
    return answers;
  }

  Answer answer(Labelled label, @Nullable Document document, Wording wording, RuleSet rules) {
    if (document == null) {
      throw new IllegalArgumentException(label.file() + " was not read");
    }
    Decision decision = classifier.classify(document, rules);
    String given = decision.type();
    return new Answer(
        label,
        wording.labelOf(decision.candidates().getFirst().type()),
        decision.candidates().getFirst().confidence(),
        given == null ? null : wording.labelOf(given),
        decision.confidence(),
        words(document));
  }

  private static int words(Document document) {
    return document.pages().stream()
        .flatMap(page -> page.lines().stream())
        .mapToInt(line -> line.text().strip().split("\\s+").length)
        .sum();
  }
}
