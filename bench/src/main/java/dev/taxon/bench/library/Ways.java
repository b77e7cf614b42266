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
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How much faster the engine is when it encodes only what it is unsure of than when it encodes
 * everything, and how much less often it is right: 500 documents as of a job of text files, every
 * other without its title. The ways take turns.
 */
public final class Ways implements Section {
  private static final int DOCUMENTS = 500;
  private static final int ROUNDS = 5;
  private static final int LINES = 25;
  private static final RuleSet RULES = TestDocuments.rules();

  private final Classifier auto;
  private final Classifier full;

  public Ways(Classifier auto, Classifier full) {
    this.auto = auto;
    this.full = full;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    right(auto, 0);
    right(full, 0);
    List<Double> times = new ArrayList<>();
    int rightByAuto = 0;
    int rightByFull = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int number = round;
      int[] right = new int[2];
      double autoSeconds = CpuClock.secondsOf(() -> right[0] = right(auto, number));
      double fullSeconds = CpuClock.secondsOf(() -> right[1] = right(full, number));
      times.add(fullSeconds / autoSeconds);
      rightByAuto += right[0];
      rightByFull += right[1];
    }
    Samples samples = Samples.of(times);
    rows.accept(
        new Row(
            "engine, auto beside full, 500 text files",
            samples.median(),
            "times as fast",
            Budget.atLeast(3),
            "CPU time in pairs: " + samples.spread("%.1f")));
    rows.accept(
        new Row(
            "engine, what auto answers less often right than full",
            100.0 * (rightByFull - rightByAuto) / DOCUMENTS,
            "points",
            Budget.atMost(1),
            String.format(
                Locale.ROOT,
                "right %.1f %% and %.1f %%",
                100.0 * rightByAuto / DOCUMENTS,
                100.0 * rightByFull / DOCUMENTS)));
  }

  /** Decides the documents of one round, and tells how many of the answers are right. */
  private static int right(Classifier classifier, int round) {
    int many = DOCUMENTS / ROUNDS;
    int right = 0;
    for (int i = round * many; i < (round + 1) * many; i++) {
      List<String> lines = TestDocuments.plain(i, LINES);
      Document document =
          Document.of((i / 8 % 2 == 0 ? lines : lines.subList(1, LINES)).toArray(String[]::new));
      String type = classifier.classify(document, RULES).type();
      right += TestDocuments.type(i).equals(type) ? 1 : 0;
    }
    return right;
  }
}
