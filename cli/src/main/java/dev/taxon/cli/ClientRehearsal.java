package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;

/**
 * Does once what users of the compatible client do, in a process that is recorded meanwhile. The
 * client has a recording of its own: everything in a recording is loaded at the start, and the
 * service is a hundred times the size of the client.
 */
final class ClientRehearsal {
  private static final String NAME = "llamacloud-prod";
  private static final String OWN_NAME = "taxon";

  /** Rules to check, and as good as any text to upload. */
  private static final String RULES =
      """
      rules:
        - type: invoice
          description: Asks for payment of a total by a due date
        - {type: letter, description: "Is addressed to a person, with a greeting"}
      """;

  private ClientRehearsal() {}

  /**
   * Asks the service that the environment names.
   *
   * @param arguments the id of a job that it has
   */
  public static void main(String[] arguments) {
    String job = arguments[0];
    String rule = "{type: invoice, description: Asks for payment of a total}";
    var ask = List.of("classifier:jobs", "get-results", "--classify-job-id", job);
    var commands =
        List.of(
            List.of("--help"),
            List.of("--version"),
            List.of("classifier:jobs", "create", "--help"),
            List.of("classifier:jobs", "create", "--file-id", job, "--rule", rule),
            List.of("classifier:jobs", "list", "--max-items", "1"),
            List.of("classifier:jobs", "get", job),
            List.of("projects", "list", "--format", "yaml"),
            List.of("files", "create", "--file", "-", "--purpose", "classify"),
            List.of("files", "list", "--format", "pretty"),
            ask);
    for (List<String> command : commands) {
      ask(NAME, command);
    }
    // Of Taxon's own commands those that need neither reader nor engine, and everyone's help.
    for (String command :
        List.of(
            "run",
            "init",
            "check",
            "explain",
            "eval",
            "serve",
            "demo",
            "jobs",
            "deliveries",
            "keys",
            "config")) {
      ask(OWN_NAME, List.of(command, "--help"));
    }
    ask(OWN_NAME, List.of("projects", "create", "--help"));
    ask(OWN_NAME, List.of("--help"));
    ask(OWN_NAME, List.of("chekc"));
    ask(OWN_NAME, List.of("check", "-"));
    ask(OWN_NAME, List.of("config", "show"));
    ask(OWN_NAME, List.of("__complete", "--", "run", "--"));
    ask(NAME, List.of("__complete", "--", "class"));
    for (String form : List.of("json", "jsonl", "yaml", "pretty", "raw")) {
      ask(NAME, List.of("classifier:jobs", "get-results", job, "--format", form));
    }
    ask(NAME, List.of("classifier:jobs", "get-results", job, "--transform", "items.#.result.type"));
    System.exit(ask(NAME, ask));
  }

  private static int ask(String name, List<String> command) {
    var environment = new HashMap<>(System.getenv());
    environment.put("COMPLETION_STYLE", "bash");
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    boolean upload = command.contains("-");
    byte[] typed = upload ? RULES.getBytes(StandardCharsets.UTF_8) : new byte[0];
    var console =
        new Console(new ByteArrayInputStream(typed), nowhere, nowhere, environment, Screen.NONE);
    int exit = Main.run(name, command, console);
    return exit == Exit.DONE ? Exit.DONE : Exit.FAILED;
  }
}
