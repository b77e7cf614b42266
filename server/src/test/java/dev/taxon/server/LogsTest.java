package dev.taxon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

class LogsTest {
  private final PrintStream console = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(console);
    MDC.clear();
    Logs.begin(Settings.LogFormat.PLAIN, Settings.LogLevel.WARN);
  }

  @Test
  void aPlainLineSaysWhatItIsAboutAndIsOneLine() {
    Logs.begin(Settings.LogFormat.PLAIN, Settings.LogLevel.INFO);
    MDC.put("request_id", "r-1");

    LoggerFactory.getLogger("dev.taxon.Test").info("first\nsecond");

    assertThat(text().lines()).hasSize(1);
    assertThat(text()).matches("\\d{4}-\\d\\d-\\d\\dT.* INFO  first second \\{request_id=r-1}\\R");
  }

  @Test
  void aJsonLineIsAnObjectWithTheSame() {
    Logs.begin(Settings.LogFormat.JSON, Settings.LogLevel.INFO);
    MDC.put("job_id", "j-1");

    LoggerFactory.getLogger("dev.taxon.Test").warn("a \"{}\"", "quote\n");

    var event = new JsonMapper().readTree(text());
    assertThat(text().lines()).hasSize(1);
    assertThat(event.path("level").asString()).isEqualTo("WARN");
    assertThat(event.path("formattedMessage").asString()).isEqualTo("a \"quote\n\"");
    assertThat(event.path("mdc").path("job_id").asString()).isEqualTo("j-1");
    assertThat(event.path("timestamp").asLong()).isPositive();
  }

  @Test
  void librariesAreHeardOnlyWhenTheyFailOrWhenDebugging() {
    Logs.begin(Settings.LogFormat.PLAIN, Settings.LogLevel.INFO);
    LoggerFactory.getLogger("org.apache.pdfbox.pdfparser").warn("no xref");
    assertThat(text()).isEmpty();

    Logs.begin(Settings.LogFormat.PLAIN, Settings.LogLevel.DEBUG);
    LoggerFactory.getLogger("org.apache.pdfbox.pdfparser").warn("no xref");
    assertThat(text()).contains("no xref");
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
