package dev.taxon.cli;

import dev.taxon.ClassifyFailure;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.console.Wrapped;
import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.serve.ServeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Taxon's own commands, as against those of the compatible command line. */
@Command(name = "taxon", versionProvider = NativeCommands.Version.class)
final class NativeCommands {
  /** The parser writes no narrower help; a terminal breaks its lines. */
  private static final int NARROWEST = 55;

  private static final int WIDEST = 100;

  private static final Set<String> HELP = Set.of("-h", "--help");

  private NativeCommands() {}

  /**
   * Runs one of them.
   *
   * @param composition asked for parts only when a command needs them
   * @return the exit code
   */
  static int run(List<String> arguments, Console console, Composition composition) {
    List<NativeCommand> commands = NativeCommand.all(console, composition);
    if (arguments.isEmpty() || HELP.contains(arguments.getFirst())) {
      console.out().print(help(commands, console.screen().columns()));
      return Exit.DONE;
    }
    return run(
        arguments,
        console,
        commands.stream()
            .filter(command -> command.name().equals(arguments.getFirst()))
            .map(command -> command.maker().get())
            .toList());
  }

  /** The program's help, made without its parser, which would take half of the time. */
  private static String help(List<NativeCommand> commands, int columns) {
    String typed = Product.typed();
    var text = new StringBuilder();
    text.append("Tells what kind of document a file is, on your own machine.\n\n");
    text.append("Usage: ").append(typed).append(" COMMAND [flags]\n\nCommands:\n");
    commands.stream()
        .filter(NativeCommand::isForPeople)
        .forEach(c -> text.append("  %-12s %s%n".formatted(c.name(), c.summary())));
    text.append("\nCommands of the API, as the official client has them:\n")
        .append(Wrapped.text("  " + String.join(", ", Catalogue.names()), columns, "  "))
        .append("\n\n");
    text.append(typed).append(" COMMAND --help lists the flags of one.\n");
    text.append(typed)
        .append(" @completion bash|zsh|fish|pwsh prints a script for your shell.\n\n");
    return text.append("Start here:  ").append(typed).append(" demo\n").toString();
  }

  /** The same with commands that are put together elsewhere. */
  static int run(List<String> arguments, Console console, List<Object> commands) {
    CommandLine line = described(console, commands);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    boolean json = arguments.contains(Failure.JSON_FLAG);
    line.setParameterExceptionHandler(
        (wrong, words) -> tell(Misuse.told(wrong, console), console, json));
    line.setExecutionExceptionHandler((problem, command, parsed) -> {
      if (problem instanceof Failure failure) {
        return tell(failure, console, json);
      }
      if (problem instanceof ClassifyFailure failure) {
        return tell(LanguageModel.told(failure), console, json);
      }
      throw problem;
    });
    return line.execute(arguments.toArray(String[]::new));
  }

  private static int tell(Failure failure, Console console, boolean json) {
    int columns = console.screen().err() ? console.screen().columns() : Integer.MAX_VALUE;
    console.err().println(json ? failure.json() : failure.told(columns));
    return failure.exit();
  }

  /** These commands as their parser knows them. */
  static CommandLine described(Console console, List<Object> commands) {
    var line = new CommandLine(new NativeCommands()).setCommandName(Product.typed());
    commands.forEach(line::addSubcommand);
    line.getSubcommands().values().forEach(NativeCommands::addCommonFlags);
    line.getCommandSpec().mixinStandardHelpOptions(true);
    Choices.register(line);
    line.registerConverter(UUID.class, NativeCommands::id);
    line.setUsageHelpWidth(Math.clamp(console.screen().columns(), NARROWEST, WIDEST));
    return line;
  }

  private static UUID id(String word) {
    try {
      return UUID.fromString(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'" + word + "' is no id such as 019ac0de-7b1e-7c3a-9b8e-3f0a5f3e2d11");
    }
  }

  private static void addCommonFlags(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.usageMessage().abbreviateSynopsis(true).synopsisHeading("Usage: ").sortOptions(false);
    if (spec.userObject() instanceof ServeCommand) {
      ServeCommand.addFlags(spec);
    }
    spec.addOption(
        OptionSpec.builder(Failure.JSON_FLAG)
            .type(boolean.class)
            .description("Tell a failure as one JSON object.")
            .build());
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .usageHelp(true)
            .description("Show this help.")
            .build());
    command.getSubcommands().values().forEach(NativeCommands::addCommonFlags);
  }

  /** Prints the version that the build gave. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Product.title()};
    }
  }
}
