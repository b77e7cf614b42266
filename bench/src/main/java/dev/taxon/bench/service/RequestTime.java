package dev.taxon.bench.service;

import dev.taxon.bench.Budget;
import dev.taxon.bench.Row;
import dev.taxon.bench.Samples;
import dev.taxon.bench.Section;
import dev.taxon.bench.TestDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How long one caller waits when nobody else calls: for a whole classification, for a create. */
public final class RequestTime implements Section {
  private static final int PAGES = 5;

  private final Program program;
  private final Path folder;
  private final int rounds;

  /** So many files and so many creates are timed, after a fifth as many to warm up. */
  public RequestTime(Program program, Path folder, int rounds) {
    this.program = program;
    this.folder = folder;
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    try (RunningServer server = RunningServer.start(program, folder.resolve("requests"))) {
      uploadToResult(server.api(), rows);
      create(server.api(), rows);
    }
  }

  private void uploadToResult(Api api, Consumer<Row> rows)
      throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = -rounds / 5; i < rounds; i++) {
      byte[] pdf = TestDocuments.pdf(i, PAGES);
      long began = System.nanoTime();
      api.awaitResult(api.createJob(List.of(api.upload(i + ".pdf", pdf))));
      if (i >= 0) {
        millis.add((System.nanoTime() - began) / 1e6);
      }
    }
    Samples samples = Samples.of(millis);
    String note = "%d files, one after another".formatted(rounds);
    rows.accept(
        new Row(
            "5-page PDF, upload to result, p50", samples.median(), "ms", Budget.atMost(150), note));
    rows.accept(
        new Row("5-page PDF, upload to result, p99", samples.percentile(99), "ms", null, note));
  }

  private void create(Api api, Consumer<Row> rows) throws IOException, InterruptedException {
    byte[] text = TestDocuments.text(TestDocuments.plain(1, 25)).getBytes(StandardCharsets.UTF_8);
    List<String> file = List.of(api.upload("a.txt", text));
    List<Double> millis = new ArrayList<>();
    for (int i = -rounds / 5; i < rounds; i++) {
      long began = System.nanoTime();
      String job = api.createJob(file);
      if (i >= 0) {
        millis.add((System.nanoTime() - began) / 1e6);
      }
      api.awaitEnd(job, 2);
    }
    Samples samples = Samples.of(millis);
    String note = "%d jobs of one file, each after the end of the one before".formatted(rounds);
    rows.accept(new Row("create a job, p50", samples.median(), "ms", Budget.atMost(20), note));
    rows.accept(new Row("create a job, p99", samples.percentile(99), "ms", null, note));
  }
}
