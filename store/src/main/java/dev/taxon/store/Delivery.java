package dev.taxon.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event for one webhook, as it stands.
 *
 * @param id the event's own
 * @param jobSpelling the job's id as its wire spells it
 * @param url of the webhook when the event happened
 * @param body what goes out
 * @param dueAt when it is sent next; null when it has ended
 * @param attempts the last ones, the oldest first
 */
public record Delivery(
    UUID id,
    UUID projectId,
    UUID jobId,
    String jobSpelling,
    String eventType,
    String url,
    String body,
    DeliveryStatus status,
    @Nullable Instant dueAt,
    List<DeliveryAttempt> attempts,
    Instant createdAt,
    Instant updatedAt) {
  public Delivery {
    attempts = List.copyOf(attempts);
  }

  Delivery with(List<DeliveryAttempt> made) {
    return new Delivery(
        id,
        projectId,
        jobId,
        jobSpelling,
        eventType,
        url,
        body,
        status,
        dueAt,
        made,
        createdAt,
        updatedAt);
  }
}
