package dev.taxon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** The real program in a process of its own. Ended with the test, whatever happens. */
final class Program implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it.
   *
   * @param folder the working folder; also where its output is kept, and its temporary files
   * @param home where the examples are
   */
  static Program start(Path folder, Path home, Map<String, String> environment, String... words) {
    return start(folder, home, environment, Optional.empty(), words);
  }

  /** Starts it in {@code folder} with a standard output that {@link #out} does not tell. */
  static Program into(Path device, Path folder, String... words) {
    return start(folder, folder, Map.of(), Optional.of(device), words);
  }

  private static Program start(
      Path folder,
      Path home,
      Map<String, String> environment,
      Optional<Path> device,
      String... words) {
    try {
      Path temporary = Files.createDirectories(folder.resolve("tmp"));
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xmx512m",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-Djava.io.tmpdir=" + temporary,
                  "-Dtaxon.home=" + home,
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.taxon.cli.Main"));
      command.addAll(List.of(words));
      Path out = Files.createTempFile(folder, "out", ".txt");
      Path err = Files.createTempFile(folder, "err", ".txt");
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("TAXON_"));
      builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
      builder.environment().putAll(environment);
      builder.redirectOutput(device.orElse(out).toFile()).redirectError(err.toFile());
      return new Program(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String out() {
    return text(out);
  }

  String err() {
    return text(err);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until its standard output holds the words. */
  Program untilOut(String words) {
    await(() -> out().contains(words), words);
    return this;
  }

  /** Waits until its standard error holds the words. */
  Program untilErr(String words) {
    await(() -> err().contains(words), words);
    return this;
  }

  private void await(BooleanSupplier condition, String words) {
    Awaitility.await(words)
        .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .until(() -> condition.getAsBoolean() || !process.isAlive());
    if (!condition.getAsBoolean()) {
      throw new AssertionError("the program ended without '" + words + "':\n" + out() + err());
    }
  }

  /** Sends a signal such as {@code INT}. */
  Program signal(String name) {
    try {
      int sent =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (sent != 0) {
        throw new IllegalStateException("kill ended with " + sent);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for its end. */
  int exit() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the program does not end:\n" + out() + err());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
