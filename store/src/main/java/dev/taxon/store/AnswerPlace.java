package dev.taxon.store;

import java.util.UUID;

/**
 * Where an answer is kept.
 *
 * @param keyId the API key that asked
 * @param idempotencyKey the caller's own name for the request
 */
public record AnswerPlace(UUID keyId, UUID projectId, String idempotencyKey) {
  public AnswerPlace {
    idempotencyKey = Text.storable(idempotencyKey);
  }
}
