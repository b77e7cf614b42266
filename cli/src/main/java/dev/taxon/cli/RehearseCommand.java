package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.demo.Examples;
import dev.taxon.cli.demo.Stage;
import dev.taxon.cli.remote.Batch;
import dev.taxon.cli.serve.Starter;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Does once what users do: serves, uploads, classifies, asks with the compatible client, runs
 * without a service. The Java machine is recorded meanwhile, and later starts from the recording.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  private static final String CLIENT = "llamacloud-prod";
  private static final int UPLOADS = 4;

  private final Console console;
  private final Starter starter;

  RehearseCommand(Console console, Starter starter) {
    this.console = console;
    this.starter = starter;
  }

  @Override
  public Integer call() throws InterruptedException {
    Examples examples = Examples.ofProduct();
    var commands = new ArrayList<List<String>>();
    commands.add(List.of("taxon", "--help"));
    commands.add(List.of("taxon", "run", "--help"));
    try (var stage = new Stage(starter, console)) {
      Batch.Result result =
          new Batch(stage.service(), examples.rules(), UPLOADS, Progress.NONE, () -> false)
              .classify(examples.items());
      String job = result.job() == null ? "" : result.job().id();
      var ask = List.of(CLIENT, "classifier:jobs", "get-results", "--classify-job-id", job);
      commands.add(List.of(CLIENT, "--help"));
      commands.add(List.of(CLIENT, "classifier:jobs", "create", "--help"));
      commands.add(List.of(CLIENT, "classifier:jobs", "list"));
      commands.add(List.of(CLIENT, "projects", "list", "--format", "yaml"));
      commands.add(ask);
      for (String form : List.of("jsonl", "yaml", "pretty", "raw")) {
        var formed = new ArrayList<>(ask);
        formed.addAll(List.of("--format", form));
        commands.add(formed);
      }
      for (String form : List.of("table", "csv", "jsonl")) {
        var run = new ArrayList<>(List.of("taxon", "run", examples.file().toString(), "-o", form));
        examples.documents().forEach(document -> run.add(document.toString()));
        commands.add(run);
      }
      return play(commands, stage);
    }
  }

  private int play(List<List<String>> commands, Stage stage) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var surroundings =
        new Console(
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            Map.of(
                "LLAMA_CLOUD_BASE_URL",
                stage.service().base().toString(),
                "LLAMA_CLOUD_API_KEY",
                stage.key()),
            console.screen());
    for (List<String> command : commands) {
      int exit = Main.run(command.getFirst(), command.subList(1, command.size()), surroundings);
      // A document that this machine cannot read, for want of Tesseract, is no reason to stop.
      boolean ran = exit == Exit.DONE || (command.contains("run") && exit == Exit.FAILED);
      if (!ran) {
        console.err().println("error: rehearsing '" + String.join(" ", command) + "' failed");
        return Exit.FAILED;
      }
    }
    return Exit.DONE;
  }
}
