package dev.taxon.cli.run;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
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
 * Where rows go: the standard output, or a file that is written beside its place and put there when
 * it is whole, so that nobody ever reads half of it.
 */
final class Output implements AutoCloseable {
  private final PrintStream stream;
  private final @Nullable Path target;
  private final @Nullable Path aside;

  private Output(PrintStream stream, @Nullable Path target, @Nullable Path aside) {
    this.stream = stream;
    this.target = target;
    this.aside = aside;
  }

  static Output to(PrintStream standard) {
    return new Output(standard, null, null);
  }

  static Output to(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target)) {
      throw new Failure(Exit.USAGE, target + " is a folder, not a file to write to", "--out", null);
    }
    try {
      Path aside = Files.createTempFile(folder, ".taxon-", ".part");
      if (Files.getFileStore(aside).supportsFileAttributeView("posix")) {
        // What other programs would make: a temporary file is for its owner alone.
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
      }
      var bytes = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16);
      return new Output(new PrintStream(bytes, false, StandardCharsets.UTF_8), target, aside);
    } catch (IOException e) {
      throw new Failure(
          Exit.FAILED,
          "no file can be written in " + folder,
          "--out " + target,
          "name a folder that exists and that you may write to");
    }
  }

  PrintStream stream() {
    return stream;
  }

  /** Sends what is buffered on its way; false when it was not taken. */
  boolean flushed() {
    return !stream.checkError();
  }

  /** Puts the file in its place. */
  void keep() {
    if (target == null || aside == null) {
      stream.flush();
      return;
    }
    stream.close();
    try {
      if (stream.checkError()) {
        throw new IOException();
      }
      try {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new Failure(
          Exit.FAILED, "the results could not be written whole", "--out " + target, null);
    }
  }

  /** Removes what was written aside and not kept. */
  @Override
  public void close() {
    if (aside != null) {
      stream.close();
      try {
        Files.deleteIfExists(aside);
      } catch (IOException e) {
        // its name says what it is to whoever finds it
      }
    }
  }
}
