package dev.taxon.cli.check;

import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.cli.check.Finding.Kind;
import dev.taxon.cli.check.Finding.Weight;
import dev.taxon.cli.console.Colour;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.rules.PlacedRule;
import dev.taxon.cli.rules.RuleReader;
import dev.taxon.cli.run.Parts;
import dev.taxon.cli.run.ProfilesFlag;
import dev.taxon.cli.run.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Reads rules and says what will not work about them. */
@Command(
    name = "check",
    description = "Says what will not work about rules, each with its line and column.",
    footer = {
      "",
      "Exit codes: 0 the rules can be used; 1 there are warnings, with --strict; 2 they "
          + "cannot be used; 5 a file is not there.",
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME} rules.yaml",
      "  ${COMMAND-FULL-NAME} rules.yaml --engine --strict"
    })
public final class CheckCommand implements Callable<Integer> {
  /** How findings are told. */
  enum Output {
    TEXT,
    JSONL
  }

  private final Console console;
  private final Function<Map<String, String>, Parts> parts;

  @Parameters(
      arity = "1..*",
      paramLabel = "RULES",
      description = "Files of rules; - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--engine",
      arity = "0..1",
      paramLabel = "WAY",
      preprocessor = OptionalWay.class,
      completionCandidates = OptionalWay.Words.class,
      description =
          "Also ask the engine which rule each description speaks for, which takes a second or two; "
              + "fast, full or auto as in run (default: TAXON_ENGINE, else auto).")
  private @Nullable String engine;

  @Mixin private ProfilesFlag profiles = new ProfilesFlag();

  @Option(names = "--strict", description = "Exit with 1 when there are warnings.")
  private boolean strict;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "text, or jsonl for programs.")
  private Output output = Output.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      description = "No summary.")
  private boolean quiet;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
  private Colour.When colour = Colour.When.AUTO;

  /**
   * The command, not yet run.
   *
   * @param parts asked for, with settings that flags give, only for {@code --engine}
   */
  public CheckCommand(Console console, Function<Map<String, String>, Parts> parts) {
    this.console = console;
    this.parts = parts;
  }

  @Override
  public Integer call() {
    Classifier asked = asksEngine() ? parts.apply(settings()).classifier() : null;
    var findings = new ArrayList<Finding>();
    int rules = 0;
    for (String file : files) {
      String text = file.equals("-") ? Texts.of(console.in()) : Texts.of(Path.of(file), "RULES");
      try {
        List<PlacedRule> placed =
            RuleReader.placed(file.equals("-") ? "standard input" : file, text);
        rules += placed.size();
        findings.addAll(Linter.check(placed));
        if (asked != null) {
          findings.addAll(answered(placed, asked));
        }
      } catch (Failure wrong) {
        findings.addAll(invalid(wrong));
      }
    }
    findings.forEach(this::print);
    long errors = count(findings, Weight.ERROR);
    long warnings = count(findings, Weight.WARNING);
    if (!quiet) {
      console
          .err()
          .printf(
              "%s  %s  %s  %s%n",
              counted(rules, "rule"),
              counted(errors, "error"),
              counted(warnings, "warning"),
              counted(count(findings, Weight.NOTE), "note"));
    }
    return errors > 0 ? Exit.USAGE : strict && warnings > 0 ? Exit.FAILED : Exit.DONE;
  }

  private boolean asksEngine() {
    return engine != null || !profiles.settings().isEmpty();
  }

  private Map<String, String> settings() {
    var settings = new HashMap<>(profiles.settings());
    if (engine != null && !engine.equals(OptionalWay.AS_SET)) {
      settings.put("engine", engine);
    }
    return settings;
  }

  /** What a rule's own words, as if they stood on a page, are answered with. */
  private static List<Finding> answered(List<PlacedRule> placed, Classifier asked) {
    var findings = new ArrayList<Finding>();
    var rules = new RuleSet(placed.stream().map(PlacedRule::rule).toList());
    for (PlacedRule one : placed) {
      Rule rule = one.rule();
      Decision decision =
          asked.classify(
              Document.of(
                  (rule.type().replace('_', ' ') + "\n" + rule.description()).split("\n", -1)),
              rules);
      String answer = decision.type();
      if (answer == null || !answer.equals(rule.type())) {
        findings.add(
            new Finding(
                one.descriptionAt(),
                Weight.WARNING,
                Kind.ENGINE,
                answer == null
                    ? "the engine finds too little in this description to know its own type by"
                    : "the engine takes this description for '" + answer + "'"));
      }
    }
    return findings;
  }

  private static List<Finding> invalid(Failure wrong) {
    return String.valueOf(wrong.getMessage())
        .lines()
        .map(line -> line.replaceFirst("^error: ", ""))
        .map(line -> {
          String[] parts = line.split(": ", 2);
          return new Finding(
              parts.length == 2 ? parts[0] : "rules",
              Weight.ERROR,
              Kind.INVALID,
              parts[parts.length - 1]);
        })
        .toList();
  }

  private void print(Finding finding) {
    if (output == Output.JSONL) {
      var fields = new LinkedHashMap<String, String>();
      fields.put("place", finding.place());
      fields.put("weight", finding.weight().name().toLowerCase(java.util.Locale.ROOT));
      fields.put("kind", finding.kind().word());
      fields.put("what", finding.what());
      console.out().println(JsonMapper.shared().writeValueAsString(fields));
      return;
    }
    String line = finding.line();
    String word = finding.weight().name().toLowerCase(java.util.Locale.ROOT);
    Colour shade =
        switch (finding.weight()) {
          case ERROR -> Colour.RED;
          case WARNING -> Colour.YELLOW;
          case NOTE -> Colour.DIM;
        };
    console
        .out()
        .println(
            Colour.wanted(colour, console)
                ? line.replace(": " + word + ": ", ": " + shade.of(word) + ": ")
                : line);
  }

  private static long count(List<Finding> findings, Weight weight) {
    return findings.stream().filter(finding -> finding.weight() == weight).count();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
