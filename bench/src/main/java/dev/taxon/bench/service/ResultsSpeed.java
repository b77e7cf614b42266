package dev.taxon.bench.service;

import dev.taxon.bench.Budget;
import dev.taxon.bench.Row;
import dev.taxon.bench.Samples;
import dev.taxon.bench.Section;
import dev.taxon.bench.TestDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How many requests for results are answered in a second, for a job of one file and of 50. */
public final class ResultsSpeed implements Section {
  private static final int CONNECTIONS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration ROUND = Duration.ofSeconds(3);

  private final Program program;
  private final Path folder;
  private final int rounds;

  public ResultsSpeed(Program program, Path folder, int rounds) {
    this.program = program;
    this.folder = folder;
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    try (RunningServer server = RunningServer.start(program, folder.resolve("results"))) {
      rows.accept(of(server.api(), 1, Budget.atLeast(2_000)));
      rows.accept(of(server.api(), 50, Budget.atLeast(2_000)));
    }
  }

  private Row of(Api api, int files, Budget budget) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      byte[] text = TestDocuments.text(TestDocuments.plain(i, 25)).getBytes(StandardCharsets.UTF_8);
      ids.add(api.upload(i + ".txt", text));
    }
    String job = api.createJob(ids);
    api.awaitEnd(job, 5);
    Load load = new Load(api.base(), api.key(), Api.resultsPath(job));
    load.run(CONNECTIONS, WARM_UP);
    List<Double> perSecond = new ArrayList<>();
    List<Double> clientShares = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Load.Outcome outcome = load.run(CONNECTIONS, ROUND);
      perSecond.add(outcome.requestsPerSecond());
      clientShares.add(outcome.clientShare());
    }
    Samples samples = Samples.of(perSecond);
    return new Row(
        "results of a job of %d file%s".formatted(files, files == 1 ? "" : "s"),
        samples.median(),
        "requests/s",
        budget,
        samples.spread("%.0f")
            + String.format(
                Locale.ROOT,
                ", %d connections; the client itself took %.0f %% of the machine",
                CONNECTIONS,
                100 * Samples.of(clientShares).median()));
  }
}
