package dev.taxon.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads and writes. All text is UTF-8, whatever the locale says.
 *
 * @param out results; buffered, so who wants them seen at once flushes
 * @param err messages and progress; results never go there
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Screen screen) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /** The streams of this process, whose standard output is {@code out}. */
  public static Console ofProcess(OutputStream out) {
    Map<String, String> environment = System.getenv();
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new PrintStream(new BufferedOutputStream(out, 1 << 16), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        environment,
        Screen.of(System.getProperty("taxon.terminal", ""), environment));
  }

  /** A variable of the environment that is set and not empty. */
  public boolean has(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
