package dev.taxon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final AtomicLong nanos = new AtomicLong();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ProgressLine line() {
    return new ProgressLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), 80, nanos::get);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void showsABarTheRestOfTheTimeAndWhatCameOutMostFirst() {
    var step = new Progress.Step("reading", 5, 20, Map.of("invoice", 1, "resume", 3, "–", 1));
    assertThat(ProgressLine.line(step, Duration.ofSeconds(2), 80))
        .isEqualTo("reading [=====>              ] 5/20  eta 6 s  resume 3  invoice 1  – 1");
    assertThat(ProgressLine.line(step, Duration.ofSeconds(2), 20)).hasSize(20);
    var many = new Progress.Step("classifying", 547, 1_000, Map.of("invoice", 547));
    assertThat(ProgressLine.line(many, Duration.ofSeconds(4), 39))
        .as("on a narrow terminal the bar gives way")
        .isEqualTo("classifying [===>   ] 547/1000  eta 3 s");
    assertThat(ProgressLine.line(new Progress.Step("waiting", 2, 2), Duration.ofSeconds(2), 80))
        .isEqualTo("waiting [====================] 2/2");
  }

  @Test
  void saysNothingForWhatIsDoneWithinHalfASecond() {
    try (var line = line()) {
      line.at(new Progress.Step("reading", 1, 2));
      nanos.set(400_000_000);
      line.draw();
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void leavesTheTerminalAsItWas() {
    try (var line = line()) {
      line.at(new Progress.Step("reading", 1, 2));
      nanos.set(600_000_000);
      line.draw();
      assertThat(shown()).startsWith("\r\u001B[Kreading [").endsWith("eta 1 s");
      line.aside(() -> bytes.writeBytes("a row\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(shown())
          .contains("\r\u001B[Ka row\n")
          .as("the line is back at once, however fast rows come")
          .endsWith("eta 1 s");
      line.at(new Progress.Step("reading", 2, 2));
      line.draw();
    }
    assertThat(shown()).endsWith("2/2\r\u001B[K");
  }

  @Test
  void theScreenIsReadFromWhatTheLauncherFound() {
    assertThat(Screen.of("in,out,err,50x132", Map.of()))
        .isEqualTo(new Screen(true, true, true, 132, 50));
    assertThat(Screen.of("in,err,", Map.of("COLUMNS", "70")))
        .isEqualTo(new Screen(true, false, true, 70, 24));
    assertThat(Screen.of("", Map.of())).isEqualTo(Screen.NONE);
  }
}
