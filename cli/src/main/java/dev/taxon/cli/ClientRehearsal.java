package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Does once what users of the compatible client do, in a process that is recorded meanwhile. The
 * client has a recording of its own: everything in a recording is loaded at the start, and the
 * service is a hundred times the size of the client.
 */
final class ClientRehearsal {
  private static final String NAME = "llamacloud-prod";

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
      ask(command);
    }
    for (String form : List.of("json", "jsonl", "yaml", "pretty", "raw")) {
      ask(List.of("classifier:jobs", "get-results", job, "--format", form));
    }
    ask(List.of("classifier:jobs", "get-results", job, "--transform", "items.#.result.type"));
    System.exit(ask(ask));
  }

  private static int ask(List<String> command) {
    Map<String, String> environment = System.getenv();
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    boolean upload = command.contains("-");
    byte[] typed = upload ? "An invoice.".getBytes(StandardCharsets.UTF_8) : new byte[0];
    var console =
        new Console(new ByteArrayInputStream(typed), nowhere, nowhere, environment, Screen.NONE);
    int exit = Main.run(NAME, command, console);
    return exit == Exit.DONE ? Exit.DONE : Exit.FAILED;
  }
}
