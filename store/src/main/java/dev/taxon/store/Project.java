package dev.taxon.store;

import java.time.Instant;
import java.util.UUID;

/**
 * The owner of files and jobs.
 *
 * @param isDefault whether the organization's keys write here when they name no project; one of
 *     each organization
 */
public record Project(
    UUID id,
    UUID organizationId,
    String name,
    boolean isDefault,
    Instant createdAt,
    Instant updatedAt) {}
