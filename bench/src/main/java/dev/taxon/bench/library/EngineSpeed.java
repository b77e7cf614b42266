package dev.taxon.bench.library;

import dev.taxon.Classifier;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import dev.taxon.bench.Budget;
import dev.taxon.bench.Row;
import dev.taxon.bench.Samples;
import dev.taxon.bench.Section;
import dev.taxon.bench.TestDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How many short documents are decided in a CPU second, on one thread. */
public final class EngineSpeed implements Section {
  private static final int DOCUMENTS = 1_000;

  /** Times that all documents are decided in a round: more than a second, for a coarse clock. */
  private static final int PASSES = 20;

  private static final int LINES = 14;
  private static final RuleSet RULES =
      RuleSet.of(
          "invoice", "asks for payment and states a total due",
          "lease", "contract on renting a flat with rent and deposit",
          "delivery_note", "lists goods that were delivered, without prices",
          "cv", "the experience, skills and education of an applicant",
          "minutes", "records who was present and what a meeting decided",
          "bank_statement", "balances and bookings of an account over a month",
          "lab_report", "measured values of samples with units and limits",
          "quarterly_report", "turnover and profit of a company in a quarter",
          "complaint", "a customer is dissatisfied and asks for a remedy",
          "manual", "explains step by step how a device is used");

  private final Classifier classifier;
  private final int rounds;

  public EngineSpeed(Classifier classifier, int rounds) {
    this.classifier = classifier;
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    List<Document> documents =
        IntStream.range(0, DOCUMENTS)
            .mapToObj(seed -> Document.of(TestDocuments.lines(seed, LINES).toArray(String[]::new)))
            .toList();
    decideAll(documents, PASSES);
    List<Double> perSecond = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      double seconds = CpuClock.secondsOf(() -> decideAll(documents, PASSES));
      perSecond.add(PASSES * DOCUMENTS / seconds);
    }
    Samples samples = Samples.of(perSecond);
    rows.accept(
        new Row(
            "engine, documents of %d characters against 10 rules"
                .formatted(TestDocuments.text(0, LINES).length()),
            samples.median(),
            "a CPU second",
            Budget.atLeast(4_000),
            samples.spread("%.0f")));
  }

  private void decideAll(List<Document> documents, int passes) {
    double confidence = 0;
    for (int pass = 0; pass < passes; pass++) {
      for (Document document : documents) {
        confidence += classifier.classify(document, RULES).confidence();
      }
    }
    if (confidence == 0) {
      throw new IllegalStateException("the engine decided nothing");
    }
  }
}
