package dev.taxon.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to keep; see {@link StoredFile} for the fields. Null {@code blob}: the content comes
 * later. Instants are cut to microseconds, and characters that no database keeps (NUL, halves of
 * surrogate pairs) become U+FFFD.
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
    @Nullable Instant expiresAt) {
  public NewFile {
    name = Text.storable(name);
    externalFileId = Text.storableOrNull(externalFileId);
    fileType = Text.storableOrNull(fileType);
    resourceInfo = Text.storableOrNull(resourceInfo);
    permissionInfo = Text.storableOrNull(permissionInfo);
    dataSourceId = Text.storableOrNull(dataSourceId);
    lastModifiedAt = micros(lastModifiedAt);
    expiresAt = micros(expiresAt);
  }

  private static @Nullable Instant micros(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }
}
