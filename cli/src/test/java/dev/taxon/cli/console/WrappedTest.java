package dev.taxon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void linesBreakBetweenWords() {
    assertThat(Wrapped.text("error: there is no data in /srv/taxon yet", 20, "  "))
        .isEqualTo("error: there is no\n  data in /srv/taxon\n  yet");
  }

  @Test
  void shortLinesStayAsTheyAre() {
    String text = "error: no\n  hint: taxon  run x";
    assertThat(Wrapped.text(text, 20, "    ")).isEqualTo(text);
    assertThat(Wrapped.text(text, Integer.MAX_VALUE, "    ")).isEqualTo(text);
  }

  @Test
  void aWordIsNeverBroken() {
    assertThat(Wrapped.text("see /a/very/long/path/of/a/file now", 12, "  "))
        .isEqualTo("see\n  /a/very/long/path/of/a/file now");
    assertThat(Wrapped.text("/a/very/long/path/of/a/file", 12, "  "))
        .isEqualTo("/a/very/long/path/of/a/file");
  }
}
