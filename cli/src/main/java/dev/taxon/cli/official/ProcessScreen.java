package dev.taxon.cli.official;

import dev.taxon.cli.official.output.Screen;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The terminal of this process, as its launcher found it.
 *
 * @param found which streams are a terminal, and its size
 */
record ProcessScreen(dev.taxon.cli.console.Screen found) implements Screen {
  @Override
  public boolean isTerminal() {
    return found.out();
  }

  @Override
  public int width() {
    return found.columns();
  }

  @Override
  public int height() {
    return found.rows();
  }

  @Override
  public Process pager(List<String> command, Map<String, String> environment) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
