package dev.taxon.server.http.shape;

import dev.taxon.store.StoredFile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of the second generation. */
public record FileV2Shape(
    String id,
    String name,
    UUID projectId,
    @Nullable String externalFileId,
    @Nullable String fileType,
    Instant lastModifiedAt,
    @Nullable Instant expiresAt,
    @Nullable String purpose,
    @Nullable PresignedShape downloadUrl) {

  public static FileV2Shape of(StoredFile file, @Nullable PresignedShape downloadUrl) {
    return new FileV2Shape(
        "dfl-" + file.id(),
        file.name(),
        file.projectId(),
        file.externalFileId(),
        file.fileType(),
        file.lastModifiedAt() == null ? file.updatedAt() : file.lastModifiedAt(),
        file.expiresAt(),
        file.purpose(),
        downloadUrl);
  }
}
