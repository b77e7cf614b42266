package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.official.parse.Similarity;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser of Taxon's own commands refuses, in words for the person who typed it. */
final class Misuse {
  /** From here on a name may be what a mistyped one meant. */
  private static final double SIMILAR = 0.75;

  private Misuse() {}

  /** The failure that a person is told. */
  static Failure told(ParameterException wrong, Console console) {
    CommandLine command = wrong.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      return command.getParent() == null
          ? unknownCommand(word, console)
          : unmatched(command, word, help);
    }
    if (wrong instanceof MissingParameterException missing) {
      String what =
          missing.getMissing().stream().map(Misuse::missing).collect(Collectors.joining(", "));
      return new Failure(Exit.USAGE, what, null, help);
    }
    String what = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong flags");
    return new Failure(
        Exit.USAGE, what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1), null, help);
  }

  private static String missing(ArgSpec argument) {
    return argument instanceof OptionSpec option && !option.required()
        ? option.longestName() + " needs a value: " + option.paramLabel()
        : (argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel())
            + " is missing";
  }

  /** A word that no flag, file or command of a command takes. */
  private static Failure unmatched(CommandLine command, String typed, String help) {
    String word = typed.replaceFirst("=.*", "");
    boolean flag = word.startsWith("-");
    String near = Similarity.nearest(known(command, flag), word);
    String hint =
        isFile(typed)
            ? "write -- before files whose names begin with a dash"
            : Similarity.of(near, word) >= SIMILAR ? "did you mean " + near + "?" : help;
    if (flag) {
      return new Failure(Exit.USAGE, "there is no flag " + word, null, hint);
    }
    String name = command.getCommandSpec().qualifiedName();
    return command.getSubcommands().isEmpty()
        ? new Failure(Exit.USAGE, "'" + typed + "' is a word too many", null, help)
        : new Failure(
            Exit.UNKNOWN_COMMAND, "there is no command '" + name + " " + word + "'", null, hint);
  }

  private static boolean isFile(String word) {
    try {
      return word.startsWith("-") && Files.exists(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static List<String> known(CommandLine command, boolean flags) {
    return flags
        ? command.getCommandSpec().options().stream()
            .flatMap(option -> Stream.of(option.names()))
            .toList()
        : List.copyOf(command.getSubcommands().keySet());
  }

  /** A word that is no command here nor of the compatible client. */
  private static Failure unknownCommand(String word, Console console) {
    List<String> names =
        Stream.concat(
                NativeCommand.all(console, new Composition(console)).stream()
                    .filter(NativeCommand::isForPeople)
                    .map(NativeCommand::name),
                Catalogue.names().stream())
            .toList();
    String nearest = Similarity.nearest(names, word);
    String hint =
        Similarity.of(nearest, word) >= SIMILAR
            ? "did you mean " + Product.typed() + " " + nearest + "?"
            : Product.typed() + " --help";
    return new Failure(Exit.UNKNOWN_COMMAND, "there is no command '" + word + "'", null, hint);
  }
}
