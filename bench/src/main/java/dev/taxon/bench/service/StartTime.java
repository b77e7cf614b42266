package dev.taxon.bench.service;

import dev.taxon.bench.Budget;
import dev.taxon.bench.Row;
import dev.taxon.bench.Samples;
import dev.taxon.bench.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How long a service takes from its start to being ready, with the AOT cache and without. */
public final class StartTime implements Section {
  private final Program program;
  private final Path folder;
  private final int rounds;

  public StartTime(Program program, Path folder, int rounds) {
    this.program = program;
    this.folder = folder;
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    List<Double> fresh = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Path data = folder.resolve("start-" + round);
      fresh.add(secondsToReady(program, data));
      again.add(secondsToReady(program, data));
      without.add(secondsToReady(program.withoutAotCache(), data));
    }
    rows.accept(row("ready, AOT cache", again, Budget.atMost(1.0)));
    rows.accept(row("ready, AOT cache, first start of an empty folder", fresh, null));
    rows.accept(row("ready, no AOT cache", without, Budget.atMost(2.5)));
  }

  private static double secondsToReady(Program program, Path data)
      throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(program, data)) {
      return server.secondsToReady();
    }
  }

  private static Row row(String measure, List<Double> seconds, @Nullable Budget budget) {
    Samples samples = Samples.of(seconds);
    return new Row(measure, samples.median(), "s", budget, samples.spread("%.2f"));
  }
}
