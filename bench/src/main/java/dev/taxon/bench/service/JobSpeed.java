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

/** How fast a job of 500 text files runs, and how fast they came in before. */
public final class JobSpeed implements Section {
  private static final int FILES = 500;
  private static final int LINES = 25;

  private final Program program;
  private final Path folder;
  private final int rounds;
  private final List<Double> uploads = new ArrayList<>();

  public JobSpeed(Program program, Path folder, int rounds) {
    this.program = program;
    this.folder = folder;
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    try (RunningServer server = RunningServer.start(program, folder.resolve("jobs"))) {
      rows.accept(job(server.api(), "plain kinds", TestDocuments::plain));
      rows.accept(job(server.api(), "no clear kind", TestDocuments::unclear));
    }
    Samples uploaded = Samples.of(uploads);
    rows.accept(
        new Row(
            "uploads, one caller", uploaded.median(), "files/s", null, uploaded.spread("%.0f")));
  }

  private Row job(Api api, String kinds, TestDocuments.Maker maker)
      throws IOException, InterruptedException {
    List<Double> files = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      long began = System.nanoTime();
      List<String> ids = uploadAll(api, round, maker);
      uploads.add(FILES / secondsSince(began));
      began = System.nanoTime();
      String job = api.createJob(ids);
      String end = api.awaitEnd(job, 5);
      files.add(FILES / secondsSince(began));
      if (!end.equals("SUCCESS")) {
        throw new IOException("job " + job + " ended as " + end);
      }
    }
    Samples samples = Samples.of(files);
    return new Row(
        "500-file text job, create to end, documents of " + kinds,
        samples.median(),
        "files/s",
        Budget.atLeast(100),
        samples.spread("%.0f"));
  }

  private static List<String> uploadAll(Api api, int round, TestDocuments.Maker maker)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      String text = TestDocuments.text(maker.lines((long) round * FILES + i, LINES));
      ids.add(api.upload(i + ".txt", text.getBytes(StandardCharsets.UTF_8)));
    }
    return ids;
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
