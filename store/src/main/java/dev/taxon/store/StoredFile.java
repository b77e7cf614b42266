package dev.taxon.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as the wire shows it.
 *
 * @param fileType extension without dot, lower case
 * @param declaredSize the size a client announced before it uploaded to a presigned URL, in bytes
 * @param blob the content; null while a presigned upload has not come
 * @param resourceInfo a JSON object as sent
 * @param permissionInfo a JSON object as sent
 */
public record StoredFile(
    UUID id,
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
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {}
