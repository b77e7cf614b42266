package dev.taxon.bench.library;

import dev.taxon.DocumentReader;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import dev.taxon.bench.Row;
import dev.taxon.bench.Samples;
import dev.taxon.bench.Section;
import dev.taxon.bench.TestDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many PDF pages are read in a CPU second, beside {@code pdftotext} on the same files. The two
 * take turns, so that whatever else the machine does falls on both.
 */
public final class PdfSpeed implements Section {
  private static final int FILES = 20;
  private static final int PAGES = 25;
  private static final ReadRequest EVERYTHING =
      new ReadRequest("a.pdf", "en", PageChoice.ALL, ReadLimits.DEFAULT);

  /** A shell tells its children's CPU time on the second line of {@code times}. */
  private static final Pattern MINUTES_AND_SECONDS = Pattern.compile("(\\d+)m([\\d.]+)s");

  private final DocumentReader reader;
  private final Path folder;
  private final int rounds;

  public PdfSpeed(DocumentReader reader, Path folder, int rounds) {
    this.reader = reader;
    this.folder = folder;
    this.rounds = rounds;
  }

  @Override
  public void measure(Consumer<Row> rows) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(Files.write(folder.resolve(i + ".pdf"), TestDocuments.pdf(i, PAGES)));
    }
    readAll(files);
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(FILES * PAGES / CpuClock.secondsOf(() -> readAll(files)));
      Double seconds = pdftotextSeconds(files);
      if (seconds != null) {
        theirs.add(FILES * PAGES / seconds);
      }
    }
    rows.accept(row("PDF pages read", ours));
    if (!theirs.isEmpty()) {
      rows.accept(row("PDF pages read by `pdftotext`", theirs));
      rows.accept(ratio(ours, theirs));
    }
  }

  private static Row row(String measure, List<Double> perSecond) {
    Samples samples = Samples.of(perSecond);
    return new Row(measure, samples.median(), "a CPU second", null, samples.spread("%.0f"));
  }

  private static Row ratio(List<Double> ours, List<Double> theirs) {
    List<Double> pairs = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      pairs.add(ours.get(i) / theirs.get(i));
    }
    Samples samples = Samples.of(pairs);
    return new Row(
        "PDF pages read for each of `pdftotext`",
        samples.median(),
        "",
        null,
        String.format(
            Locale.ROOT,
            "in pairs: %s; %d files of %d pages",
            samples.spread("%.2f"),
            FILES,
            PAGES));
  }

  private void readAll(List<Path> files) throws ReadFailure {
    for (Path file : files) {
      int pages = reader.read(file, EVERYTHING).pages().size();
      if (pages != PAGES) {
        throw new IllegalStateException(file + " has " + pages + " pages");
      }
    }
  }

  /** Null where there is no pdftotext. */
  private static @Nullable Double pdftotextSeconds(List<Path> files)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "command -v pdftotext >/dev/null || exit 9;"
                    + " for f; do pdftotext \"$f\" /dev/null || exit 1; done; times",
                "sh"));
    files.forEach(file -> command.add(file.toString()));
    Process shell =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = shell.waitFor();
    if (status == 9) {
      return null;
    }
    if (status != 0) {
      throw new IOException("pdftotext failed");
    }
    return MINUTES_AND_SECONDS
        .matcher(said.lines().skip(1).findFirst().orElseThrow())
        .results()
        .mapToDouble(PdfSpeed::seconds)
        .sum();
  }

  private static double seconds(MatchResult time) {
    return 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
  }
}
