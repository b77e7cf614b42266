package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.server.BadSetting;
import dev.taxon.server.Configuration;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the settings as they are here and now. */
@Command(
    name = "config",
    description = "Shows every setting, its value, and where that came from.",
    footer = {
      "",
      "A flag wins over a TAXON_* variable, that over taxon.yaml in the working folder, that "
          + "over the one in your folder of settings (~/.config/taxon), that over the one in the "
          + "data folder. Secrets are not shown. Exit codes: 0 done; 2 a setting that cannot be "
          + "used.",
      "",
      "Example:",
      "  ${COMMAND-FULL-NAME} show"
    })
final class ConfigCommand implements Runnable {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code config show}. */
  @Command(name = "show", description = "Show all settings, as NAME = VALUE (WHERE FROM).")
  int show() {
    try {
      Configuration configuration =
          Configuration.read(
              Map.of(), console.environment(), Path.of("").toAbsolutePath(), Composition.VARIABLES);
      configuration.lines().forEach(console.out()::println);
      configuration.warnings().forEach(warning -> console.err().println("warning: " + warning));
      return Exit.DONE;
    } catch (BadSetting e) {
      throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
