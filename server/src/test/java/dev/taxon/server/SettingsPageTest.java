package dev.taxon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  @Test
  void thePageInTheRepositoryIsTheOneTheSourcePrints() throws Exception {
    Path page = Path.of("..", "docs", "settings.md");

    assertThat(page).as("run ./dev settings").exists();
    assertThat(Files.readString(page)).as("run ./dev settings").isEqualTo(SettingsPage.markdown());
  }
}
