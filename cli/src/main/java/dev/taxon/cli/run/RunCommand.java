package dev.taxon.cli.run;

import dev.taxon.cli.console.Colour;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.console.ProgressJson;
import dev.taxon.cli.console.ProgressLine;
import dev.taxon.cli.remote.Service;
import dev.taxon.cli.remote.ServiceFlags;
import dev.taxon.cli.rows.Column;
import dev.taxon.cli.rows.Form;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.sort.Sorter;
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

  /** How progress is told. */
  enum ProgressKind {
    AUTO,
    BAR,
    JSON,
    NONE
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

  @Option(
      names = "--files-from",
      paramLabel = "LIST",
      description = "Also classify the files that LIST names, one a line; - for standard input.")
  private @Nullable String filesFrom;

  @Option(
      names = {"-0", "--null"},
      description = "The names in LIST end with NUL, as find -print0 writes them.")
  private boolean endsWithNul;

  @Option(
      names = "--no-ignore",
      description = "Also take what .gitignore files leave out of folders.")
  private boolean noIgnore;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = {
        "Keep the rows in FILE as they come, as JSON lines, and take those over that an earlier run",
        "put there for the same content and rules."
      })
  private @Nullable Path resume;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "From folders, take what matches, such as '*.pdf' (repeatable).")
  private List<String> includes = List.of();

  @Option(names = "--max-depth", paramLabel = "N", description = "How deep to go into folders.")
  private int maxDepth = Integer.MAX_VALUE;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many files are at work at once (default: number of processor cores).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description =
          "table, csv, tsv, jsonl, json, yaml or md (default: table on a terminal, else csv).")
  private @Nullable Form form;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the rows to FILE, whose ending says the form.")
  private @Nullable Path out;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description = "Which columns, in which order: file,type,confidence,reasoning,error.")
  private List<String> columns = List.of();

  @Option(names = "--sort", paramLabel = "NAME", description = "Sort by a column.")
  private @Nullable String sort;

  @Option(names = "--no-header", description = "Leave out the header line.")
  private boolean noHeader;

  @Option(names = "--wide", description = "Do not cut the reasoning to the terminal's width.")
  private boolean wide;

  @Option(names = "--bom", description = "Begin CSV with a byte order mark, for spreadsheets.")
  private boolean mark;

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

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no summary.")
  private boolean quiet;

  @Option(names = "--progress", paramLabel = "HOW", description = "auto, bar, json or none.")
  private ProgressKind progress = ProgressKind.AUTO;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
  private Colour.When colour = Colour.When.AUTO;

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
    if (paths.isEmpty() && filesFrom == null) {
      throw new Failure(
          Exit.USAGE,
          "there is nothing to classify",
          null,
          "name files or folders behind the rules");
    }
    if (resume != null && resume.equals(out)) {
      throw new Failure(
          Exit.USAGE,
          "--resume and --out name the same file",
          resume.toString(),
          "--resume alone keeps all rows there, as JSON lines");
    }
    Form wanted = form();
    Optional<Sorter> sorter = sorting.sorter(console);
    Path sorted = sorting.folder().orElse(null);
    try (var gathering = new Gathering(includes, maxDepth, console.in(), !noIgnore, sorted);
        Journal journal =
            resume == null
                ? null
                : Journal.open(
                    resume, ResumingJudge.digest(book, engine.marks(console.environment())))) {
      gather(gathering, paths);
      Judge judge = journal == null ? judge(book) : new ResumingJudge(judge(book), journal);
      // Until here nothing is done that Ctrl-C could take away.
      try (var interruption = new Interruption();
          Output output = out == null ? Output.to(console.out()) : Output.to(out)) {
        Results results = results(gathering.sources(), wanted, output, judge, interruption);
        if (out != null || !results.isBroken()) {
          output.keep();
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

  /** Files that could not be read stay where they are, and so does the standard input. */
  private static void sort(List<@Nullable Row> rows, List<Source> sources, Sorter sorter) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Source source = sources.get(i);
      if (row != null && !row.isFailed() && source.isInPlace()) {
        sorter.put(source.path(), row.type());
      }
    }
  }

  private Results results(
      List<Source> sources, Form wanted, Output output, Judge judge, Interruption interruption)
      throws InterruptedException {
    Results results;
    try (Progress told = progress()) {
      results =
          new Results(
              sources.size(),
              wanted.to(output.stream(), look()),
              sort == null ? null : column(sort).order(),
              row -> row.atLeast(minConfidence),
              told,
              output::flushed);
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
            "--engine and --profiles go with work in this process; a service has its own",
            "--server",
            Product.typed() + " serve takes them");
      }
      return new RemoteJudge(named.get(), book, Math.max(4, jobs));
    }
    Parts local = parts.apply(engine.settings());
    return new LocalJudge(local.reader(), local.classifier(), book, local.limits(), jobs);
  }

  private void gather(Gathering gathering, List<String> paths) {
    paths.forEach(gathering::add);
    if (filesFrom != null) {
      boolean stdin = filesFrom.equals("-");
      String list = stdin ? Texts.of(console.in()) : Texts.of(Path.of(filesFrom), "--files-from");
      Stream.of(list.split(endsWithNul ? "\0" : "\\R"))
          .filter(line -> !line.isBlank())
          .forEach(gathering::addListed);
    }
    gathering.unreadable().forEach(sentence -> console.err().println("warning: " + sentence));
  }

  private void checkNumbers() {
    if (Stream.concat(words.stream(), Stream.ofNullable(filesFrom)).filter("-"::equals).count()
        > 1) {
      throw new Failure(Exit.USAGE, "the standard input can be read once only, - stands twice");
    }
    if (maxDepth < 1 || jobs < 1) {
      throw new Failure(Exit.USAGE, "--max-depth and --jobs take a number from 1");
    }
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new Failure(Exit.USAGE, "--min-confidence takes a number from 0 to 1");
    }
  }

  private Form form() {
    if (form != null) {
      warnOfAnotherEnding(form);
      return form;
    }
    if (out != null) {
      return Form.ofFile(out.toString())
          .orElseThrow(() ->
              new Failure(
                  Exit.USAGE,
                  "the ending of " + out + " says no form",
                  "--out",
                  "add -o csv, -o jsonl or another"));
    }
    return console.screen().out() ? Form.TABLE : Form.CSV;
  }

  /** The flag wins over the file's ending, but not in silence. */
  private void warnOfAnotherEnding(Form chosen) {
    if (out != null) {
      Form.ofFile(out.toString())
          .filter(ending -> ending != chosen && !(ending == Form.TABLE))
          .ifPresent(ending ->
              console
                  .err()
                  .println(
                      "warning: "
                          + out
                          + " gets "
                          + chosen.word()
                          + ", as -o says, although its name ends like "
                          + ending.word()));
    }
  }

  private Form.Look look() {
    boolean cut = out == null && console.screen().out() && !wide;
    return new Form.Look(
        columns.isEmpty() ? Column.ALL : columns.stream().map(RunCommand::column).toList(),
        !noHeader,
        cut ? console.screen().columns() : Integer.MAX_VALUE,
        out == null && Colour.wanted(colour, console),
        mark);
  }

  private static Column column(String title) {
    try {
      return Column.named(title);
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private Progress progress() {
    boolean bar = progress == ProgressKind.BAR || console.screen().err();
    if (quiet || progress == ProgressKind.NONE || (progress == ProgressKind.AUTO && !bar)) {
      return Progress.NONE;
    }
    return progress == ProgressKind.JSON
        ? new ProgressJson(console.err(), System::nanoTime)
        : new ProgressLine(console.err(), console.screen().columns(), System::nanoTime);
  }

  private void summarize(
      Results results, Gathering gathering, Optional<Sorter> sorter, Judge judge, long nanos) {
    if (quiet) {
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
    console.err().println(line);
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
