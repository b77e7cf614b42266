package dev.taxon.bench.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program under measurement, as a file to start.
 *
 * @param executable {@code bin/taxon} of a distribution or a build
 * @param environment variables that every start gets
 */
public record Program(Path executable, Map<String, String> environment) {
  private static final String JAVA_OPTIONS = "TAXON_JAVA_OPTS";

  public Program {
    environment = Map.copyOf(environment);
  }

  /** The same program, whose Java leaves the AOT cache alone. */
  public Program withoutAotCache() {
    return new Program(executable, Map.of(JAVA_OPTIONS, "-XX:AOTMode=off"));
  }

  /** Prepares a start; both outputs go to {@code log}. */
  ProcessBuilder prepare(Path log, Map<String, String> more, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().putAll(more);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile());
  }

  /**
   * Runs it to its end.
   *
   * @return wall clock from start to end, in seconds
   * @throws IOException when it fails or takes more than a minute; its output is in {@code log}
   */
  double run(Path log, Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process = prepare(log, more, List.of(arguments)).start();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", arguments) + " runs for more than a minute");
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s ended with %d, its output is in %s"
              .formatted(String.join(" ", arguments), process.exitValue(), log));
    }
    return seconds;
  }
}
