package dev.taxon.cli.run;

import dev.taxon.PageChoice;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.rules.PageWords;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.rules.RuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say what is looked for, and on which pages. */
public final class RuleFlags {
  private static final String DRAFTED_BY = "%s init FOLDER drafts a rules.yaml";

  private static final Pattern RULES_ENDING = Pattern.compile("(?i)\\.(ya?ml|json)$");

  @Option(
      names = "--rule",
      paramLabel = "TYPE=DESCRIPTION",
      description = "A rule (repeatable); takes the place of the file of rules.")
  private List<String> rules = List.of();

  @Option(names = "--rules", paramLabel = "RULES", description = "The file of rules, as a flag.")
  private @Nullable String file;

  @Option(
      names = "--config",
      paramLabel = "ID",
      description = "The rules of a configuration that the service of --server keeps.")
  private @Nullable String configuration;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "The documents' language, a hint for recognizing scans (default: en).")
  private @Nullable String language;

  @Option(
      names = "--target-pages",
      paramLabel = "PAGES",
      description = "Read these pages only, such as 1,3,5-7.")
  private @Nullable String targetPages;

  @Option(
      names = "--max-pages",
      paramLabel = "N",
      description = "Read at most so many pages of each document, or all (default: 5).")
  private @Nullable String maxPages;

  /**
   * The rules that flags or the first of the words name; that word is then taken away.
   *
   * @param command the word of the command, for examples
   * @param kept gives the text of a configuration that a service keeps
   * @throws Failure when they are missing or wrong
   */
  public RuleBook book(
      List<String> words, Console console, String command, UnaryOperator<String> kept) {
    if ((rules.isEmpty() ? 0 : 1) + (file == null ? 0 : 1) + (configuration == null ? 0 : 1) > 1) {
      throw new Failure(Exit.USAGE, "--rule, --rules and --config exclude each other");
    }
    RuleBook book;
    if (configuration != null) {
      book = RuleReader.read(configuration, kept.apply(configuration));
    } else if (!rules.isEmpty()) {
      book = RuleBook.of(RuleReader.ofFlags(rules));
    } else {
      String name = file;
      if (name == null) {
        if (words.isEmpty()) {
          throw new Failure(
              Exit.USAGE,
              "there are no rules to classify by",
              null,
              wayToGiveRules(command, command.equals("explain") ? "letter.pdf" : "inbox/"));
        }
        book = first(words.removeFirst(), console, command);
      } else {
        book = read(name, "--rules", console);
      }
    }
    return book.with(
        language,
        targetPages == null ? null : new PageChoice(targets(targetPages), null),
        maxPages == null ? null : new PageChoice(null, max(maxPages)));
  }

  /** The same for a command that asks no service. */
  public RuleBook book(List<String> words, Console console, String command) {
    return book(
        words,
        console,
        command,
        id -> {
          throw new Failure(Exit.USAGE, "--config goes with " + Product.typed() + " run --server");
        });
  }

  private static RuleBook read(String name, String where, Console console) {
    return name.equals("-")
        ? RuleReader.read("standard input", Texts.of(console.in()))
        : RuleReader.read(name, Texts.of(Path.of(name), where));
  }

  /** The first word, which people forget: what they typed there instead is then a document. */
  private static RuleBook first(String word, Console console, String command) {
    if (Files.isDirectory(Path.of(word))) {
      throw notRules(word, command, "is a folder");
    }
    try {
      return read(word, "RULES", console);
    } catch (Failure failure) {
      if (failure.exit() == Exit.NOT_FOUND) {
        throw new Failure(
            Exit.NOT_FOUND,
            String.valueOf(failure.getMessage()),
            "RULES",
            DRAFTED_BY.formatted(Product.typed()));
      }
      if (failure.exit() != Exit.USAGE || word.equals("-") || RULES_ENDING.matcher(word).find()) {
        throw failure;
      }
      throw notRules(word, command, "holds none");
    }
  }

  private static Failure notRules(String word, String command, String found) {
    return new Failure(
        Exit.USAGE,
        "the file of rules is missing: the first word must name it, and " + word + " " + found,
        null,
        wayToGiveRules(command, word));
  }

  /** How rules are named, with an example that can be typed. */
  private static String wayToGiveRules(String command, String path) {
    String run = Product.typed() + " " + command + " ";
    String shown = path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    return run
        + "rules.yaml "
        + shown
        + "\n"
        + run
        + "--rule invoice='Asks for payment of a total' "
        + shown
        + "\n"
        + DRAFTED_BY.formatted(Product.typed());
  }

  private static List<Integer> targets(String words) {
    try {
      return PageWords.parse(words);
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()), "--target-pages", null);
    }
  }

  private static @Nullable Integer max(String word) {
    if (word.equals("all")) {
      return null;
    }
    if (!word.matches("[1-9][0-9]{0,5}")) {
      throw new Failure(Exit.USAGE, "--max-pages takes a number from 1, or all");
    }
    return Integer.valueOf(word);
  }
}
