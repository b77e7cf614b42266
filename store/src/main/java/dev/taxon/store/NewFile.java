package dev.taxon.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to keep; see {@link StoredFile} for the fields. Null {@code blob}: the content comes
 * later.
 */
public record NewFile(
    UUID projectId,
    String name,
    @Nullable String externalFileId,
    @Nullable String fileType,
    @Nullable Long declaredSize,
    @Nullable Blob blob,
    @Nullable String purpose,
    @Nullable Instant lastModifiedAt,
    @Nullable String resourceInfo,
    @Nullable String permissionInfo,
    @Nullable String dataSourceId,
    @Nullable Instant expiresAt) {}
