package dev.taxon.bench.service;

import dev.taxon.bench.Budget;
import dev.taxon.bench.Row;
import dev.taxon.bench.Section;
import dev.taxon.bench.TestDocuments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Memory that is resident when nothing happens, and the most of it while a large job runs. */
public final class Memory implements Section {
  private static final int FILES = 300;
  private static final int PAGES = 5;

  private final Program program;
  private final Path folder;

  public Memory(Program program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    if (!RunningServer.tellsMemory()) {
      return;
    }
    try (RunningServer server = RunningServer.start(program, folder.resolve("memory"))) {
      TimeUnit.SECONDS.sleep(5);
      rows.accept(
          new Row(
              "memory, idle",
              server.residentMegabytes(),
              "MB",
              Budget.atMost(200),
              "resident, five seconds after ready"));
      List<String> files = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        files.add(server.api().upload(i + ".pdf", TestDocuments.pdf(i, PAGES)));
      }
      server.api().awaitEnd(server.api().createJob(files), 20);
      rows.accept(
          new Row(
              "memory, loaded",
              server.peakMegabytes(),
              "MB",
              Budget.atMost(600),
              "peak resident over %d PDF files of %d pages".formatted(FILES, PAGES)));
    }
  }
}
