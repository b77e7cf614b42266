package dev.taxon.cli.init;

import dev.taxon.Document;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadRequest;
import dev.taxon.Rule;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.run.Gathering;
import dev.taxon.cli.run.Parts;
import dev.taxon.cli.run.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
  /** Enough to see what they have in common. */
  private static final int SAMPLES = 8;

  private static final int PHRASES = 6;
  private static final int LONGEST_TYPE = 50;
  private static final int SHORTEST_DESCRIPTION = 10;
  private static final int LONGEST_DESCRIPTION = 500;

  private final Console console;
  private final Supplier<Parts> parts;

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

  /** The command, not yet run. */
  public InitCommand(Console console, Supplier<Parts> parts) {
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
    List<Rule> rules = folder == null ? asked() : drafted(folder);
    write(Draft.of(rules, folder == null ? "from answers" : "from " + folder), rules.size());
    return Exit.DONE;
  }

  private void write(String text, int rules) {
    if (out.equals("-")) {
      console.out().print(text);
      return;
    }
    try {
      Files.writeString(Path.of(out), text);
    } catch (IOException e) {
      throw new Failure(Exit.FAILED, out + " cannot be written", "--out", null);
    }
    String typed = Product.typed();
    console
        .err()
        .printf(
            "%s  %d %s%nRead it through, then:%n  %s check %s%n  %s run %s FOLDER%n",
            out, rules, rules == 1 ? "rule" : "rules", typed, out, typed, out);
  }

  private List<Rule> drafted(Path samples) {
    if (!Files.isDirectory(samples)) {
      throw new Failure(Exit.NOT_FOUND, "there is no folder " + samples);
    }
    var texts = new LinkedHashMap<String, List<String>>();
    Parts local = parts.get();
    for (Path type : types(samples)) {
      String name = String.valueOf(type.getFileName());
      if (name.length() > LONGEST_TYPE) {
        console.err().println("warning: " + name + " is too long for a type and is left out");
      } else {
        texts.put(name, texts(type, local));
      }
    }
    if (texts.isEmpty()) {
      throw new Failure(
          Exit.USAGE,
          samples + " has no sub-folders to make types of",
          null,
          "put some samples of each kind into a sub-folder named after it\n"
              + Product.typed()
              + " init without a folder asks instead");
    }
    List<String> few =
        texts.entrySet().stream()
            .filter(type -> type.getValue().size() < 2)
            .map(Map.Entry::getKey)
            .toList();
    if (!few.isEmpty()) {
      console
          .err()
          .println(
              "warning: too few samples to see what they have in common: "
                  + String.join(", ", few));
    }
    Map<String, List<String>> phrases = Phrases.of(texts, PHRASES);
    return texts.keySet().stream()
        .map(type -> new Rule(type, Draft.description(type, phrases.getOrDefault(type, List.of()))))
        .toList();
  }

  private static List<Path> types(Path samples) {
    try (Stream<Path> listed = Files.list(samples)) {
      return listed
          .filter(Files::isDirectory)
          .filter(type -> !String.valueOf(type.getFileName()).matches("[._].*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Failure(Exit.NOT_FOUND, samples + " cannot be listed");
    }
  }

  private List<String> texts(Path type, Parts local) {
    var texts = new ArrayList<String>();
    try (var gathering = Gathering.ofFiles(InputStream.nullInputStream())) {
      gathering.add(type.toString());
      for (Source source : gathering.sources()) {
        if (texts.size() == SAMPLES) {
          break;
        }
        var request =
            new ReadRequest(
                source.fileName(), RuleBook.LANGUAGE, new PageChoice(null, 2), local.limits());
        try {
          Document document = local.reader().read(source.path(), request);
          texts.add(document.pages().stream().map(Page::text).collect(Collectors.joining("\n")));
        } catch (ReadFailure e) {
          console.err().println("warning: " + source.name() + " is left out: " + e.getMessage());
        }
      }
    }
    return texts;
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
      if (type.length() > LONGEST_TYPE) {
        ask("  a type has at most " + LONGEST_TYPE + " characters\n");
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
