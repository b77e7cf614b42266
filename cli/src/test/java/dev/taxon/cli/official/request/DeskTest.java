package dev.taxon.cli.official.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
  @TempDir Path folder;

  @Test
  void standardInputIsKeptInAFileUntilTheCommandIsOver() throws Exception {
    var typed = new ByteArrayInputStream("letter".getBytes(StandardCharsets.UTF_8));
    Path kept;
    try (var desk = new Desk(folder, typed, false)) {
      kept = desk.path("-");
      assertThat(kept).hasContent("letter");
    }
    assertThat(kept).doesNotExist();
  }
}
