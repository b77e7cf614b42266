package dev.taxon.store;

import dev.taxon.RuleSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job to create.
 *
 * @param items one entry for each file id sent, in order; the same file may occur more than once
 * @param webhooks a JSON array as checked, kept for delivery; null for none
 * @param bodySha256 digest of the request body, by which a retry is known
 * @param retry whether the caller says that it may have sent this before
 * @param idempotencyKey the caller's own name for this request, scoped to key and project
 * @param transactionId v2 only
 * @param configurationId v2 only
 */
public record NewJob(
    Wire wire,
    UUID projectId,
    UUID keyId,
    String userId,
    RuleSet rules,
    JobOptions options,
    List<Item> items,
    @Nullable String webhooks,
    String bodySha256,
    boolean retry,
    @Nullable String idempotencyKey,
    @Nullable String transactionId,
    @Nullable String configurationId) {

  /**
   * One entry of the file ids sent.
   *
   * @param fileId the file
   * @param spelling the id as the client wrote it, which answers repeat
   */
  public record Item(UUID fileId, String spelling) {
    public Item {
      spelling = Text.storable(spelling);
    }
  }

  public NewJob {
    items = List.copyOf(items);
    userId = Text.storable(userId);
    webhooks = Text.storableOrNull(webhooks);
    idempotencyKey = Text.storableOrNull(idempotencyKey);
    transactionId = Text.storableOrNull(transactionId);
    configurationId = Text.storableOrNull(configurationId);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a job has at least one file");
    }
  }
}
