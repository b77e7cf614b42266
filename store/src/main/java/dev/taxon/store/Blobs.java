package dev.taxon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bytes by content: {@code blobs/ab/cd…}, written aside, synced and renamed, so that a blob is
 * whole or not there.
 */
public final class Blobs {
  private static final int BUFFER_BYTES = 64 << 10;

  /** Opens a file to write; replaced in tests by disks that fail. */
  interface Opener {
    FileChannel create(Path file) throws IOException;
  }

  private final DataFolder folder;
  private final Clock clock;
  private final Opener opener;

  /** Taken to move a blob into place, to renew it and to remove it. */
  private final ReentrantLock moving = new ReentrantLock();

  Blobs(DataFolder folder, Clock clock) {
    this(
        folder,
        clock,
        file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  Blobs(DataFolder folder, Clock clock, Opener opener) {
    this.folder = folder;
    this.clock = clock;
    this.opener = opener;
  }

  /**
   * Streams to disk and returns when the bytes would survive a power cut. Equal content is kept
   * once. The sweeper leaves a blob alone for an hour after its last put, so that a row may still
   * come to refer to it.
   *
   * @throws TooLarge as soon as more than {@code limit} bytes came; the rest of the stream is not
   *     read
   * @throws DiskFull when the disk is full
   * @throws IOException when the stream breaks; nothing is kept then
   */
  public Blob put(InputStream bytes, long limit) throws IOException {
    Path temporary = folder.temporary().resolve("put-" + UUID.randomUUID());
    try {
      var blob = write(bytes, limit, temporary);
      place(temporary, blob);
      return blob;
    } catch (IOException e) {
      throw DiskFull.isMeantBy(e) ? new DiskFull(e) : e;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private Blob write(InputStream bytes, long limit, Path temporary) throws IOException {
    var digest = Digests.sha256();
    long size = 0;
    try (var channel = opener.create(temporary)) {
      var buffer = new byte[BUFFER_BYTES];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        size += n;
        if (size > limit) {
          throw new TooLarge(limit);
        }
        digest.update(buffer, 0, n);
        for (var rest = ByteBuffer.wrap(buffer, 0, n); rest.hasRemaining(); ) {
          channel.write(rest);
        }
      }
      channel.force(true);
    }
    return new Blob(HexFormat.of().formatHex(digest.digest()), size);
  }

  private void place(Path temporary, Blob blob) throws IOException {
    Path target = path(blob);
    Path shelf = folder.blobs().resolve(shelf(blob.sha256()));
    var now = FileTime.from(clock.instant());
    Files.setLastModifiedTime(temporary, now);
    alone(() -> {
      if (Files.exists(target)) {
        Files.setLastModifiedTime(target, now);
        return;
      }
      if (!Files.exists(shelf)) {
        Files.createDirectory(shelf);
        Synced.folder(folder.blobs());
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    });
    // also when it was there: whoever put it may not have come to this line yet
    Synced.folder(shelf);
  }

  /**
   * Where the bytes lie; to be read only. The file exists as long as a file or job refers to the
   * blob.
   */
  public Path path(Blob blob) {
    return path(blob.sha256());
  }

  Path path(String sha256) {
    return folder.blobs().resolve(shelf(sha256)).resolve(sha256.substring(2));
  }

  private static String shelf(String sha256) {
    return sha256.substring(0, 2);
  }

  DataFolder folder() {
    return folder;
  }

  /** Something done to a blob's name. */
  interface Move {
    void run() throws IOException;
  }

  /** While no other thread, or process that shares the folder, moves, renews or removes a blob. */
  void alone(Move move) throws IOException {
    moving.lock();
    // a file of its own: closing any channel of a file gives up all of its locks
    try (var channel =
        FileChannel.open(
            folder.path().resolve("blobs.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      var lock = channel.lock();
      move.run();
      lock.release();
    } finally {
      moving.unlock();
    }
  }
}
