package dev.taxon.server.http.shape;

import dev.taxon.store.Delivery;
import dev.taxon.store.DeliveryAttempt;
import dev.taxon.store.DeliveryStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook was told or is to be told.
 *
 * @param id the event's, which {@code X-Webhook-Event-ID} repeats at every attempt
 * @param nextAttemptAt null when it has ended
 */
public record DeliveryShape(
    UUID id,
    Instant createdAt,
    Instant updatedAt,
    UUID projectId,
    String jobId,
    String eventType,
    String webhookUrl,
    DeliveryStatus status,
    @Nullable Instant nextAttemptAt,
    List<AttemptShape> attempts,
    String body) {

  /**
   * One attempt.
   *
   * @param httpStatus null when no answer came
   * @param error null when one came
   */
  public record AttemptShape(
      int number,
      Instant startedAt,
      long durationMs,
      @Nullable Integer httpStatus,
      @Nullable String error) {
    static AttemptShape of(DeliveryAttempt attempt) {
      return new AttemptShape(
          attempt.number(),
          attempt.beganAt(),
          attempt.millis(),
          attempt.httpStatus(),
          attempt.problem());
    }
  }

  public static DeliveryShape of(Delivery delivery) {
    return new DeliveryShape(
        delivery.id(),
        delivery.createdAt(),
        delivery.updatedAt(),
        delivery.projectId(),
        delivery.jobSpelling(),
        delivery.eventType(),
        delivery.url(),
        delivery.status(),
        delivery.dueAt(),
        delivery.attempts().stream().map(AttemptShape::of).toList(),
        delivery.body());
  }
}
