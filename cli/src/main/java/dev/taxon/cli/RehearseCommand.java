package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.demo.Examples;
import dev.taxon.cli.demo.Stage;
import dev.taxon.cli.remote.Batch;
import dev.taxon.cli.serve.Starter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Does once what users do: serves, uploads, classifies, runs without a service. The Java machine is
 * recorded meanwhile, and later starts from the recording.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  private static final int UPLOADS = 4;

  private final Console console;
  private final Starter starter;

  @Option(names = "--meanwhile", description = "A shell command to run while the service stands.")
  private @Nullable String meanwhile;

  RehearseCommand(Console console, Starter starter) {
    this.console = console;
    this.starter = starter;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Examples examples = Examples.ofProduct();
    try (var stage = new Stage(starter, console)) {
      Batch.Result result =
          new Batch(stage.service(), examples.rules(), UPLOADS, Progress.NONE, () -> false)
              .classify(examples.items());
      if (result.job() == null || client(stage, result.job().id()) != 0) {
        console.err().println("error: the client's rehearsal failed");
        return Exit.FAILED;
      }
    }
    for (String form : List.of("table", "csv")) {
      var run = new ArrayList<>(List.of("run", examples.file().toString(), "-o", form));
      examples.documents().forEach(document -> run.add(document.toString()));
      // A document that this machine cannot read, for want of Tesseract, is no reason to stop.
      run.add("--fail-on=none");
      if (NativeCommands.run(run, silent(), new Composition(console)) != Exit.DONE) {
        console.err().println("error: the rehearsal of run failed");
        return Exit.FAILED;
      }
    }
    String rules = examples.file().toString();
    String document = examples.documents().getFirst().toString();
    var explain = List.of("explain", rules, document);
    if (NativeCommands.run(explain, silent(), new Composition(console)) != Exit.DONE) {
      console.err().println("error: the rehearsal of explain failed");
      return Exit.FAILED;
    }
    return Exit.DONE;
  }

  /** Lets another program ask the service while it stands. */
  private int client(Stage stage, String job) throws InterruptedException, IOException {
    if (meanwhile == null) {
      return 0;
    }
    var builder = new ProcessBuilder("sh", "-c", meanwhile).inheritIO();
    builder.environment().put("LLAMA_CLOUD_BASE_URL", stage.service().base().toString());
    builder.environment().put("LLAMA_CLOUD_API_KEY", stage.key());
    builder.environment().put("REHEARSED_JOB", job);
    return builder.start().waitFor();
  }

  private Console silent() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), console.screen());
  }
}
