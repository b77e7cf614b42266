package dev.taxon.cli.run;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small files of text that a command line names. */
public final class Texts {
  private static final int MOST_BYTES = 16 << 20;

  private Texts() {}

  /**
   * The text of a file.
   *
   * @param where what named the file, for messages
   */
  public static String of(Path file, String where) {
    if (Files.isDirectory(file)) {
      throw new Failure(Exit.USAGE, file + " is a folder, not a file of text", where, null);
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return decoded(bytes, file.toString());
    } catch (NoSuchFileException e) {
      throw new Failure(Exit.NOT_FOUND, "there is no file " + file, where, null);
    } catch (IOException e) {
      throw new Failure(Exit.NOT_FOUND, file + " cannot be read", where, null);
    }
  }

  public static String of(InputStream standardInput) {
    try {
      return decoded(standardInput, "the standard input");
    } catch (IOException e) {
      throw new Failure(Exit.NOT_FOUND, "the standard input cannot be read");
    }
  }

  private static String decoded(InputStream stream, String name) throws IOException {
    byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Failure(Exit.USAGE, name + " holds more than 16 MiB of text");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Failure(Exit.USAGE, name + " is not text in UTF-8");
    }
  }
}
