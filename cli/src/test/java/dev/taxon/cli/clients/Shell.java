package dev.taxon.cli.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs other people's programs to their end. */
final class Shell {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Shell() {}

  /**
   * How a program ended.
   *
   * @param status its exit status
   * @param output both of its streams
   */
  record Ended(int status, String output) {}

  static Ended run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("taxon-shell-", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(List.of(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IOException(
            "%s runs for more than %d minutes; so far it said%n%s"
                .formatted(
                    String.join(" ", command), PATIENCE.toMinutes(), Files.readString(output)));
      }
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }
}
