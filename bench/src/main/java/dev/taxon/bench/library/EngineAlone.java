package dev.taxon.bench.library;

import dev.taxon.bench.Budget;
import dev.taxon.bench.Row;
import dev.taxon.bench.Samples;
import dev.taxon.bench.Section;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What {@link FreshEngine} measures, each time in a new process with the options of this one. */
public final class EngineAlone implements Section {
  private final int rounds;

  public EngineAlone(int rounds) {
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    if (!Files.isReadable(Path.of("/proc/self/status"))) {
      return;
    }
    List<List<Double>> figures = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Double> both = new ArrayList<>(run());
      both.addAll(run(FreshEngine.ENCODER));
      figures.add(both);
    }
    rows.accept(row(figures, 0, "engine, knowledge in memory", "MB", 60, "heap that is in use"));
    rows.accept(
        row(
            figures,
            1,
            "engine, first document of a process",
            "ms",
            5,
            "wall clock, prepared as a service is; an empty document made the rules ready"));
    rows.accept(
        row(
            figures,
            2,
            "engine, 40 new rules made ready",
            "ms",
            100,
            "wall clock, the fast way, after 300 documents and 14 other sets"));
    rows.accept(
        row(
            figures,
            3,
            "engine with the encoder, a process of its own",
            "MB",
            250,
            "resident after a document that was encoded"));
  }

  private static Row row(
      List<List<Double>> figures, int which, String measure, String unit, double most, String how) {
    Samples samples = Samples.of(figures.stream().map(each -> each.get(which)).toList());
    return new Row(
        measure, samples.median(), unit, Budget.atMost(most), samples.spread("%.1f") + "; " + how);
  }

  private static List<Double> run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), FreshEngine.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the engine alone ended with " + process.exitValue());
    }
    return List.of(said.strip().split(" ", -1)).stream().map(Double::valueOf).toList();
  }
}
