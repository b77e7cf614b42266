package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.demo.DemoCommand;
import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.run.RunCommand;
import dev.taxon.cli.serve.ServeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Taxon's own commands, as against those of the compatible command line. */
@Command(
    name = "taxon",
    versionProvider = NativeCommands.Version.class,
    description = "Tells what kind of document a file is, on your own machine.",
    footer = {
      "",
      "Commands of the compatible API client, such as classifier:jobs and files, are there too:",
      "  ${COMMAND-NAME} classifier:jobs --help",
      "",
      "Start here:  ${COMMAND-NAME} demo"
    })
final class NativeCommands {
  private NativeCommands() {}

  /**
   * Runs one of them.
   *
   * @param composition asked for parts only when a command needs them
   * @return the exit code
   */
  static int run(List<String> arguments, Console console, Composition composition) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", () -> new DemoCommand(console, Composition::start));
    commands.put("run", () -> new RunCommand(console, composition::parts, composition::data));
    commands.put(
        "serve", () -> new ServeCommand(console, Composition::start, Composition.VARIABLES));
    commands.put("rehearse", () -> new RehearseCommand(console, Composition::start));
    // Describing a command to its parser takes time, so only the one that is meant is described.
    Supplier<Object> meant = arguments.isEmpty() ? null : commands.get(arguments.getFirst());
    return run(
        arguments,
        console,
        meant == null
            ? commands.values().stream().map(Supplier::get).toList()
            : List.of(meant.get()));
  }

  /** The same with commands that are put together elsewhere. */
  static int run(List<String> arguments, Console console, List<Object> commands) {
    var line = new CommandLine(new NativeCommands()).setCommandName(Product.typed());
    commands.forEach(line::addSubcommand);
    CommandLine serve = line.getSubcommands().get("serve");
    if (serve != null) {
      ServeCommand.addFlags(serve.getCommandSpec());
    }
    for (CommandLine command : line.getSubcommands().values()) {
      command.getCommandSpec().mixinStandardHelpOptions(true);
    }
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    Choices.register(line);
    line.setUsageHelpWidth(Math.min(100, console.screen().columns()));
    line.setParameterExceptionHandler((wrong, words) -> misused(wrong, console));
    line.setExecutionExceptionHandler((problem, command, parsed) -> {
      if (problem instanceof Failure failure) {
        console.err().println(failure.told());
        return failure.exit();
      }
      throw problem;
    });
    if (arguments.isEmpty()) {
      line.usage(line.getOut());
      return Exit.DONE;
    }
    return line.execute(arguments.toArray(String[]::new));
  }

  private static int misused(ParameterException wrong, Console console) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String hint = name + " --help";
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      hint = "did you mean " + unmatched.getSuggestions().getFirst() + "?";
    }
    if (command.getParent() == null) {
      return unknown(wrong, console);
    }
    String what = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong flags");
    console.err().println(new Failure(Exit.USAGE, what, null, hint).told());
    return Exit.USAGE;
  }

  /** A word that is no command here nor of the compatible client. */
  private static int unknown(ParameterException wrong, Console console) {
    String word =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getUnmatched().getFirst()
            : "";
    String near = word.substring(0, Math.min(2, word.length()));
    String hint =
        Stream.concat(
                wrong.getCommandLine().getSubcommands().keySet().stream(),
                Catalogue.names().stream())
            .filter(name -> near.length() > 1 && name.startsWith(near))
            .findFirst()
            .map(name -> "did you mean " + Product.typed() + " " + name + "?")
            .orElse(Product.typed() + " --help");
    console
        .err()
        .println(
            new Failure(Exit.UNKNOWN_COMMAND, "there is no command '" + word + "'", null, hint)
                .told());
    return Exit.UNKNOWN_COMMAND;
  }

  /** Prints the version that the build gave. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Product.title()};
    }
  }
}
