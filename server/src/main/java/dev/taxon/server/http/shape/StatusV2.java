package dev.taxon.server.http.shape;

import dev.taxon.store.Job;
import dev.taxon.store.JobFilter;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The second wire's words for how a job stands: the one place where they meet the store's. */
public enum StatusV2 {
  PENDING,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /**
   * How a job is shown.
   *
   * @param exposeRunning whether a job at work is told from one that waits
   */
  static StatusV2 of(Job job, boolean exposeRunning) {
    return switch (job.status()) {
      case PENDING -> exposeRunning && job.beganAt() != null ? RUNNING : PENDING;
      case SUCCESS, PARTIAL_SUCCESS -> COMPLETED;
      case ERROR -> FAILED;
      case CANCELLED -> CANCELLED;
    };
  }

  /** How a job that has ended is called. */
  public static StatusV2 of(Job job) {
    return of(job, false);
  }

  /** The jobs of a list; those shown as {@code status} where it is not null. */
  public static JobFilter filter(
      Wire wire,
      @Nullable StatusV2 status,
      boolean exposeRunning,
      @Nullable List<UUID> ids,
      @Nullable String configurationId,
      @Nullable Instant from,
      @Nullable Instant to) {
    Set<JobStatus> stored = status == null ? null : status.stored();
    Boolean begun = null;
    if (exposeRunning && (status == PENDING || status == RUNNING)) {
      begun = status == RUNNING;
    } else if (status == RUNNING) {
      stored = Set.of();
    }
    return new JobFilter(wire, stored, begun, ids, configurationId, from, to);
  }

  private Set<JobStatus> stored() {
    return switch (this) {
      case PENDING, RUNNING -> Set.of(JobStatus.PENDING);
      case COMPLETED -> Set.of(JobStatus.SUCCESS, JobStatus.PARTIAL_SUCCESS);
      case FAILED -> Set.of(JobStatus.ERROR);
      case CANCELLED -> Set.of(JobStatus.CANCELLED);
    };
  }
}
