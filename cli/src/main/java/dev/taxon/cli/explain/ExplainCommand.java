package dev.taxon.cli.explain;

import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.ReadFailure;
import dev.taxon.ReadRequest;
import dev.taxon.cli.console.Colour;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.run.EngineFlags;
import dev.taxon.cli.run.Gathering;
import dev.taxon.cli.run.Parts;
import dev.taxon.cli.run.RuleFlags;
import dev.taxon.cli.run.Source;
import dev.taxon.engine.UnderstoodRule;
import dev.taxon.llm.LanguageModelClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows why a document is answered as it is. */
@Command(
    name = "explain",
    description = "Shows what was read of a document, every rule's confidence, and what decided.",
    footer = {
      "",
      "Exit codes: 0 done; 1 a document cannot be read; 2 wrong flags or rules; 5 a file is "
          + "not there.",
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME} rules.yaml letter.pdf",
      "  ${COMMAND-FULL-NAME} letter.pdf --rules rules.yaml --all",
      "  ${COMMAND-FULL-NAME} rules.yaml letter.pdf -o json"
    })
public final class ExplainCommand implements Callable<Integer> {
  /** How it is shown. */
  enum Output {
    TEXT,
    JSON
  }

  private final Console console;
  private final Function<Map<String, String>, Parts> parts;

  @Parameters(
      arity = "0..*",
      paramLabel = "RULES FILE",
      description = {
        "RULES: a file of rules; absent when --rules or --rule is given.",
        "FILE: a document; - for one on the standard input."
      })
  private List<String> words = List.of();

  @Mixin private RuleFlags rules = new RuleFlags();
  @Mixin private EngineFlags engine = new EngineFlags();

  @Option(names = "--all", description = "Show every rule and the whole text that was read.")
  private boolean all;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "text, or json with everything.")
  private Output output = Output.TEXT;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
  private Colour.When colour = Colour.When.AUTO;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command, not yet run. */
  public ExplainCommand(Console console, Function<Map<String, String>, Parts> parts) {
    this.console = console;
    this.parts = parts;
  }

  @Override
  public Integer call() {
    var files = new ArrayList<>(words);
    RuleBook book = rules.book(files, console, "explain");
    if (files.isEmpty()) {
      throw new Failure(
          Exit.USAGE,
          "there is no document to explain",
          null,
          Product.typed() + " explain rules.yaml letter.pdf");
    }
    Parts local = parts.apply(engine.settings());
    boolean failed = false;
    boolean first = true;
    try (var gathering = Gathering.ofFiles(console.in())) {
      files.forEach(gathering::add);
      for (Source source : gathering.sources()) {
        Optional<Explanation> explained = explained(source, book, local);
        if (explained.isEmpty()) {
          failed = true;
          continue;
        }
        if (!first && output == Output.TEXT) {
          console.out().println();
        }
        first = false;
        print(explained.get());
      }
    }
    return failed ? Exit.FAILED : Exit.DONE;
  }

  /** Empty for a document that cannot be read, which is told. */
  private Optional<Explanation> explained(Source source, RuleBook book, Parts local) {
    var request = new ReadRequest(source.fileName(), book.language(), book.pages(), local.limits());
    Document document;
    try {
      document = local.reader().read(source.path(), request);
    } catch (ReadFailure failure) {
      var told =
          new Failure(Exit.FAILED, String.valueOf(failure.getMessage()), source.name(), null);
      boolean json = spec.commandLine().getParseResult().hasMatchedOption(Failure.JSON_FLAG);
      console.err().println(json ? told.json() : told.told());
      return Optional.empty();
    }
    Decision decision = local.classifier().classify(document, book.rules());
    boolean builtin = !LanguageModelClassifier.WAY.equals(decision.way());
    return Optional.of(
        new Explanation(
            source.name(),
            document,
            builtin ? UnderstoodRule.of(book.rules()) : List.of(),
            decision));
  }

  private void print(Explanation explanation) {
    if (output == Output.JSON) {
      var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
      console.out().println(json.writeValueAsString(explanation.json()));
      return;
    }
    boolean terminal = console.screen().out() || console.has("COLUMNS");
    var look =
        new Explanation.Look(
            terminal ? console.screen().columns() : 200, Colour.wanted(colour, console), all);
    explanation.lines(look).forEach(line -> console.out().println(line));
  }
}
