package dev.taxon.store;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files by name; their bytes are {@link Blobs}. */
public final class Files {
  Files() {}

  public StoredFile create(NewFile file) {
    throw new IllegalStateException("not built");
  }

  public Optional<StoredFile> find(Scope scope, UUID fileId) {
    throw new IllegalStateException("not built");
  }

  /** A file whatever its tenant: for presigned URLs, whose signature is the permission. */
  public Optional<StoredFile> findSigned(UUID fileId) {
    throw new IllegalStateException("not built");
  }

  /**
   * Files of a scope, a page at a time.
   *
   * @param after {@link Slice#next()} of the page before, or null for the first
   * @param size at least 1
   */
  public Slice<StoredFile> list(
      Scope scope, FileFilter filter, FileOrder order, @Nullable String after, int size) {
    throw new IllegalStateException("not built");
  }

  /** The bytes of a presigned upload came; the last ones count. Empty when the file is gone. */
  public Optional<StoredFile> contentUploaded(UUID fileId, Blob blob, @Nullable String fileType) {
    throw new IllegalStateException("not built");
  }

  /** Whether there was such a file. Jobs that use its content keep it. */
  public boolean delete(Scope scope, UUID fileId) {
    throw new IllegalStateException("not built");
  }
}
