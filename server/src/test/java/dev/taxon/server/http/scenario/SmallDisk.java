package dev.taxon.server.http.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of a few megabytes, in memory, that can be filled to its last byte. */
final class SmallDisk implements AutoCloseable {
  private static final int PIECE = 64 << 10;

  private final Path at;

  private SmallDisk(Path at) {
    this.at = at;
  }

  /** Empty where this process may not mount one: only root may, and only on Linux. */
  static Optional<SmallDisk> mounted(Path at, int megabytes) throws IOException {
    if (!isRoot()) {
      return Optional.empty();
    }
    Files.createDirectories(at);
    return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", at.toString())
        ? Optional.of(new SmallDisk(at))
        : Optional.empty();
  }

  static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self/status");
    return Files.exists(self)
        && Files.readAllLines(self).stream().anyMatch(line -> line.matches("Uid:\t0\t0\t.*"));
  }

  Path folder() {
    return at;
  }

  /** Leaves not one byte. */
  void fill() {
    byte[] piece = new byte[PIECE];
    for (int size = PIECE; size > 0; size /= 2) {
      try (OutputStream out = Files.newOutputStream(at.resolve("ballast-" + size))) {
        while (true) {
          out.write(piece, 0, size);
        }
      } catch (IOException full) {
        // as meant; what is left is less than this piece
      }
    }
  }

  void makeRoom() {
    try (var files = Files.newDirectoryStream(at, "ballast-*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        System.out.println(String.join(" ", command) + ": " + said);
      }
      return exit == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    try {
      run("umount", at.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
