package dev.taxon.bench.service;

import dev.taxon.bench.Budget;
import dev.taxon.bench.Row;
import dev.taxon.bench.Samples;
import dev.taxon.bench.Section;
import dev.taxon.bench.TestDocuments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How long a command takes from the shell, the start of its Java included. */
public final class ShellTime implements Section {
  private final Program program;
  private final Path folder;
  private final int rounds;

  public ShellTime(Program program, Path folder, int rounds) {
    this.program = program;
    this.folder = folder;
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    try (RunningServer server = RunningServer.start(program, folder.resolve("shell"))) {
      Api api = server.api();
      byte[] text = TestDocuments.text(TestDocuments.plain(1, 25)).getBytes(StandardCharsets.UTF_8);
      String job = api.createJob(List.of(api.upload("a.txt", text)));
      api.awaitEnd(job, 10);
      Map<String, String> where =
          Map.of(
              "LLAMA_CLOUD_BASE_URL", api.base().toString(),
              "LLAMA_CLOUD_API_KEY", api.key());
      List<Double> results = new ArrayList<>();
      List<Double> help = new ArrayList<>();
      List<Double> helpOfRun = new ArrayList<>();
      Path log = folder.resolve("command.log");
      for (int round = 0; round < rounds; round++) {
        results.add(
            program.run(log, where, "classifier:jobs", "get-results", "--classify-job-id", job));
        help.add(program.run(log, where, "--help"));
        helpOfRun.add(program.run(log, where, "run", "--help"));
      }
      rows.accept(row("`classifier:jobs get-results` from the shell", 0.35, results));
      rows.accept(row("`--help` from the shell", 0.25, help));
      rows.accept(row("`run --help` from the shell", 0.25, helpOfRun));
    }
  }

  private static Row row(String measure, double most, List<Double> times) {
    Samples seconds = Samples.of(times);
    return new Row(measure, seconds.median(), "s", Budget.atMost(most), seconds.spread("%.2f"));
  }
}
