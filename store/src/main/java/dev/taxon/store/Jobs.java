package dev.taxon.store;

import dev.taxon.Decision;
import dev.taxon.ReadFailure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs, their documents and outcomes. A status changes only here. */
public final class Jobs {
  Jobs() {}

  /**
   * In one transaction: checks the files against the project, pins their content, and makes the
   * job, its rules, its items, one document for each distinct file, and the queue entries. A repeat
   * (a retry within 120 s whose key, project and body are the same; an idempotency key within 24 h;
   * a transaction id) gives the job that is there. Two at once make one.
   */
  public JobCreation create(NewJob job, WorkQueue queue) {
    throw new IllegalStateException("not built");
  }

  public Optional<Job> find(Scope scope, UUID jobId) {
    throw new IllegalStateException("not built");
  }

  /** Newest first; {@code after} as in {@link Files#list}. */
  public Slice<Job> list(Scope scope, Wire wire, @Nullable String after, int size) {
    throw new IllegalStateException("not built");
  }

  /**
   * Items by position.
   *
   * @param from first position
   * @param size at most so many
   */
  public List<JobItem> items(UUID jobId, int from, int size) {
    throw new IllegalStateException("not built");
  }

  /**
   * What there is to do for a document; empty when it has its outcome already or its job is gone.
   */
  public Optional<DocumentWork> work(UUID documentId) {
    throw new IllegalStateException("not built");
  }

  /**
   * A document was decided; with the last one of a job, the job ends in the same transaction.
   * Without effect when the document has its outcome.
   *
   * @return whether this was the outcome
   */
  public boolean fileClassified(UUID documentId, Decision decision) {
    throw new IllegalStateException("not built");
  }

  /** A document could not be read or decided; otherwise as {@link #fileClassified}. */
  public boolean fileFailed(UUID documentId, ReadFailure.Code code, String sentence) {
    throw new IllegalStateException("not built");
  }

  /**
   * Ends a pending job; documents that wait get {@link Outcome.Cancelled}. Returns whether it was
   * pending.
   */
  public boolean jobCancelled(UUID jobId) {
    throw new IllegalStateException("not built");
  }

  /** Documents without an outcome: waiting or at work. For metrics and recovery. */
  public long pendingDocuments() {
    throw new IllegalStateException("not built");
  }

  /**
   * Pending documents of pending jobs, oldest first: what a queue that lost entries would need
   * again.
   */
  public List<UUID> documentsWithoutOutcome(UUID jobId) {
    throw new IllegalStateException("not built");
  }
}
