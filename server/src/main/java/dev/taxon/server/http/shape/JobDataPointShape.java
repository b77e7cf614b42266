package dev.taxon.server.http.shape;

import dev.taxon.store.Job;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a job of the second wire waited, ran and ended.
 *
 * @param status in lower case
 * @param customTag always {@code default}: jobs have no tags here
 */
public record JobDataPointShape(
    String id,
    UUID projectId,
    Instant createdAt,
    Instant updatedAt,
    String status,
    String customTag,
    @Nullable String errorMessage,
    Transitions stateTransitions) {

  /** When a job got each status; null for those it did not have. */
  public record Transitions(
      Instant pendingAt,
      @Nullable Instant throttledAt,
      @Nullable Instant runningAt,
      @Nullable Instant completedAt,
      @Nullable Instant failedAt,
      @Nullable Instant cancelledAt) {

    static Transitions of(Job job) {
      StatusV2 status = StatusV2.of(job);
      return new Transitions(
          job.createdAt(),
          null,
          job.beganAt(),
          at(StatusV2.COMPLETED, status, job),
          at(StatusV2.FAILED, status, job),
          at(StatusV2.CANCELLED, status, job));
    }

    private static @Nullable Instant at(StatusV2 asked, StatusV2 status, Job job) {
      return asked == status ? job.effectiveAt() : null;
    }
  }

  /**
   * A job's data point.
   *
   * @param id as the job's own answers spell it
   */
  public static JobDataPointShape of(String id, Job job) {
    return new JobDataPointShape(
        id,
        job.projectId(),
        job.createdAt(),
        job.updatedAt(),
        StatusV2.of(job, true).name().toLowerCase(Locale.ROOT),
        "default",
        job.errorMessage(),
        Transitions.of(job));
  }
}
