package dev.taxon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 *
 * <p>There are two lock files because of how Unix sees locks: they belong to the process and go as
 * soon as it closes any handle of the file. A second opening within this process is therefore found
 * out with {@code lock.jvm}, before {@code lock} is touched.
 */
final class DataFolder implements AutoCloseable {
  private final Path path;
  // kept, because Java forgets a lock that nothing refers to
  private final FileLock jvmLock;
  private final FileLock lock;

  private DataFolder(Path path, FileLock jvmLock, FileLock lock) {
    this.path = path;
    this.jvmLock = jvmLock;
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
      var jvmLock = lock(path.resolve("lock.jvm"), true);
      if (jvmLock == null) {
        throw inUse(path);
      }
      var lock = lock(path.resolve("lock"), !alone);
      if (lock == null) {
        jvmLock.acquiredBy().close();
        throw inUse(path);
      }
      var folder = new DataFolder(path, jvmLock, lock);
      if (alone) {
        folder.removeTemporaryFiles();
      }
      return folder;
    } catch (IOException e) {
      throw new StoreUnavailable(
          "The data folder " + path + " cannot be used: " + reason(e) + ".", e);
    }
  }

  /** The lock on a file; null when this process has it, or another one that does not share. */
  private static @Nullable FileLock lock(Path file, boolean shared) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      if (lock == null) {
        channel.close();
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      channel.close();
      return null;
    }
  }

  private static StoreUnavailable inUse(Path path) {
    return new StoreUnavailable(
        "The data folder "
            + path
            + " is in use by another Taxon server: stop that one, or give this one a folder of its"
            + " own.",
        null);
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
      lock.acquiredBy().close();
      jvmLock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
