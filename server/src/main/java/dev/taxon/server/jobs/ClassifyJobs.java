package dev.taxon.server.jobs;

import dev.taxon.Decision;
import dev.taxon.server.access.Refused;
import dev.taxon.store.Answering;
import dev.taxon.store.Job;
import dev.taxon.store.JobCourse;
import dev.taxon.store.JobCreation;
import dev.taxon.store.JobFilter;
import dev.taxon.store.JobItem;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Jobs;
import dev.taxon.store.NewJob;
import dev.taxon.store.Scope;
import dev.taxon.store.Slice;
import dev.taxon.store.Wire;
import dev.taxon.store.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs as their owners see them. */
public final class ClassifyJobs {
  private static final Logger LOG = LoggerFactory.getLogger(ClassifyJobs.class);
  private static final int FILES_NAMED = 10;

  private final Jobs jobs;
  private final JobCourse course;
  private final WorkQueue queue;
  private final Runnable wake;
  private final JobWatch watch;
  private final long mostWaiting;

  /**
   * @param wake called after new work is committed, so that it starts at once
   * @param mostWaiting with so many documents without an outcome no job is accepted; 0 for no bound
   */
  public ClassifyJobs(
      Jobs jobs,
      JobCourse course,
      WorkQueue queue,
      Runnable wake,
      JobWatch watch,
      long mostWaiting) {
    this.jobs = jobs;
    this.course = course;
    this.queue = queue;
    this.wake = wake;
    this.watch = watch;
    this.mostWaiting = mostWaiting;
  }

  /**
   * Passes when a job may be accepted; to be asked before anything of it is.
   *
   * @throws Refused when too much waits
   */
  public void admit() {
    if (mostWaiting > 0 && jobs.pendingDocuments() >= mostWaiting) {
      throw Refused.busy("Classify endpoints are currently unavailable.");
    }
  }

  /**
   * Promises a job and returns without reading any file.
   *
   * @return anything but {@link JobCreation.FilesMissing}
   * @throws Refused when files are not in the project
   */
  public JobCreation create(NewJob job) {
    JobCreation creation = course.create(job, queue);
    if (creation instanceof JobCreation.FilesMissing(List<Integer> positions)) {
      throw job.wire() == Wire.PARSE
          ? Refused.unknown("File")
          : Refused.impossible(missing(job, positions));
    }
    if (creation instanceof JobCreation.Created(Job created)) {
      // this line has both: the request's id and the job's
      LOG.info(
          "Queued job {}; its documents: {}.",
          created.id(),
          job.items().stream().map(NewJob.Item::fileId).distinct().count());
      wake.run();
    }
    return creation;
  }

  /**
   * A job at its end, or as it is when the time is over or the server stops.
   *
   * @param scope in which it is found
   */
  public Job ended(Scope scope, Job job, Duration atMost) {
    return watch.ended(scope, job, atMost);
  }

  /**
   * A job that a part of the wire answers for.
   *
   * @throws Refused when there is none
   */
  public Job find(Scope scope, Wire wire, UUID id) {
    return jobs.find(scope, wire, id).orElseThrow(() -> unknown(wire));
  }

  /** A job as it is by now; empty when it is gone. */
  public Optional<Job> now(Scope scope, Job job) {
    return jobs.find(scope, job.wire(), job.id());
  }

  /**
   * A job's items that have their outcome, in the order in which they got it.
   *
   * @param since only those that changed then or later
   */
  public List<JobItem> outcomes(Job job, Instant since) {
    return jobs.outcomes(job.id(), since);
  }

  /** An entry of any job's results, by its own id. */
  public Optional<JobItem> result(Scope scope, UUID id) {
    return jobs.item(scope, id);
  }

  /** A job of any part of the wire. */
  public Optional<Job> any(Scope scope, UUID id) {
    return jobs.find(scope, id);
  }

  /** An entry's decision with all its reasons; empty while it waits and when it has none. */
  public Optional<Decision> decision(JobItem item) {
    return jobs.decision(item.documentId());
  }

  /** There is no such job, or none that may be seen. */
  public static Refused unknown(Wire wire) {
    return Refused.unknown(wire == Wire.PARSE ? "Parse job" : "Classify job");
  }

  /** The job that was made under a transaction id, which makes no other. */
  public Optional<Job> ofTransaction(UUID project, String transactionId) {
    return jobs.ofTransaction(project, transactionId);
  }

  /** Newest first. */
  public Slice<Job> list(Scope scope, JobFilter filter, @Nullable String after, int size) {
    return jobs.list(scope, filter, after, size);
  }

  /** The one item of each of some jobs that have one, by job. */
  public Map<UUID, JobItem> only(List<Job> some) {
    return jobs.firstItems(some.stream().map(Job::id).toList());
  }

  /** The one item of a job that has one. */
  public JobItem only(Job job) {
    return jobs.items(job.id(), 0, 1).getFirst();
  }

  /**
   * What stands behind the id of a parse job: one that was made as such, or the reading that a job
   * of one document did for itself, once it is done.
   */
  public Optional<Job> reading(Scope scope, UUID id) {
    return jobs.ofDocument(scope, id)
        .filter(job ->
            job.wire() == Wire.PARSE
                || (job.wire() == Wire.V2
                    && job.status() == JobStatus.SUCCESS
                    && only(job).sourceId() == null));
  }

  /**
   * Ends a job that waits or is at work, and keeps the answer about it; what it would still bring
   * is thrown away.
   *
   * @return the job as it is then; empty when it had ended
   */
  public Optional<Job> cancel(Job job, Answering<Job> answering) {
    return course.jobCancelled(job.id(), answering);
  }

  /**
   * Removes a job that has ended.
   *
   * @return whether it had
   */
  public boolean delete(Job job) {
    return course.delete(job.id());
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
        .map(id ->
            (job.sourceId() == null ? "File ID " : "Parse Job ID ")
                + id
                + " is not in Project ID "
                + job.projectId())
        .collect(Collectors.joining("; "));
  }
}
