package dev.taxon.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its operator sees it: everything but the secret, which nobody has.
 *
 * @param userId the owner's name, as jobs show it
 * @param projectName of the only project it reaches; null when it reaches the whole organization
 * @param lastUsedAt to within a minute; null when it never was
 * @param revokedAt null while it opens
 */
public record IssuedKey(
    UUID id,
    String label,
    String userId,
    String organizationName,
    @Nullable String projectName,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
