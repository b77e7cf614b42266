package dev.taxon.server.http.shape;

import dev.taxon.store.Job;
import dev.taxon.store.JobItem;
import dev.taxon.store.Outcome;
import dev.taxon.store.Wire;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param id as the job's own answers spell it
 * @param status in the words of its part of the wire
 */
public record JobProgressShape(
    String id, String status, Files files, @Nullable String errorMessage, Instant updatedAt) {

  /**
   * Entries of the job's results; the first is the sum of the others.
   *
   * @param done classified or read
   */
  public record Files(int total, int waiting, int done, int failed, int cancelled) {}

  /**
   * A job as it stands.
   *
   * @param ended its items that have an outcome
   * @param exposeRunning whether a job at work is told from one that waits
   */
  public static JobProgressShape of(Job job, Collection<JobItem> ended, boolean exposeRunning) {
    int failed = 0;
    int cancelled = 0;
    for (JobItem item : ended) {
      failed += item.outcome() instanceof Outcome.Failed ? 1 : 0;
      cancelled += item.outcome() instanceof Outcome.Cancelled ? 1 : 0;
    }
    return new JobProgressShape(
        id(job),
        job.wire() == Wire.V1 ? job.status().name() : StatusV2.of(job, exposeRunning).name(),
        new Files(
            job.items(),
            job.items() - ended.size(),
            ended.size() - failed - cancelled,
            failed,
            cancelled),
        job.errorMessage(),
        job.updatedAt());
  }

  /** A job's id as its own answers spell it. */
  static String id(Job job) {
    return switch (job.wire()) {
      case V1 -> job.id().toString();
      case V2 -> IdsV2.classifyJob(job.id());
      case PARSE -> IdsV2.parseJob(job.id());
    };
  }
}
