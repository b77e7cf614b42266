package dev.taxon.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written beside its place and put there when it is whole, so that nobody ever reads
 * half of it, and what was there before stays until then. A device or a pipe is written to as it
 * is.
 */
public final class WholeFile implements AutoCloseable {
  private final Path target;
  private final @Nullable Path aside;
  private final String flag;
  private final PrintStream stream;

  private WholeFile(Path target, @Nullable Path aside, String flag, PrintStream stream) {
    this.target = target;
    this.aside = aside;
    this.flag = flag;
    this.stream = stream;
  }

  /**
   * One that is not yet written.
   *
   * @param target where it will be; a link leads to what it points to
   * @param flag what named it, for messages
   * @throws Failure if nothing can be written there
   */
  public static WholeFile at(Path target, String flag) {
    if (Files.isDirectory(target)) {
      throw new Failure(Exit.USAGE, target + " is a folder, not a file to write to", flag, null);
    }
    try {
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        return new WholeFile(target, null, flag, printer(target));
      }
      Path place = Files.exists(target) ? target.toRealPath() : target;
      Path aside = Files.createTempFile(place.toAbsolutePath().getParent(), ".taxon-", ".part");
      if (Files.getFileStore(aside).supportsFileAttributeView("posix")) {
        // What other programs would make: a temporary file is for its owner alone.
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
      }
      return new WholeFile(place, aside, flag, printer(aside));
    } catch (IOException e) {
      throw new Failure(
          Exit.FAILED,
          "no file can be written in " + target.toAbsolutePath().getParent(),
          flag + " " + target,
          "name a folder that exists and that you may write to");
    }
  }

  private static PrintStream printer(Path path) throws IOException {
    var bytes = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  public PrintStream stream() {
    return stream;
  }

  /**
   * Puts the file in its place.
   *
   * @throws Failure if not all of it could be written, as on a full disk
   */
  public void keep() {
    stream.close();
    try {
      if (stream.checkError()) {
        throw new IOException();
      }
      if (aside != null) {
        move(aside);
      }
    } catch (IOException e) {
      throw new Failure(
          Exit.FAILED,
          target + " could not be written whole" + (aside == null ? "" : ", and is as it was"),
          flag + " " + target,
          "see whether the disk is full");
    }
  }

  private void move(Path written) throws IOException {
    try {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what was written aside and not kept. */
  @Override
  public void close() {
    stream.close();
    if (aside != null) {
      try {
        Files.deleteIfExists(aside);
      } catch (IOException e) {
        // its name says what it is to whoever finds it
      }
    }
  }
}
