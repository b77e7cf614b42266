package dev.taxon.cli.serve;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.server.BadSetting;
import dev.taxon.server.Configuration;
import dev.taxon.server.Logs;
import dev.taxon.server.Server;
import dev.taxon.server.Setting;
import dev.taxon.server.Settings;
import dev.taxon.server.SettingsTable;
import dev.taxon.store.StoreUnavailable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * Runs the service until it is told to stop. There is a flag for every setting, except for the
 * database's secrets, which every process of the machine could read there.
 */
@Command(
    name = "serve",
    description = "Runs the service on this machine.",
    footer = {
      "",
      "Every flag can also be set as TAXON_NAME in the environment or in taxon.yaml; "
          + "so can the database. Exit codes: 1 cannot start, such as on a port that is taken; 2 "
          + "a setting that cannot be used.",
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME}",
      "  ${COMMAND-FULL-NAME} --port 9000 --data /srv/taxon",
      "  TAXON_API_KEY=… ${COMMAND-FULL-NAME} --host 0.0.0.0"
    })
public final class ServeCommand implements Callable<Integer> {
  private final Console console;
  private final Starter starter;
  private final Set<String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * The command, not yet run.
   *
   * @param starter asked once all settings are known to be good
   * @param variables further variables of our name that mean something to the command line
   */
  public ServeCommand(Console console, Starter starter, Set<String> variables) {
    this.console = console;
    this.starter = starter;
    this.variables = Set.copyOf(variables);
  }

  /** Gives the command its flags. */
  public static void addFlags(CommandSpec spec) {
    for (Setting<?> setting : SettingsTable.ALL) {
      boolean key = setting.equals(SettingsTable.API_KEY);
      if (setting.secret() && !key) {
        continue;
      }
      String flag = "--" + setting.name();
      spec.addOption(
          OptionSpec.builder(flag, key ? new String[] {"--key"} : new String[0])
              .type(String.class)
              .arity("1")
              .paramLabel(label(setting))
              .description(
                  setting.meaning().replace("`", "")
                      + " (default: "
                      + setting.standardInWords().replace("`", "")
                      + ")")
              .completionCandidates(setting.choices())
              .build());
    }
  }

  /** {@code yes|no}, or the last word of its name where any value may stand. */
  private static String label(Setting<?> setting) {
    return setting.choices().isEmpty()
        ? setting.name().replaceFirst(".*-", "").toUpperCase(java.util.Locale.ROOT)
        : String.join("|", setting.choices());
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration;
    try {
      configuration =
          Configuration.read(
              flags(spec.commandLine().getParseResult()),
              console.environment(),
              Path.of("").toAbsolutePath(),
              variables);
    } catch (BadSetting e) {
      throw new Failure(
          Exit.USAGE, String.valueOf(e.getMessage()), null, Product.typed() + " serve --help");
    }
    Settings settings = configuration.settings();
    Logs.begin(settings.logFormat(), settings.logLevel());
    Port.refuseTaken(settings);
    Server server = start(configuration);
    var address = Address.write(settings.data(), server.baseUrl());
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  console.err().println("Stopping; what runs is finished first.");
                  address.remove();
                  server.close();
                  stopped.countDown();
                }));
    greet(configuration, server);
    stopped.await();
    return Exit.DONE;
  }

  /** How a key that is set is typed: by its variable, if that is where it is. */
  private static String typedKey(Configuration configuration) {
    String variable = SettingsTable.API_KEY.variable();
    return configuration.written(SettingsTable.API_KEY).equals(variable) ? "$" + variable : "KEY";
  }

  private static Map<String, String> flags(ParseResult parsed) {
    var flags = new HashMap<String, String>();
    for (Setting<?> setting : SettingsTable.ALL) {
      String flag = "--" + setting.name();
      if (parsed.hasMatchedOption(flag)) {
        flags.put(setting.name(), parsed.matchedOptionValue(flag, ""));
      }
    }
    return flags;
  }

  private Server start(Configuration configuration) {
    try {
      return starter.start(configuration);
    } catch (BadSetting e) {
      throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
    } catch (StoreUnavailable e) {
      throw new Failure(Exit.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private void greet(Configuration configuration, Server server) {
    Settings settings = configuration.settings();
    PrintStream out = console.out();
    configuration.warnings().forEach(warning -> console.err().println("warning: " + warning));
    OpenFolder.warning(settings.data())
        .ifPresent(warning -> console.err().println("warning: " + warning));
    out.println("Settings:");
    int width =
        configuration.origins().stream().mapToInt(origin -> origin.name().length()).max().orElse(0);
    for (Configuration.Origin origin : configuration.origins()) {
      out.printf("  %-" + width + "s  %s  (%s)%n", origin.name(), origin.value(), origin.source());
    }
    out.println();
    out.println("Taxon " + Product.version() + " listens on " + server.baseUrl());
    out.println("  data    " + settings.data());
    out.println(
        "  key     " + server.keyFile().map(file -> "in " + file).orElse("the one that is set"));
    out.println(
        "  engine  "
            + (settings.engine() == Settings.Engine.OPENAI
                ? settings.model().name()
                    + ", which is sent the text of every document at "
                    + settings.model().url()
                : "builtin, on this machine"));
    out.println();
    out.println("Try it:");
    out.printf(
        "  curl -H \"Authorization: Bearer %s\" %s/api/v1/projects%n",
        server.keyFile().map(file -> "$(cat '" + file + "')").orElse(typedKey(configuration)),
        server.baseUrl());
    out.println("Ctrl-C stops it.");
    out.flush();
  }
}
