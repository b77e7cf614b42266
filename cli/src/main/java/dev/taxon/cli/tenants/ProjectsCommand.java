package dev.taxon.cli.tenants;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.store.Project;
import dev.taxon.store.Scope;
import dev.taxon.store.StoreSettings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes projects; listing them is the compatible client's, over the API. */
@Command(
    name = "projects",
    description = "Makes projects of the service whose data this machine has.",
    footer = {
      "",
      "Works on the data folder, whether the service runs or not.",
      "Exit codes: 0 done; 2 wrong flags or a name that is taken; 5 no such organization; 6 no data.",
      "",
      "Example:",
      "  ${COMMAND-FULL-NAME} create Invoices"
    })
public final class ProjectsCommand implements Runnable {
  private final Console console;
  private final OwnTenants tenants;

  @Spec private CommandSpec spec = CommandSpec.create();

  public ProjectsCommand(Console console, Supplier<StoreSettings> settings) {
    this.console = console;
    this.tenants = new OwnTenants(settings);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code projects create}. */
  @Command(
      name = "create",
      description = "Make a project and print its id.",
      footer = {"", "Example:", "  ${COMMAND-FULL-NAME} Invoices"})
  int create(
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Option(
              names = "--organization",
              paramLabel = "ORG",
              description = "Whose it is, by name or id; needed where there are several.")
          @Nullable String organization) {
    String called = KeysCommand.name("NAME", name);
    Project project =
        tenants.with(access -> {
          var whose = OwnTenants.organization(access, organization);
          if (!access.projects(new Scope(whose.id(), null), called).isEmpty()) {
            throw new Failure(
                Exit.USAGE, whose.name() + " has a project '" + called + "' already", "NAME", null);
          }
          return access.createProject(whose.id(), called);
        });
    console.out().println(project.id());
    return Exit.DONE;
  }
}
