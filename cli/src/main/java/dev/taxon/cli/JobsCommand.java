package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.remote.Service;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator does with the jobs of a service. */
@Command(
    name = "jobs",
    description = "Cancels jobs of a service, whoever made them.",
    footer = {
      "",
      "Without --server the service on this machine is asked, with the key of its data folder.",
      "Exit codes: 0 done; 2 a job that has ended; 4 a wrong key; 5 no such job.",
      "",
      "Example:",
      "  ${COMMAND-FULL-NAME} cancel clj-7e4b9d20-3c61-4f8a-b5d7-0a2c6e1f8b34"
    })
final class JobsCommand implements Runnable {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  JobsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code jobs cancel}. */
  @Command(name = "cancel", description = "Cancel jobs; results that are there are kept.")
  int cancel(
      @Parameters(
              paramLabel = "JOB",
              arity = "1..*",
              description = "Ids of jobs, as the API gives them.")
          List<String> ids,
      @Option(names = "--server", paramLabel = "URL", description = "The service.")
          @Nullable String server,
      @Option(names = "--api-key", paramLabel = "KEY", description = "The service's key.")
          @Nullable String key)
      throws InterruptedException {
    var own = new OwnService(console.environment());
    String base = server == null ? own.base() : server;
    Optional<String> found =
        Optional.ofNullable(key)
            .or(() -> Optional.ofNullable(console.environment().get("TAXON_API_KEY")))
            .or(() -> own.isAt(base) ? own.key() : Optional.empty());
    var service = new Service(URI.create(base), found.orElse(null));
    for (String id : ids) {
      service.cancel(id);
      console.out().println("cancelled " + id);
    }
    return Exit.DONE;
  }
}
