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
  private static final String STANDARD_INPUT = "the standard input";

  private Texts() {}

  /**
   * The text of a file.
   *
   * @param where what named the file, for messages
   */
  public static String of(Path file, String where) {
    return decoded(bytes(file, where), file.toString());
  }

  public static String of(InputStream standardInput) {
    return decoded(bytes(standardInput), STANDARD_INPUT);
  }

  /** The bytes of a file, which may be of any encoding. */
  static byte[] bytes(Path file, String where) {
    if (Files.isDirectory(file)) {
      throw new Failure(Exit.USAGE, file + " is a folder, not a file of text", where, null);
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return limited(bytes, file.toString());
    } catch (NoSuchFileException e) {
      throw new Failure(Exit.NOT_FOUND, "there is no file " + file, where, null);
    } catch (IOException e) {
      throw new Failure(Exit.NOT_FOUND, file + " cannot be read", where, null);
    }
  }

  static byte[] bytes(InputStream standardInput) {
    try {
      return limited(standardInput, STANDARD_INPUT);
    } catch (IOException e) {
      throw new Failure(Exit.NOT_FOUND, "the standard input cannot be read");
    }
  }

  private static byte[] limited(InputStream stream, String name) throws IOException {
    byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Failure(Exit.USAGE, name + " holds more than 16 MiB of text");
    }
    return bytes;
  }

  private static String decoded(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Failure(Exit.USAGE, name + " is not text in UTF-8");
    }
  }
}
