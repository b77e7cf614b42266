package dev.taxon.server.http.shape;

import dev.taxon.store.StoredFile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A file of the first generation. */
public record FileShape(
    UUID id,
    Instant createdAt,
    Instant updatedAt,
    String name,
    @Nullable String externalFileId,
    @Nullable Long fileSize,
    @Nullable String fileType,
    UUID projectId,
    Instant lastModifiedAt,
    @Nullable JsonNode resourceInfo,
    @Nullable JsonNode permissionInfo,
    @Nullable String dataSourceId,
    @Nullable Instant expiresAt,
    @Nullable String purpose) {

  public static FileShape of(StoredFile file) {
    return new FileShape(
        file.id(),
        file.createdAt(),
        file.updatedAt(),
        file.name(),
        file.externalFileId(),
        file.blob() == null ? file.declaredSize() : Long.valueOf(file.blob().size()),
        file.fileType(),
        file.projectId(),
        file.lastModifiedAt() == null ? file.updatedAt() : file.lastModifiedAt(),
        Json.tree(file.resourceInfo()),
        Json.tree(file.permissionInfo()),
        file.dataSourceId(),
        file.expiresAt(),
        file.purpose());
  }
}
