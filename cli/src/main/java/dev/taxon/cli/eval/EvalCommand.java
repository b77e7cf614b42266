package dev.taxon.cli.eval;

import dev.taxon.cli.console.Colour;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.console.ProgressLine;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.rules.RuleReader;
import dev.taxon.cli.run.EngineFlags;
import dev.taxon.cli.run.LocalRows;
import dev.taxon.cli.run.Parts;
import dev.taxon.cli.run.RuleFlags;
import dev.taxon.cli.run.Source;
import dev.taxon.cli.run.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says how good rules are on documents whose type is known. */
@Command(
    name = "eval",
    description =
        "Classifies documents whose type is known and says how often the answer is right.",
    footer = {
      "",
      "Exit codes: 0 done; 1 less accurate than --min, or no document could be read; 2 wrong "
          + "flags, rules or labels; 5 a file is not there.",
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME} rules.yaml labels.csv",
      "  ${COMMAND-FULL-NAME} rules.yaml sorted/ --min 0.9",
      "  ${COMMAND-FULL-NAME} new.yaml labels.csv --against rules.yaml"
    })
public final class EvalCommand implements Callable<Integer> {
  /** How it is shown. */
  enum Output {
    TEXT,
    JSON
  }

  private final Console console;
  private final Function<Map<String, String>, Parts> parts;

  @Parameters(
      arity = "0..*",
      paramLabel = "RULES LABELS",
      description = {
        "RULES: a file of rules; absent when --rules or --rule is given.",
        "LABELS: a CSV, TSV or JSONL file with the columns file and type (an empty type: no rule "
            + "should fit), or a folder with a sub-folder for each type."
      })
  private List<String> words = List.of();

  @Mixin private RuleFlags rules = new RuleFlags();
  @Mixin private EngineFlags engine = new EngineFlags();

  @Option(
      names = "--against",
      paramLabel = "RULES",
      description = "Say what changes from these rules to the others.")
  private @Nullable Path against;

  @Option(
      names = "--min",
      paramLabel = "P",
      description = "Exit with 1 when less than this share of the answers is right, from 0 to 1.")
  private double least;

  @Option(names = "--jobs", paramLabel = "N", description = "How many files are at work at once.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--all", description = "List every confusion and every wrong answer.")
  private boolean all;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "text, or json with everything.")
  private Output output = Output.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
  private Colour.When colour = Colour.When.AUTO;

  /** The command, not yet run. */
  public EvalCommand(Console console, Function<Map<String, String>, Parts> parts) {
    this.console = console;
    this.parts = parts;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!(least >= 0 && least <= 1) || jobs < 1) {
      throw new Failure(Exit.USAGE, "--min takes a number from 0 to 1, --jobs one from 1");
    }
    var places = new ArrayList<>(words);
    RuleBook book = rules.book(places, console, "eval");
    if (places.size() != 1) {
      throw new Failure(
          Exit.USAGE,
          places.isEmpty() ? "there are no labelled documents" : "labels stand in one place",
          null,
          Product.typed() + " eval rules.yaml labels.csv");
    }
    RuleBook other =
        against == null
            ? null
            : RuleReader.read(against.toString(), Texts.of(against, "--against"));
    List<Label> labels = Labels.read(Path.of(places.getFirst()));
    warnOfStrangers(labels, book);
    Parts local = parts.apply(engine.settings());
    Evaluation evaluation = evaluated(labels, book, local);
    Comparison comparison =
        other == null ? null : new Comparison(evaluated(labels, other, local), evaluation);
    print(evaluation, comparison);
    boolean nothingRead = evaluation.failed() == labels.size();
    return nothingRead || evaluation.accuracy() < least ? Exit.FAILED : Exit.DONE;
  }

  /** A type that no rule gives can never be answered rightly. */
  private void warnOfStrangers(List<Label> labels, RuleBook book) {
    var strangers = new TreeSet<String>();
    labels.stream().map(Label::type).filter(Objects::nonNull).forEach(strangers::add);
    strangers.removeAll(book.rules().types());
    if (!strangers.isEmpty()) {
      console
          .err()
          .println(
              "warning: no rule gives these types of the labels: " + String.join(", ", strangers));
    }
  }

  private Evaluation evaluated(List<Label> labels, RuleBook book, Parts local)
      throws InterruptedException {
    List<Source> sources =
        labels.stream().map(label -> new Source(label.name(), label.path())).toList();
    List<Row> rows;
    try (Progress progress =
        quiet || !console.screen().err()
            ? Progress.NONE
            : new ProgressLine(console.err(), console.screen().columns(), System::nanoTime)) {
      rows = LocalRows.of(local, book, sources, jobs, progress);
    }
    var answers = new ArrayList<Answered>();
    for (int i = 0; i < labels.size(); i++) {
      answers.add(new Answered(labels.get(i), rows.get(i)));
    }
    return new Evaluation(answers);
  }

  private void print(Evaluation evaluation, @Nullable Comparison comparison) {
    if (output == Output.JSON) {
      var json = new LinkedHashMap<>(Report.json(evaluation));
      if (comparison != null) {
        json.put("against", Report.json(comparison.before()));
        json.put("fixed", comparison.fixed().size());
        json.put("broken", comparison.broken().size());
        json.put("chance", comparison.chance());
      }
      var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
      console.out().println(mapper.writeValueAsString(json));
      return;
    }
    boolean known = console.screen().out() || console.has("COLUMNS");
    var report =
        new Report(known ? console.screen().columns() : 120, Colour.wanted(colour, console), all);
    report.lines(evaluation).forEach(console.out()::println);
    if (comparison != null) {
      console.out().println();
      report
          .lines(comparison, String.valueOf(against), words.isEmpty() ? "these" : words.getFirst())
          .forEach(console.out()::println);
    }
  }
}
