package dev.taxon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Bytes by content: {@code blobs/ab/cd…}, written aside, synced and renamed, so that a blob is
 * whole or not there.
 */
public final class Blobs {
  Blobs() {}

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
    throw new IllegalStateException("not built");
  }

  /**
   * Where the bytes lie; to be read only. The file exists as long as a file or job refers to the
   * blob.
   */
  public Path path(Blob blob) {
    throw new IllegalStateException("not built");
  }
}
