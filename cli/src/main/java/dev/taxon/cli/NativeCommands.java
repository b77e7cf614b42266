package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Taxon's own commands, as against those of the compatible command line. */
@Command(
    name = "taxon",
    mixinStandardHelpOptions = true,
    versionProvider = NativeCommands.Version.class,
    description = "Tells what kind of document a file is, on your own machine.")
final class NativeCommands {
  private NativeCommands() {}

  static int run(List<String> arguments, Console console) {
    var line = new CommandLine(new NativeCommands());
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((problem, command, parsed) -> {
      if (problem instanceof Failure failure) {
        console.err().println(failure.told());
        return failure.exit();
      }
      throw problem;
    });
    if (arguments.isEmpty()) {
      line.usage(console.out());
      return Exit.DONE;
    }
    return line.execute(arguments.toArray(String[]::new));
  }

  /** Prints the version that the build gave. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"taxon " + Product.version()};
    }
  }
}
