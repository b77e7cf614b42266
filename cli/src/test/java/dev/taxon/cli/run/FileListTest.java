package dev.taxon.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.cli.console.Failure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListTest {
  @TempDir Path folder;

  private static List<Path> paths(String latin, boolean endsWithNul) {
    return FileList.of(latin.getBytes(StandardCharsets.ISO_8859_1), endsWithNul);
  }

  @Test
  void aNameStandsOnEachLineHoweverLinesEnd() {
    assertThat(paths("a.txt\r\n\n  \nb c.txt\n./d", false))
        .containsExactly(Path.of("a.txt"), Path.of("b c.txt"), Path.of("./d"));
    assertThat(paths("\u00ef\u00bb\u00bfa.txt\n", false)).containsExactly(Path.of("a.txt"));
    assertThat(paths("", false)).isEmpty();
  }

  @Test
  void aNameThatEndsWithNulMayHoldLines() {
    assertThat(paths("a\nb.txt\u0000c\r\u0000", true))
        .containsExactly(Path.of("a\nb.txt"), Path.of("c\r"));
  }

  @Test
  void aNameThatIsNoUtf8NamesItsFile() throws Exception {
    Path named = Path.of(URI.create(folder.toUri() + "caf%E9%20%25.txt"));
    Files.writeString(named, "letter");
    String line = folder + "/caf\u00e9 %.txt\n";
    List<Path> found = paths("first\n" + line + "last\n", false);
    assertThat(found).hasSize(3);
    assertThat(found.get(1)).isEqualTo(named).hasContent("letter");
  }

  @Test
  void suchANameMayBeginAtTheWorkingFolder() {
    Path expected = Path.of(URI.create(Path.of("").toAbsolutePath().toUri() + "in/%FF.txt"));
    assertThat(paths("in/\u00ff.txt", false).getFirst().toAbsolutePath()).isEqualTo(expected);
    assertThat(paths("in/\u00ff.txt", false).getFirst().isAbsolute()).isFalse();
  }

  @Test
  void aForgottenFlagIsTold() {
    assertThatThrownBy(() -> paths("a\u0000b\u0000", false))
        .isInstanceOf(Failure.class)
        .satisfies(e -> assertThat(((Failure) e).told()).contains("-0 reads names that end"));
  }
}
