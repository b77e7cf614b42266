package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import dev.taxon.engine.profile.Profile;
import dev.taxon.server.BadSetting;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    assertThat(OwnProfiles.in(folder, "--profiles"))
        .extracting(Profile::id)
        .containsExactly("kiln_log");
  }

  @Test
  void saysFileAndLineOfWhatIsWrong() throws Exception {
    Files.writeString(folder.resolve("own.yaml"), "- id: kiln_log\n  nmes: {en: [kiln log]}\n");

    assertThatThrownBy(() -> OwnProfiles.in(folder, "--profiles"))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("--profiles")
        .hasMessageContaining("own.yaml:2: unknown key 'nmes'");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> OwnProfiles.in(folder.resolve("none"), "--profiles"))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("the folder cannot be read");
  }

  @Test
  void refusesTheSameIdTwice() throws Exception {
    String one = "- {id: kiln_log, family: pottery, essence: A log., names: {en: [kiln log]}}\n";
    Files.writeString(folder.resolve("a.yaml"), one);
    Files.writeString(folder.resolve("b.yaml"), one);

    assertThatThrownBy(() -> OwnProfiles.in(folder, "--profiles"))
        .hasMessageContaining("and again in");
  }

  @Test
  void aMistakeIsToldInTheNameThatWasTyped() throws Exception {
    String rules =
        Files.writeString(
                folder.resolve("rules.yaml"), "- {type: kiln_log, description: A log of firings}")
            .toString();
    var flag = List.of("explain", rules, rules, "--profiles", "/none");
    assertThat(told(flag, Map.of())).startsWith("error: --profiles /none cannot be used: ");
    assertThat(told(flag.subList(0, 3), Map.of("TAXON_PROFILES", "/nowhere")))
        .startsWith("error: TAXON_PROFILES /nowhere cannot be used: ");
  }

  private static String told(List<String> words, Map<String, String> environment) {
    var err = new ByteArrayOutputStream();
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var console =
        new Console(
            InputStream.nullInputStream(),
            nowhere,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            Screen.NONE);
    assertThat(Main.run("taxon", words, console)).isEqualTo(Exit.USAGE);
    return err.toString(StandardCharsets.UTF_8);
  }
}
