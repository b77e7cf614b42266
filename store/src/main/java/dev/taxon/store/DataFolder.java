package dev.taxon.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a server keeps its things in, for its owner's eyes only, and the lock on it. A
 * server with its own SQLite file holds the folder alone; servers that share a PostgreSQL database
 * share the folder, one process each. A process that dies lets go.
 */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder where it is missing and locks it.
   *
   * @param alone whether no other process may hold it too
   */
  static DataFolder open(Path path, boolean alone) {
    path = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path, ownerOnly(path));
      Files.createDirectories(path.resolve("blobs"));
      Files.createDirectories(path.resolve("tmp"));
      var channel =
          FileChannel.open(
              path.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (lock(channel, alone) == null) {
        channel.close();
        throw new StoreUnavailable(
            "The data folder "
                + path
                + " is in use by another Taxon server: stop that one, or give this one a folder of"
                + " its own.",
            null);
      }
      var folder = new DataFolder(path, channel);
      if (alone) {
        folder.removeTemporaryFiles();
      }
      return folder;
    } catch (IOException e) {
      throw new StoreUnavailable(
          "The data folder " + path + " cannot be used: " + reason(e) + ".", e);
    }
  }

  /** What a process that died left behind; nobody else writes here. */
  private void removeTemporaryFiles() throws IOException {
    try (var entries = Files.newDirectoryStream(temporary())) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry)) {
          Files.delete(entry);
        }
      }
    }
  }

  private static @Nullable FileLock lock(FileChannel channel, boolean alone) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, !alone);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Why a file could not be used, without its path, which the sentence has. */
  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  Path path() {
    return path;
  }

  Path database() {
    return path.resolve("taxon.db");
  }

  Path blobs() {
    return path.resolve("blobs");
  }

  Path temporary() {
    return path.resolve("tmp");
  }

  Path backups() {
    return path.resolve("backups");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
