package dev.taxon.cli.run;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.console.Wrapped;
import dev.taxon.cli.remote.Service;
import dev.taxon.cli.remote.ServiceFlags;
import dev.taxon.cli.rows.Form;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.sort.Sorter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Classifies files and folders and prints what they are. */
@Command(
    name = "run",
    description = "Classifies files and folders, without a server, and prints a row for each.",
    footer = {
      "",
      "Exit codes: 0 done; 1 done, but what --fail-on names happened; 2 wrong flags or "
          + "rules; 3 no such command; 4 the service refused the key; 5 a file is not there; 6 "
          + "the service cannot be reached or failed; 7 it took too long; 130 ended by Ctrl-C, "
          + "what was done by then is printed.",
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME} rules.yaml inbox/",
      "  ${COMMAND-FULL-NAME} rules.yaml inbox/ --out results.csv",
      "  ${COMMAND-FULL-NAME} --rule invoice='Has an invoice number and a total due' letter.pdf",
      "  ${COMMAND-FULL-NAME} rules.yaml inbox/ --move-to sorted/ --resume results.jsonl",
      "  find . -name '*.pdf' | ${COMMAND-FULL-NAME} rules.yaml --files-from - -o jsonl"
    })
public final class RunCommand implements Callable<Integer> {
  /** What makes a named thing happen to the exit code. */
  enum FailOn {
    NONE,
    UNTYPED,
    ERROR
  }

  private final Console console;
  private final Function<Map<String, String>, Parts> parts;
  private final Supplier<Path> data;

  @Parameters(
      arity = "0..*",
      paramLabel = "RULES PATH",
      description = {
        "RULES: a YAML or JSON file with rules: [{type, description}], or the body of a request"
            + " that creates a job; absent when --rule, --rules or --config is given.",
        "PATH: a file, a folder with all below it, or - for one document on the standard input."
      })
  private List<String> words = List.of();

