package dev.taxon.cli.demo;

import dev.taxon.cli.console.Colour;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.console.ProgressLine;
import dev.taxon.cli.remote.Batch;
import dev.taxon.cli.remote.Service;
import dev.taxon.cli.rows.Column;
import dev.taxon.cli.rows.Form;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rows.RowWriter;
import dev.taxon.cli.serve.Starter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a service of its own, sends it the example documents, and prints what it answers. */
@Command(
    name = "demo",
    description = "Classifies the example documents through a service that lives for the moment.",
    footer = {
      "",
      "Exit codes: 0 the job ended; 1 it did not.",
      "",
      "Example:",
      "  ${COMMAND-FULL-NAME}"
    })
public final class DemoCommand implements Callable<Integer> {
  /** So wide is the table where no terminal says otherwise. */
  private static final int WIDTH = 110;

  private static final int UPLOADS = 4;

  private final Console console;
  private final Starter starter;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
  private Colour.When colour = Colour.When.AUTO;

  /**
   * The command, not yet run.
   *
   * @param starter starts the service
   */
  public DemoCommand(Console console, Starter starter) {
    this.console = console;
    this.starter = starter;
  }

  @Override
  public Integer call() throws InterruptedException {
    Examples examples = Examples.ofProduct();
    try (Stage stage = new Stage(starter, console)) {
      console
          .out()
          .printf(
              "Taxon %s serves at %s, on this machine and for this moment.%n",
              Product.version(), stage.service().base());
      console.out().flush();
      return show(examples, stage.service());
    }
  }

  private int show(Examples examples, Service service) throws InterruptedException {
    long started = System.nanoTime();
    Batch.Result result;
    try (Progress progress =
        console.screen().err()
            ? new ProgressLine(console.err(), console.screen().columns(), System::nanoTime)
            : Progress.NONE) {
      result =
          new Batch(service, examples.rules(), UPLOADS, progress, () -> false)
              .classify(examples.items());
    }
    Service.Job job = result.job();
    console
        .out()
        .printf(
            Locale.ROOT,
            "%d files uploaded, %d rules, job %s: %s after %.1f s.%n%n",
            examples.documents().size(),
            examples.rules().rules().rules().size(),
            job == null ? "none" : job.id(),
            job == null ? "no file could be uploaded" : job.status(),
            (System.nanoTime() - started) / 1e9);
    print(result.rows());
    tellWhatIsMissing(result.rows());
    tellWhatToTryNext(examples.file());
    return job != null && job.isEnded() ? Exit.DONE : Exit.FAILED;
  }

  /** As it can be typed in the folder that the program was called in. */
  private static String shown(Path rules) {
    Path here = Path.of("").toAbsolutePath();
    return rules.startsWith(here) ? here.relativize(rules).toString() : rules.toString();
  }

  private void print(List<@Nullable Row> rows) {
    boolean known = console.screen().out() || console.has("COLUMNS");
    var look =
        new Form.Look(
            Column.ALL,
            true,
            known ? console.screen().columns() : WIDTH,
            Colour.wanted(colour, console),
            false);
    RowWriter table = Form.TABLE.to(console.out(), look);
    for (Row row : rows) {
      if (row != null) {
        table.row(row);
      }
    }
    table.end();
  }

  /** A scan without Tesseract is the one failure that an owner of a good machine may see here. */
  private void tellWhatIsMissing(List<@Nullable Row> rows) {
    boolean missing =
        rows.stream().anyMatch(row -> row != null && Column.ERROR.text(row).contains("Tesseract"));
    if (missing) {
      console
          .out()
          .println(
              """

              Scans are read by Tesseract, which was not found on this machine:
                Debian, Ubuntu:  sudo apt-get install tesseract-ocr
                macOS:           brew install tesseract
                Windows:         winget install UB-Mannheim.TesseractOCR\
              """);
    }
  }

  private void tellWhatToTryNext(Path rules) {
    console
        .out()
        .print(
            """

            The service is gone again, and so is all that it kept. Next:
              NAME run RULES FOLDER   your own files, without a service
              NAME run --rule invoice='asks for payment and states a total due' FILE
              NAME init FOLDER        rules of your own, drafted from your folders
              NAME serve              a service that stays
            """
                .replace("NAME", Product.typed())
                .replace("RULES", shown(rules)));
  }
}
