package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.engine.profile.Profile;
import dev.taxon.server.BadSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProfilesTest {
  @TempDir Path folder;

  @Test
  void readsTheExampleOfTheDocumentation() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "profiles.md"));
    int start = page.indexOf("```yaml") + 8;
    Files.writeString(
        folder.resolve("own.yaml"), page.substring(start, page.indexOf("```", start)));
    Files.writeString(folder.resolve("notes.txt"), "not read");

    assertThat(OwnProfiles.in(folder)).extracting(Profile::id).containsExactly("kiln_log");
  }

  @Test
  void saysFileAndLineOfWhatIsWrong() throws Exception {
    Files.writeString(folder.resolve("own.yaml"), "- id: kiln_log\n  nmes: {en: [kiln log]}\n");

    assertThatThrownBy(() -> OwnProfiles.in(folder))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("TAXON_PROFILES")
        .hasMessageContaining("own.yaml:2: unknown key 'nmes'");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> OwnProfiles.in(folder.resolve("none")))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("the folder cannot be read");
  }

  @Test
  void refusesTheSameIdTwice() throws Exception {
    String one = "- {id: kiln_log, family: pottery, essence: A log., names: {en: [kiln log]}}\n";
    Files.writeString(folder.resolve("a.yaml"), one);
    Files.writeString(folder.resolve("b.yaml"), one);

    assertThatThrownBy(() -> OwnProfiles.in(folder)).hasMessageContaining("and again in");
  }
}
