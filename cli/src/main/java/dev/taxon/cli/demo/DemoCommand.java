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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts a service of its own, sends it the example documents, and prints what it answers. Before a
 * person at a desktop it opens the page of the service, and stays until they have seen it.
 */
@Command(
    name = "demo",
    description = "Classifies the example documents through a service that lives for the moment.",
    footer = {
      "",
      "On a terminal of a desktop the page of the service opens in the browser; it stays until Enter or",
      "Ctrl-C. Elsewhere the service is gone with the table.",
      "",
      "Exit codes: 0 the job ended; 1 it did not.",
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME}",
      "  ${COMMAND-FULL-NAME} --no-open"
    })
public final class DemoCommand implements Callable<Integer> {
  /** So wide is the table where no terminal says otherwise. */
  private static final int WIDTH = 110;

  private static final int UPLOADS = 4;

  private final Console console;
  private final Starter starter;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
  private Colour.When colour = Colour.When.AUTO;

  @Option(names = "--no-open", description = "Open no browser; end after the table.")
  private boolean closed;

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
    int exit = played(examples);
    tellWhatToTryNext(examples.file());
    return exit;
  }

  /** All that needs the service, which is gone when this returns. */
  private int played(Examples examples) throws InterruptedException {
    try (Stage stage = new Stage(starter, console)) {
      console
          .out()
          .printf(
              "Taxon %s serves at %s, on this machine and for this moment.%n",
              Product.version(), stage.service().base());
      console.out().flush();
      int exit = show(examples, stage.service());
      if (exit == Exit.DONE && !closed && console.screen().in() && console.screen().out()) {
        Optional<Browser> browser =
            Browser.of(System.getProperty("os.name"), console.environment());
        if (browser.isPresent()) {
          showThePage(browser.get(), stage);
        }
      }
      console.out().flush();
      return exit;
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
    return job != null && job.isEnded() ? Exit.DONE : Exit.FAILED;
  }

  /** Until Enter; Ctrl-C ends the program, and with it the stage. */
  private void showThePage(Browser browser, Stage stage) throws InterruptedException {
    String page = stage.service().base() + "/docs";
    boolean opened = browser.open(page);
    console
        .out()
        .printf(
            """

            %s
            Its requests can be tried there: press Authorize and paste the key %s
            Press Enter to end the service.%n\
            """,
            opened
                ? "The browser shows " + page
                : "No browser could be opened; the page is " + page,
            stage.key());
    console.out().flush();
    waitForEnter();
  }

  private void waitForEnter() {
    try {
      int read;
      do {
        read = console.in().read();
      } while (read != '\n' && read != -1);
    } catch (IOException e) {
      // a keyboard that is gone presses nothing any more
    }
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
    String name = Product.typed();
    var lines =
        List.of(
            List.of(name + " run " + shown(rules) + " FOLDER", "your own files, without a service"),
            List.of(
                name + " run --rule invoice='asks for payment' FILE",
                "a rule without a file of rules"),
            List.of(name + " init FOLDER", "rules of your own, drafted from your folders"),
            List.of(name + " serve", "a service that stays"));
    int width = lines.stream().mapToInt(line -> line.getFirst().length()).max().orElseThrow();
    console.out().printf("%nThe service is gone again, and so is all that it kept. Next:%n");
    for (List<String> line : lines) {
      console.out().printf("  %-" + width + "s   %s%n", line.getFirst(), line.getLast());
    }
  }
}
