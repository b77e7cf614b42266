package dev.taxon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another process that opens a store, says so, and holds it until it is killed. */
final class HoldFolder {
  private HoldFolder() {}

  public static void main(String[] args) throws IOException {
    var settings =
        args.length > 1
            ? new StoreSettings(Path.of(args[0]), args[1], null, null, 1)
            : StoreSettings.sqlite(Path.of(args[0]));
    try (var store = Store.open(settings, Clock.systemUTC())) {
      System.out.println("holds " + store.database());
      while (System.in.read() >= 0) {
        // until the other side closes
      }
    } catch (StoreUnavailable e) {
      System.out.println(e.getMessage());
    }
  }

  /** Starts it and waits for its first line. */
  static Held start(Path data, @Nullable String databaseUrl) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new java.util.ArrayList<>(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HoldFolder.class.getName(),
                data.toString()));
    if (databaseUrl != null) {
      command.add(databaseUrl);
    }
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new Held(process, String.valueOf(process.inputReader().readLine()));
  }

  /**
   * The process that runs.
   *
   * @param said its first line
   */
  record Held(Process process, String said) implements AutoCloseable {
    /** Ends it as a power cut would. */
    void kill() {
      process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
      kill();
    }
  }
}
