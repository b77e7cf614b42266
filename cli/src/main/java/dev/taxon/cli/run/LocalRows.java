package dev.taxon.cli.run;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rules.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Classifies files in this process, for commands that want all rows or none. */
public final class LocalRows {
  private LocalRows() {}

  /**
   * A row for each file, in their order.
   *
   * @param jobs so many files at once, at least 1
   * @throws Failure when Ctrl-C came first
   */
  public static List<Row> of(
      Parts parts, RuleBook book, List<Source> sources, int jobs, Progress progress)
      throws InterruptedException {
    Map<Integer, Row> rows = new ConcurrentHashMap<>();
    try (var interruption = new Interruption()) {
      progress.at(new Progress.Step("classifying", 0, sources.size()));
      new LocalJudge(parts, book, jobs)
          .judge(
              sources,
              (index, row) -> {
                rows.put(index, row);
                progress.at(new Progress.Step("classifying", rows.size(), sources.size()));
              },
              progress,
              interruption);
    }
    var ordered = new ArrayList<Row>();
    for (int i = 0; i < sources.size(); i++) {
      Row row = rows.get(i);
      if (row == null) {
        throw new Failure(Exit.INTERRUPTED, "ended before every document was classified");
      }
      ordered.add(row);
    }
    return ordered;
  }
}
