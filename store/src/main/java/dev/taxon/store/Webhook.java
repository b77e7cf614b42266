package dev.taxon.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where events go: a saved configuration, or one that came with a job.
 *
 * @param events names of those that it wants, or null for all
 * @param sealed headers and signing secret; null for neither
 * @param isDeleted its owner wants nothing sent any more
 */
public record Webhook(
    UUID id,
    UUID projectId,
    String url,
    @Nullable List<String> events,
    Format format,
    @Nullable String sealed,
    boolean hasSecret,
    boolean isDeleted,
    Instant createdAt,
    Instant updatedAt) {

  /** How a body looks. */
  public enum Format {
    /** A JSON string that holds the JSON object. */
    STRING,
    /** The JSON object. */
    JSON
  }

  public Webhook {
    events = events == null ? null : List.copyOf(events);
  }

  boolean wants(String eventType) {
    return !isDeleted && (events == null || events.contains(eventType));
  }
}
