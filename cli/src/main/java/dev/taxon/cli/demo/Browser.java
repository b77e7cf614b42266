package dev.taxon.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser of the person at this machine.
 *
 * @param command opens the address that is put behind it
 */
record Browser(List<String> command) {
  /** An opener that has not failed by then shows the page; some stay as long as the browser. */
  private static final int PATIENCE_SECONDS = 3;

  /**
   * The one that {@code system} opens; none on a machine without a desktop.
   *
   * @param system as {@code os.name} names it
   */
  static Optional<Browser> of(String system, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Optional.of(new Browser(List.of("open")));
    }
    if (name.startsWith("windows")) {
      return Optional.of(new Browser(List.of("rundll32", "url.dll,FileProtocolHandler")));
    }
    boolean desktop =
        Stream.of("DISPLAY", "WAYLAND_DISPLAY")
            .anyMatch(variable -> !environment.getOrDefault(variable, "").isEmpty());
    return desktop ? Optional.of(new Browser(List.of("xdg-open"))) : Optional.empty();
  }

  /** Whether it took the address. What it says itself is not shown. */
  boolean open(String address) throws InterruptedException {
    var words = Stream.concat(command.stream(), Stream.of(address)).toList();
    try {
      Process opener =
          new ProcessBuilder(words)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      opener.getOutputStream().close();
      return !opener.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || opener.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