  @Mixin private RuleFlags rules = new RuleFlags();
  @Mixin private EngineFlags engine = new EngineFlags();
  @Mixin private ServiceFlags service = new ServiceFlags();
  @Mixin private SortFlags sorting = new SortFlags();
  @Mixin private PathFlags places = new PathFlags();
  @Mixin private OutputFlags output = new OutputFlags();
  @Mixin private ProgressFlags progress = new ProgressFlags();

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Keep the rows in FILE as they come, as JSON lines, and take those over that an earlier "
              + "run put there for the same content, rules and engine.")
  private @Nullable Path resume;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many files are at work at once (default: number of processor cores).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      description = "Answers less sure than this, from 0 to 1, become answers without a type.")
  private double minConfidence;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "Exit with 1 on: error (default), untyped (also on errors), none.")
  private FailOn failOn = FailOn.ERROR;

  /**
   * The command, not yet run.
   *
   * @param parts asked for, with settings that flags give, once it is known that this process is to
   *     do the work
   * @param data asked for once it is known that a service is to do it: where one on this machine
   *     keeps its data
   */
  public RunCommand(
      Console console, Function<Map<String, String>, Parts> parts, Supplier<Path> data) {
    this.console = console;
    this.parts = parts;
    this.data = data;
  }

  @Override
  public Integer call() throws InterruptedException {
    long started = System.nanoTime();
    checkNumbers();
    var paths = new ArrayList<>(words);
    RuleBook book = rules.book(paths, console, "run", this::kept);
    if (paths.isEmpty() && !places.nameFiles()) {
      throw new Failure(
          Exit.USAGE,
          "there is nothing to classify",
          null,
          "name files or folders behind the rules");
    }
    if (resume != null && Optional.of(resume).equals(output.file())) {
      throw new Failure(
          Exit.USAGE,
          "--resume and --out name the same file",
          resume.toString(),
          "--resume alone keeps all rows there, as JSON lines");
    }
    Form wanted = output.form(console);
    Optional<Sorter> sorter = sorting.sorter(console);
    Path sorted = sorting.folder().orElse(null);
    Judge answering = judge(book);
    try (var gathering = places.gathering(console, sorted);
        Journal journal =
            resume == null
                ? null
                : Journal.open(resume, ResumingJudge.digest(book, answering.marks()))) {
      places.gather(gathering, paths, console);
      Judge judge = journal == null ? answering : new ResumingJudge(answering, journal);
      // Until here nothing is done that Ctrl-C could take away.
      try (var interruption = new Interruption();
          Output place = output.open(console)) {
        Results results = results(gathering.sources(), wanted, place, judge, interruption);
        boolean nothing = interruption.isAsked() && results.done() == 0;
        if (!nothing && (output.file().isPresent() || !results.isBroken())) {
          place.keep();
        }
        sorter.ifPresent(to -> sort(results.rows(), gathering.sources(), to));
        summarize(results, gathering, sorter, judge, System.nanoTime() - started);
        if (journal != null) {
          journal.settle(gathering.sources().stream().map(Source::name).toList());
        }
        boolean unsorted = sorter.isPresent() && sorter.get().failed() > 0;
        return exit(results, unsorted, interruption);
      }
    }
  }

  /**
   * Files that could not be read stay where they are, and so does the standard input. Links come
   * last, when it is known where the files are that they lead to.
   */
  private static void sort(List<@Nullable Row> rows, List<Source> sources, Sorter sorter) {
    for (boolean links : new boolean[] {false, true}) {
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        Source source = sources.get(i);
        if (row != null
            && !row.isFailed()
            && source.isInPlace()
            && Files.isSymbolicLink(source.path()) == links) {
          sorter.put(source.path(), row.type());
        }
      }
    }
  }

  private Results results(
      List<Source> sources, Form wanted, Output place, Judge judge, Interruption interruption)
      throws InterruptedException {
    Results results;
    try (Progress told = progress.told(console)) {
      results =
          new Results(
              sources.size(),
              output.writer(wanted, place, console),
              output.order(),
              row -> row.atLeast(minConfidence),
              told,
              place::flushed);
      told.at(new Progress.Step("classifying", 0, sources.size()));
      judge.judge(sources, results, told, interruption);
    }
    results.end();
    return results;
  }

  private String kept(String configuration) {
    Service named =
        service
            .service(console, data.get())
            .orElseThrow(() -> new Failure(Exit.USAGE, "--config goes with --server only"));
    try {
      return named.configuration(configuration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Exit.INTERRUPTED, "ended while the configuration was fetched");
    }
  }

  private Judge judge(RuleBook book) {
    Optional<Service> named = service.service(console, data.get());
    if (named.isPresent()) {
      if (!engine.settings().isEmpty()) {
        throw new Failure(
            Exit.USAGE,
            "--engine, --profiles and a language model go with work in this process; a service has"
                + " its own",
            "--server",
            Product.typed() + " serve takes them");
      }
      return new RemoteJudge(named.get(), book, Math.max(4, jobs));
    }
    return new LocalJudge(parts.apply(engine.settings()), book, jobs);
  }

  private void checkNumbers() {
    places.check(words);
    if (jobs < 1) {
      throw new Failure(Exit.USAGE, "--jobs takes a number from 1");
    }
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new Failure(Exit.USAGE, "--min-confidence takes a number from 0 to 1");
    }
  }

  private void summarize(
      Results results, Gathering gathering, Optional<Sorter> sorter, Judge judge, long nanos) {
    if (progress.isQuiet()) {
      return;
    }
    String seconds = String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    String line =
        Stream.of(
                results.summary(),
                sorter.map(Sorter::summary).orElse(null),
                gathering.skipped(),
                seconds + "  (" + judge.name() + ")")
            .filter(part -> part != null)
            .collect(java.util.stream.Collectors.joining("  "));
    int columns = console.screen().err() ? console.screen().columns() : Integer.MAX_VALUE;
    console.err().println(Wrapped.text(line, columns, "  "));
  }

  private int exit(Results results, boolean unsorted, Interruption interruption) {
    if (interruption.isAsked()) {
      return Exit.INTERRUPTED;
    }
    boolean failed =
        switch (failOn) {
          case NONE -> false;
          case UNTYPED -> results.untyped() + results.failed() > 0;
          case ERROR -> results.failed() > 0;
        };
    return failed || unsorted || results.isBroken() ? Exit.FAILED : Exit.DONE;
  }
}
