package dev.taxon.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A small file with a secret that only its owner can read. It is whole or not there, and once it is
 * there it stays as it is.
 */
record PrivateFile(Path path) {
  /** More than any secret of ours. */
  private static final int LIMIT = 4096;

  /** Its bytes; empty when there is no such file. */
  Optional<byte[]> read() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    if (Files.size(path) > LIMIT) {
      throw new IOException("it is larger than a secret can be");
    }
    return Optional.of(Files.readAllBytes(path));
  }

  /**
   * Makes it with these bytes, unless another did meanwhile.
   *
   * @param random for a temporary name
   * @return what it holds now
   */
  byte[] create(byte[] bytes, RandomGenerator random) throws IOException {
    Path unfinished =
        path.resolveSibling(
            path.getFileName() + "." + HexFormat.of().toHexDigits(random.nextLong()) + ".part");
    try {
      write(unfinished, bytes);
      try {
        // a link, because a rename would replace what another made
        Files.createLink(path, unfinished);
      } catch (UnsupportedOperationException noLinks) {
        Files.move(unfinished, path);
      }
    } catch (FileAlreadyExistsException e) {
      return Files.readAllBytes(path);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    sync(Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder"));
    return bytes;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    FileAttribute<?>[] ownerOnly =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownerOnly)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (java.nio.file.AccessDeniedException windows) {
      // folders cannot be opened there, and need not be synced
    }
  }
}
