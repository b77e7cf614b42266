package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.remote.Service;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator does with the jobs of a service. */
@Command(
    name = "jobs",
    description = "Cancels jobs of a service, whoever made them.",
    footer = {
      "",
      "Without --server the service on this machine is asked, with the key of its data folder.",
      "Jobs are listed by classifier:jobs list and classify list.",
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
      @Mixin OwnServiceFlags flags)
      throws InterruptedException {
    Service service = flags.service(console);
    for (String id : ids) {
      service.cancel(id);
      console.out().println("cancelled " + id);
    }
    return Exit.DONE;
  }
}
