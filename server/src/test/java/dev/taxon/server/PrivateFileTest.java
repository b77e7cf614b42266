package dev.taxon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  @TempDir Path folder;

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system knows no owners");
    Path path = folder.resolve("key");

    new PrivateFile(path).create(bytes("s"), RANDOM);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void theFirstToMakeItWinsAndNothingElseIsLeft() throws Exception {
    var file = new PrivateFile(folder.resolve("key"));

    assertThat(file.create(bytes("first"), RANDOM)).isEqualTo(bytes("first"));
    assertThat(file.create(bytes("second"), RANDOM)).isEqualTo(bytes("first"));

    assertThat(file.read()).hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes("first")));
    assertThat(folder)
        .isDirectoryContaining("glob:**/key")
        .isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatIsNotThereIsEmpty() throws Exception {
    assertThat(new PrivateFile(folder.resolve("key")).read()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
