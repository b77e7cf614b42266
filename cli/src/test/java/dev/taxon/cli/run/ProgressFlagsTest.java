package dev.taxon.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.console.ProgressLine;
import dev.taxon.cli.console.Screen;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgressFlagsTest {
  private static Progress told(boolean terminal, String term) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new ProgressFlags()
        .told(
            new Console(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Map.of("TERM", term),
                new Screen(terminal, terminal, terminal, 80, 24)));
  }

  @Test
  void aLineIsDrawnOnlyWhereItCanBeDrawnAnew() {
    try (Progress drawn = told(true, "xterm");
        Progress dumb = told(true, "dumb");
        Progress pipe = told(false, "xterm")) {
      assertThat(drawn).isInstanceOf(ProgressLine.class);
      assertThat(dumb).isSameAs(Progress.NONE);
      assertThat(pipe).isSameAs(Progress.NONE);
    }
  }
}
