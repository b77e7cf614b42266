package dev.taxon.cli.init;

import dev.taxon.Rule;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.console.WholeFile;
import dev.taxon.cli.run.EngineFlags;
import dev.taxon.cli.run.Parts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a first file of rules. */
@Command(
    name = "init",
    description = "Drafts a file of rules from folders of samples, or by asking.",
    footer = {
      "",
      "Each sub-folder of FOLDER is a type; what its files have in common and the others "
          + "have not becomes its description. Without FOLDER you are asked.",
      "",
      "Exit codes: 0 done; 1 the file cannot be written; 2 wrong flags, or there is nothing "
          + "to make rules of; 5 the folder is not there.",
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME} samples/",
      "  ${COMMAND-FULL-NAME} samples/ --out - | less",
      "  ${COMMAND-FULL-NAME}"
    })
public final class InitCommand implements Callable<Integer> {
  private static final int SHORTEST_DESCRIPTION = 10;
  private static final int LONGEST_DESCRIPTION = 500;

  private final Console console;
  private final Function<Map<String, String>, Parts> parts;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "A folder with a sub-folder for each type.")
  private @Nullable Path folder;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the rules go (default: rules.yaml); - for standard output.")
  private String out = "rules.yaml";

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Mixin private EngineFlags engine = new EngineFlags();

  /** The command, not yet run. */
  public InitCommand(Console console, Function<Map<String, String>, Parts> parts) {
    this.console = console;
    this.parts = parts;
  }

  @Override
  public Integer call() {
    if (!out.equals("-") && Files.exists(Path.of(out)) && !force) {
      throw new Failure(
          Exit.USAGE,
          out + " is there already",
          null,
          "--force writes over it, --out names another");
    }
    if (folder == null) {
      List<Rule> rules = asked();
      write(Draft.of(rules, "from answers"), rules.size());
    } else {
      draft(folder);
    }
    return Exit.DONE;
  }

  private void draft(Path folder) {
    Parts local = parts.apply(engine.settings());
    Samples samples = Samples.in(folder, local, console);
    if (!samples.few().isEmpty()) {
      console
          .err()
          .println(
              "warning: too few samples to see what they have in common: "
                  + String.join(", ", samples.few()));
    }
    List<Rule> rules = samples.rules();
    write(Draft.of(rules, "from " + folder), rules.size());
    if (samples.count() > 0) {
      int right = samples.right(rules, local.classifier());
      console
          .err()
          .printf(
              "These rules give %d of %d %s the type of the folder.%n",
              right, samples.count(), samples.count() == 1 ? "sample" : "samples");
    }
  }

  private void write(String text, int rules) {
    if (out.equals("-")) {
      console.out().print(text);
      return;
    }
    try (var file = WholeFile.at(Path.of(out), "--out")) {
      file.stream().print(text);
      file.keep();
    }
    String typed = Product.typed();
    console
        .err()
        .printf(
            "%s  %d %s%nRead it through, then:%n  %s check %s%n  %s run %s FOLDER%n",
            out, rules, rules == 1 ? "rule" : "rules", typed, out, typed, out);
  }

  /** Asks for types until an empty line. */
  private List<Rule> asked() {
    if (!console.screen().in()) {
      throw new Failure(
          Exit.USAGE,
          "there is nothing to make rules of",
          null,
          Product.typed() + " init FOLDER, where each sub-folder holds samples of one type");
    }
    var rules = new ArrayList<Rule>();
    var keyboard = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    ask("Which kinds of documents are there? An empty line ends.\n\n");
    while (true) {
      String type = answer(keyboard, "type         ");
      if (type.isEmpty()) {
        break;
      }
      if (type.length() > Samples.LONGEST_TYPE) {
        ask("  a type has at most " + Samples.LONGEST_TYPE + " characters\n");
        continue;
      }
      String description = "";
      while (description.length() < SHORTEST_DESCRIPTION) {
        description = answer(keyboard, "what it says ");
        if (description.length() < SHORTEST_DESCRIPTION) {
          ask("  say in a sentence what stands on such a document\n");
        }
        if (description.isEmpty()) {
          break;
        }
      }
      if (!description.isEmpty()) {
        rules.add(
            new Rule(
                type,
                description.substring(0, Math.min(LONGEST_DESCRIPTION, description.length()))));
      }
    }
    if (rules.isEmpty()) {
      throw new Failure(Exit.USAGE, "no rule was given, so no file was made");
    }
    return rules;
  }

  private String answer(BufferedReader keyboard, String question) {
    ask(question);
    try {
      String line = keyboard.readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      return "";
    }
  }

  private void ask(String text) {
    console.err().print(text);
    console.err().flush();
  }
}
