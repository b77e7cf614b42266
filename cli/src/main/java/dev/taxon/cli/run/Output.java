package dev.taxon.cli.run;

import dev.taxon.cli.console.WholeFile;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where rows go: the standard output, or a file that is there when it is whole. */
final class Output implements AutoCloseable {
  private final PrintStream stream;
  private final @Nullable WholeFile file;

  private Output(PrintStream stream, @Nullable WholeFile file) {
    this.stream = stream;
    this.file = file;
  }

  static Output to(PrintStream standard) {
    return new Output(standard, null);
  }

  static Output to(Path target) {
    WholeFile file = WholeFile.at(target, "--out");
    return new Output(file.stream(), file);
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
    if (file == null) {
      stream.flush();
    } else {
      file.keep();
    }
  }

  /** Removes what was written aside and not kept. */
  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
