package dev.taxon.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that was presented and is valid. The secret itself is never kept, only its SHA-256.
 *
 * @param userId the owner's name, as jobs show it
 * @param projectId the only project the key reaches, or null for its whole organization
 * @param defaultProjectId where writes go that name no project
 */
public record ApiKey(
    UUID id, String userId, UUID organizationId, @Nullable UUID projectId, UUID defaultProjectId) {
  public Scope scope() {
    return new Scope(organizationId, projectId);
  }
}
