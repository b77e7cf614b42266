package dev.taxon.server.jobs;

import dev.taxon.server.access.Refused;
import dev.taxon.store.Job;
import dev.taxon.store.JobCreation;
import dev.taxon.store.JobItem;
import dev.taxon.store.Jobs;
import dev.taxon.store.NewJob;
import dev.taxon.store.Scope;
import dev.taxon.store.Slice;
import dev.taxon.store.Wire;
import dev.taxon.store.WorkQueue;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Jobs as their owners see them. */
public final class ClassifyJobs {
  private static final int FILES_NAMED = 10;

  private final Jobs jobs;
  private final WorkQueue queue;
  private final Runnable wake;

  /**
   * @param wake called after new work is committed, so that it starts at once
   */
  public ClassifyJobs(Jobs jobs, WorkQueue queue, Runnable wake) {
    this.jobs = jobs;
    this.queue = queue;
    this.wake = wake;
  }

  /**
   * Promises a job and returns without reading any file.
   *
   * @return anything but {@link JobCreation.FilesMissing}
   * @throws Refused when files are not in the project
   */
  public JobCreation create(NewJob job) {
    JobCreation creation = jobs.create(job, queue);
    if (creation instanceof JobCreation.FilesMissing(List<Integer> positions)) {
      throw Refused.impossible(missing(job, positions));
    }
    if (creation instanceof JobCreation.Created) {
      wake.run();
    }
    return creation;
  }

  public Job find(Scope scope, UUID id) {
    return jobs.find(scope, id).orElseThrow(() -> Refused.unknown("Classify job"));
  }

  /** Newest first. */
  public Slice<Job> list(Scope scope, Wire wire, @Nullable String after, int size) {
    return jobs.list(scope, wire, after, size);
  }

  /** A job's items from a position on, in the order of its file ids. */
  public List<JobItem> results(Job job, int from, int size) {
    return jobs.items(job.id(), from, size);
  }

  private static String missing(NewJob job, List<Integer> positions) {
    return positions.stream()
        .map(position -> job.items().get(position).spelling())
        .distinct()
        .limit(FILES_NAMED)
        .map(id -> "File ID " + id + " is not in Project ID " + job.projectId())
        .collect(Collectors.joining("; "));
  }
}
