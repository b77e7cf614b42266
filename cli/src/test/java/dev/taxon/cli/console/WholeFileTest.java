package dev.taxon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  @Test
  void whatWasThereStaysUntilTheNewFileIsWhole() throws IOException {
    Path target = Files.writeString(folder.resolve("rows.csv"), "old");
    try (var file = WholeFile.at(target, "--out")) {
      file.stream().print("half");
      file.stream().flush();
      assertThat(target).hasContent("old");
    }
    assertThat(folder).isDirectoryContaining(target::equals);
    assertThat(target).hasContent("old");
    try (var file = WholeFile.at(target, "--out")) {
      file.stream().print("new");
      file.keep();
    }
    assertThat(target).hasContent("new");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void aLinkLeadsToItsFile() throws IOException {
    Path real = Files.writeString(folder.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    try (var file = WholeFile.at(link, "--out")) {
      file.stream().print("new");
      file.keep();
    }
    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(real).hasContent("new");
  }

  @Test
  void aDeviceIsWrittenToAndStaysOneAndAFullOneIsTold() {
    assumeTrue(Files.exists(FULL), "this system has no " + FULL);
    try (var file = WholeFile.at(FULL, "--out")) {
      file.stream().print("rules");
      assertThatThrownBy(file::keep)
          .isInstanceOf(Failure.class)
          .hasMessage("/dev/full could not be written whole");
    }
    assertThat(Files.isRegularFile(FULL)).isFalse();
  }

  @Test
  void aFolderIsRefused() {
    assertThatThrownBy(() -> WholeFile.at(folder, "--out"))
        .hasMessageEndingWith(" is a folder, not a file to write to");
    assertThatThrownBy(() -> WholeFile.at(folder.resolve("none/x.csv"), "--out"))
        .hasMessageStartingWith("no file can be written in ");
  }
}
