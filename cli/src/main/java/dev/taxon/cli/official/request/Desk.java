package dev.taxon.cli.official.request;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files and the standard input that a command may read. Standard input is read once, by the
 * first who asks.
 */
public final class Desk implements AutoCloseable {
  /** A pipe that has nothing to read after this time is taken for an idle one, in nanoseconds. */
  private static final long IDLE_AFTER = 10_000_000;

  private final Path folder;
  private final InputStream in;
  private final boolean inIsTerminal;
  private boolean read;
  private byte @Nullable [] piped;
  private @Nullable Path spool;

  /**
   * @param folder what relative paths begin at
   * @param in standard input
   * @param inIsTerminal whether somebody would have to type it
   */
  public Desk(Path folder, InputStream in, boolean inIsTerminal) {
    this.folder = folder;
    this.in = in;
    this.inIsTerminal = inIsTerminal;
  }

  /** All of standard input if it is a file or pipe with something in it; otherwise nothing. */
  byte[] pipedIn() {
    if (inIsTerminal) {
      return new byte[0];
    }
    if (piped != null) {
      return piped.clone();
    }
    try {
      long end = System.nanoTime() + IDLE_AFTER;
      while (in.available() == 0) {
        if (System.nanoTime() > end) {
          return new byte[0];
        }
        Thread.sleep(1);
      }
      read = true;
      piped = in.readAllBytes();
      return piped.clone();
    } catch (IOException e) {
      return new byte[0];
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new byte[0];
    }
  }

  static boolean isStandardInput(String path) {
    return path.equals("-") || path.equals("/dev/stdin") || path.equals("/dev/fd/0");
  }

  /** All of a file, or of standard input. */
  byte[] bytes(String path) throws RequestProblem {
    try {
      if (isStandardInput(path)) {
        return standardInput().readAllBytes();
      }
      return Files.readAllBytes(file(path));
    } catch (IOException e) {
      throw problem(path, e);
    }
  }

  /** A readable file; standard input is copied into one that goes away when this closes. */
  Path path(String path) throws RequestProblem {
    if (isStandardInput(path)) {
      return spooled();
    }
    Path file = file(path);
    if (Files.isDirectory(file)) {
      throw new RequestProblem("read " + path + ": is a directory");
    }
    if (!Files.exists(file)) {
      throw new RequestProblem("open " + path + ": no such file or directory");
    }
    if (!Files.isReadable(file)) {
      throw new RequestProblem("open " + path + ": permission denied");
    }
    return file;
  }

  private Path spooled() throws RequestProblem {
    try {
      File file = File.createTempFile("taxon-stdin", ".tmp");
      file.deleteOnExit(); // when a signal ends the program
      spool = file.toPath();
      try (OutputStream out = Files.newOutputStream(spool)) {
        standardInput().transferTo(out);
      }
      return spool;
    } catch (IOException e) {
      throw new RequestProblem("cannot read from stdin: " + e.getMessage());
    }
  }

  private InputStream standardInput() throws RequestProblem {
    if (read) {
      throw new RequestProblem(
          "stdin has already been read by another parameter; it can only be read once");
    }
    read = true;
    return in;
  }

  private Path file(String path) throws RequestProblem {
    try {
      return folder.resolve(path);
    } catch (InvalidPathException e) {
      throw new RequestProblem("open " + path + ": no such file or directory");
    }
  }

  private RequestProblem problem(String path, IOException cause) throws RequestProblem {
    if (!isStandardInput(path) && Files.isDirectory(file(path))) {
      return new RequestProblem("read " + path + ": is a directory");
    }
    return new RequestProblem(
        "open "
            + path
            + ": "
            + (cause instanceof AccessDeniedException
                ? "permission denied"
                : "no such file or directory"));
  }

  @Override
  public void close() {
    if (spool != null) {
      try {
        Files.deleteIfExists(spool);
      } catch (IOException e) {
        // it lies in the folder for what nobody misses
      }
    }
  }
}
