package dev.taxon.server.http.shape;

import dev.taxon.store.Job;
import dev.taxon.store.JobFilter;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

  /** The jobs of a list; those shown as one of {@code statuses} where it is not null. */
  public static JobFilter filter(
      Wire wire,
      @Nullable Set<StatusV2> statuses,
      boolean exposeRunning,
      @Nullable List<UUID> ids,
      @Nullable String configurationId,
      @Nullable Instant from,
      @Nullable Instant to) {
    if (statuses == null) {
      return new JobFilter(wire, null, null, ids, configurationId, from, to);
    }
    boolean running = exposeRunning && statuses.contains(RUNNING);
    Set<JobStatus> stored =
        statuses.stream()
            .filter(status -> status != RUNNING || running)
            .flatMap(status -> status.stored().stream())
            .collect(Collectors.toSet());
    boolean asksBegun = exposeRunning && running != statuses.contains(PENDING);
    return new JobFilter(wire, stored, asksBegun ? running : null, ids, configurationId, from, to);
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
