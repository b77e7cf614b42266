package dev.taxon.bench.library;

import dev.taxon.Classifier;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import dev.taxon.bench.Budget;
import dev.taxon.bench.Row;
import dev.taxon.bench.Samples;
import dev.taxon.bench.Section;
import dev.taxon.bench.TestDocuments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** How many short documents are decided in a CPU second, on one thread. */
public final class EngineSpeed implements Section {
  private static final int DOCUMENTS = 1_000;

  /** About 1,000 characters. */
  private static final int LINES = 18;

  /** About 500 characters, as texts have whose topic is asked: half of them are shorter. */
  private static final int SHORT_LINES = 9;

  private static final RuleSet RULES = TestDocuments.rules();

  /** Long enough that neither a coarse clock nor a collection weighs much. */
  private static final Duration ROUND = Duration.ofSeconds(3);

  private final Classifier classifier;
  private final int rounds;

  public EngineSpeed(Classifier classifier, int rounds) {
    this.classifier = classifier;
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    rows.accept(row("engine, documents of a plain kind", TestDocuments::plain, LINES, null));
    rows.accept(
        row(
            "engine, texts of a topic's length",
            TestDocuments::plain,
            SHORT_LINES,
            Budget.atLeast(4_000)));
    // encoded, each of them
    rows.accept(row("engine, documents of no clear kind", TestDocuments::unclear, LINES, null));
  }

  private Row row(String measure, TestDocuments.Maker maker, int lines, @Nullable Budget budget)
      throws Exception {
    LongFunction<Document> document =
        seed -> Document.of(maker.lines(seed, lines).toArray(String[]::new));
    List<Document> documents = LongStream.range(0, DOCUMENTS).mapToObj(document).toList();
    perSecond(documents);
    List<Double> perSecond = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      perSecond.add(perSecond(documents));
    }
    Samples samples = Samples.of(perSecond);
    return new Row(
        measure,
        samples.median(),
        "a CPU second",
        budget,
        samples.spread("%.0f")
            + ", about %d characters against %d rules"
                .formatted(
                    TestDocuments.text(maker.lines(0, lines)).length(), RULES.rules().size()));
  }

  private double perSecond(List<Document> documents) throws Exception {
    var decided = new AtomicInteger();
    double seconds =
        CpuClock.secondsOf(() -> {
          long end = System.nanoTime() + ROUND.toNanos();
          while (System.nanoTime() < end) {
            classifier.classify(documents.get(decided.getAndIncrement() % DOCUMENTS), RULES);
          }
        });
    return decided.get() / seconds;
  }
}
