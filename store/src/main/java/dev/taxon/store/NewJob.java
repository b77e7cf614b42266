package dev.taxon.store;

import dev.taxon.RuleSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job to create.
 *
 * @param rules null where nothing is to be decided
 * @param items one entry for each file id sent, in order; the same file may occur more than once
 * @param webhooks which are to hear of it
 * @param bodySha256 digest of the request body, by which a retry is known
 * @param retry whether the caller says that it may have sent this before
 * @param idempotencyKey the caller's own name for this request, scoped to key and project
 * @param transactionId v2 only
 * @param configurationId v2 only
 * @param echo what answers repeat as it was sent: a JSON object, or null
 * @param sourceId a document of the project that is taken in place of a file: the one item names it
 * @param file one that is made with the job and not without it, or null; an item names it
 */
public record NewJob(
    Wire wire,
    UUID projectId,
    UUID keyId,
    String userId,
    @Nullable RuleSet rules,
    JobOptions options,
    List<Item> items,
    List<JobWebhook> webhooks,
    String bodySha256,
    boolean retry,
    @Nullable String idempotencyKey,
    @Nullable String transactionId,
    @Nullable String configurationId,
    @Nullable String echo,
    @Nullable UUID sourceId,
    @Nullable FileDraft file) {

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
    webhooks = List.copyOf(webhooks);
    idempotencyKey = Text.storableOrNull(idempotencyKey);
    transactionId = Text.storableOrNull(transactionId);
    configurationId = Text.storableOrNull(configurationId);
    echo = Text.storableOrNull(echo);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a job has at least one file");
    }
    if (wire != Wire.V1 && items.size() != 1) {
      throw new IllegalArgumentException("a job of this wire has one file");
    }
    if (file != null
        && (file.file().blob() == null
            || items.stream().anyMatch(item -> !item.fileId().equals(file.file().id())))) {
      throw new IllegalArgumentException("a file that is made with a job is whole, and all of it");
    }
  }
}
