package dev.taxon.cli.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NpmLockTest {
  @Test
  void theLockFilePinsByHashAndNamesNoHost() throws IOException {
    assertThat(Files.readString(Path.of("..", "clients", "npm", "package-lock.json")))
        .contains("\"integrity\"")
        .doesNotContain("://");
  }
}
