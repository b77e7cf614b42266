package dev.taxon.server.files;

import dev.taxon.server.access.Refused;
import dev.taxon.store.Answering;
import dev.taxon.store.Blob;
import dev.taxon.store.Blobs;
import dev.taxon.store.FileDraft;
import dev.taxon.store.FileFilter;
import dev.taxon.store.FileOrder;
import dev.taxon.store.Files;
import dev.taxon.store.NewFile;
import dev.taxon.store.Quota;
import dev.taxon.store.Scope;
import dev.taxon.store.Slice;
import dev.taxon.store.StoredFile;
import dev.taxon.store.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files as their owners see them. */
public final class UserFiles {
  private static final String THING = "File";

  private final Files files;
  private final Blobs blobs;
  private final long maxBytes;
  private final Quota quota;

  /**
   * Files of one store.
   *
   * @param maxBytes of one file
   * @param quota of each project
   */
  public UserFiles(Files files, Blobs blobs, long maxBytes, Quota quota) {
    this.files = files;
    this.blobs = blobs;
    this.maxBytes = maxBytes;
    this.quota = quota;
  }

  /**
   * An upload.
   *
   * @param sentName as the client wrote it, a path perhaps; null when it named none
   */
  public record Upload(
      UUID projectId,
      @Nullable String sentName,
      @Nullable String externalFileId,
      @Nullable String purpose) {}

  /**
   * A file whose bytes come later.
   *
   * @param name kept exactly
   * @param size in bytes, when the client knows it; other bytes are refused then
   */
  public record Announcement(
      UUID projectId,
      String name,
      @Nullable String externalFileId,
      @Nullable Long size,
      @Nullable Instant lastModifiedAt,
      @Nullable String resourceInfo,
      @Nullable String permissionInfo,
      @Nullable String dataSourceId) {}

  /**
   * Passes when a project may have another file; to be asked before its bytes are read.
   *
   * @throws dev.taxon.store.QuotaReached when it may not
   */
  public void admit(UUID projectId) {
    files.admit(projectId, quota);
  }

  /**
   * Keeps bytes, whole or not at all.
   *
   * @throws TooLarge as soon as more came than is allowed
   * @throws IOException when the stream breaks or the disk is full
   */
  public Blob keep(InputStream bytes) throws IOException {
    return blobs.put(bytes, maxBytes);
  }

  /** A file of bytes that are kept; it is there when it is made. */
  public FileDraft uploaded(Upload upload, Blob blob) throws IOException {
    String name = FileNames.ofUpload(upload.sentName(), upload.externalFileId());
    return files.draft(
        new NewFile(
            upload.projectId(),
            name,
            upload.externalFileId(),
            type(name, blob),
            null,
            blob,
            upload.purpose(),
            null,
            null,
            null,
            null,
            null),
        quota);
  }

  /**
   * A file of bytes that were fetched; it is there when it is made.
   *
   * @param isExact whether the name is kept as it is; else it is understood like that of an upload
   * @param resourceInfo a JSON object, or null
   */
  public FileDraft fetched(
      UUID projectId,
      String name,
      boolean isExact,
      Blob blob,
      @Nullable String purpose,
      @Nullable String resourceInfo)
      throws IOException {
    String kept = isExact ? name : FileNames.ofUpload(name, null);
    return files.draft(
        new NewFile(
            projectId,
            kept,
            null,
            type(kept, blob),
            null,
            blob,
            purpose,
            null,
            resourceInfo,
            null,
            null,
            null),
        quota);
  }

  /**
   * Makes a file, and keeps the answer about it.
   *
   * @throws dev.taxon.store.QuotaReached when the project may not have it
   */
  public StoredFile make(FileDraft draft, Answering<StoredFile> answering) {
    return files.create(draft, answering);
  }

  /**
   * Makes a file whose bytes come later, and keeps the answer about it.
   *
   * @throws TooLarge when they are announced to be more than is allowed
   */
  public StoredFile announce(Announcement file, Answering<StoredFile> answering) throws TooLarge {
    if (file.size() != null && file.size() > maxBytes) {
      throw new TooLarge(maxBytes);
    }
    return files.create(
        files.draft(
            new NewFile(
                file.projectId(),
                file.name(),
                file.externalFileId(),
                FileNames.extension(file.name()).orElse(null),
                file.size(),
                null,
                null,
                file.lastModifiedAt(),
                file.resourceInfo(),
                file.permissionInfo(),
                file.dataSourceId(),
                null),
            quota),
        answering);
  }

  /**
   * The bytes of an announced file came. They may come again; the last ones count.
   *
   * @throws Refused when the file is gone, or its announced size is another
   */
  public void receive(UUID id, InputStream bytes) throws IOException {
    StoredFile file = signed(id);
    Blob blob =
        keep(file.declaredSize() == null ? bytes : new ExactBytes(bytes, file.declaredSize()));
    if (files.contentUploaded(id, blob, type(file.name(), blob), quota).isEmpty()) {
      throw Refused.unknown(THING);
    }
  }

  public StoredFile find(Scope scope, UUID id) {
    return files.find(scope, id).orElseThrow(() -> Refused.unknown(THING));
  }

  public boolean has(Scope scope, UUID id) {
    return files.find(scope, id).isPresent();
  }

  /** A file that a signature gives the right to, whoever owns it. */
  public StoredFile signed(UUID id) {
    return files.findSigned(id).orElseThrow(() -> Refused.unknown(THING));
  }

  /**
   * Where a file's bytes lie.
   *
   * @throws Refused when they have not come yet
   */
  public Path bytes(StoredFile file) {
    if (file.blob() == null) {
      throw Refused.unknown(THING + " content");
    }
    return blobs.path(file.blob());
  }

  public Slice<StoredFile> list(
      Scope scope, FileFilter filter, FileOrder order, @Nullable String after, int size) {
    return files.list(scope, filter, order, after, size);
  }

  /**
   * Removes a file; jobs that use its content keep it.
   *
   * @throws Refused when there is none
   */
  public void delete(Scope scope, UUID id) {
    if (!files.delete(scope, id)) {
      throw Refused.unknown(THING);
    }
  }

  private @Nullable String type(String name, Blob blob) throws IOException {
    var named = FileNames.extension(name);
    return named.isPresent() ? named.get() : FileKind.extensionOf(blobs.path(blob)).orElse(null);
  }
}
