package dev.taxon.store;

import dev.taxon.Decision;
import dev.taxon.ReadFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What happens to jobs and their documents, from the making to the removal. A status changes only
 * here; {@link Jobs} tells how they stand.
 */
public final class JobCourse {
  private final Database database;
  private final Moments moments;
  private final JobCreator creator;
  private final JobNews news;
  private final Outbox outbox;
  private final LongAdder created = new LongAdder();
  private final Map<JobStatus, LongAdder> ended = new ConcurrentHashMap<>();

  JobCourse(
      Database database,
      Moments moments,
      Ids ids,
      Files files,
      Webhooks webhooks,
      Outbox outbox,
      JobNews news) {
    this.database = database;
    this.moments = moments;
    this.outbox = outbox;
    this.news = news;
    this.creator = new JobCreator(database, moments, ids, files, webhooks, outbox);
  }

  /**
   * In one transaction: checks the files against the project, pins their content, and makes the
   * job, its rules, its items, one document for each distinct file, and the queue entries. A repeat
   * (a retry within 120 s whose key, project and body are the same; an idempotency key within 24 h;
   * a transaction id) gives the job that is there. Two at once make one.
   */
  public JobCreation create(NewJob job, WorkQueue queue) {
    var creation = creator.create(job, queue);
    if (creation instanceof JobCreation.Created) {
      created.increment();
      outbox.ring();
    }
    return creation;
  }

  /**
   * A document was decided; with the last one of a job, the job ends in the same transaction.
   * Without effect when the document has its outcome.
   *
   * @return whether this was the outcome
   */
  public boolean fileClassified(UUID documentId, Decision decision) {
    var details = Json.text(Json.Details.of(decision));
    return outcome(
        documentId,
        db ->
            db.createUpdate(
                    """
                    update documents
                    set outcome = 'CLASSIFIED', type = :type, confidence = :confidence,
                      reasoning = :reasoning, details = :details, updated_at = :now
                    where id = :id and outcome is null
                    """)
                .bind("type", Text.storableOrNull(decision.type()))
                .bind("confidence", decision.confidence())
                .bind("reasoning", Text.storable(decision.reasoning()))
                .bind("details", details)
                .bind("now", moments.next())
                .bind("id", documentId)
                .execute());
  }

  /** A document was read and nothing is to be decided; otherwise as {@link #fileClassified}. */
  public boolean fileRead(UUID documentId) {
    return outcome(
        documentId,
        db ->
            db.createUpdate(
                    """
                    update documents set outcome = 'READ', updated_at = :now
                    where id = :id and outcome is null
                    """)
                .bind("now", moments.next())
                .bind("id", documentId)
                .execute());
  }

  /** Work on a job begins; again for a later document or after a crash, without effect. */
  public void begun(UUID jobId) {
    int begun =
        database.write(db -> {
          int changed =
              db.createUpdate(
                      """
                      update jobs set began_at = :now, updated_at = :now
                      where id = :id and status = 'PENDING' and began_at is null
                      """)
                  .bind("id", jobId)
                  .bind("now", moments.next())
                  .execute();
          if (changed > 0) {
            outbox.tell(db, jobId, JobEvent.RUNNING);
          }
          return changed;
        });
    if (begun > 0) {
      outbox.ring();
      news.changed(jobId, false);
    }
  }

  /** A document could not be read or decided; otherwise as {@link #fileClassified}. */
  public boolean fileFailed(UUID documentId, ReadFailure.Code code, String sentence) {
    return outcome(
        documentId,
        db ->
            db.createUpdate(
                    """
                    update documents
                    set outcome = 'FAILED', failure_code = :code, failure_sentence = :sentence,
                      updated_at = :now
                    where id = :id and outcome is null
                    """)
                .bind("code", code.name())
                .bind("sentence", Text.storable(sentence))
                .bind("now", moments.next())
                .bind("id", documentId)
                .execute());
  }

  /**
   * What became of an attempt to give an outcome.
   *
   * @param jobId whose document got its outcome; null when it had one
   * @param end null while others wait
   */
  private record Recorded(@Nullable UUID jobId, @Nullable JobStatus end) {}

  private boolean outcome(UUID documentId, Database.Work<Integer> change) {
    var recorded = record(documentId, change);
    if (recorded.end() != null) {
      tally(recorded.end());
    }
    if (recorded.jobId() != null) {
      news.changed(recorded.jobId(), recorded.end() != null);
    }
    return recorded.jobId() != null;
  }

  private Recorded record(UUID documentId, Database.Work<Integer> change) {
    return database.write(db -> {
      var job = heldJobOf(db, documentId);
      if (job.isEmpty() || change.withHandle(db) == 0) {
        return new Recorded(null, null);
      }
      int waiting =
          db.createQuery("update jobs set waiting = waiting - 1 where id = :id returning waiting")
              .bind("id", job.get())
              .mapTo(Integer.class)
              .one();
      return new Recorded(job.get(), waiting == 0 ? end(db, job.get()) : null);
    });
  }

  /** The job of a document, locked: whoever changes a job or its documents locks the job first. */
  private Optional<UUID> heldJobOf(Handle db, UUID documentId) {
    return db.createQuery(
            "select id from jobs where id = (select job_id from documents where id = :id) "
                + database.dialect().forUpdate())
        .bind("id", documentId)
        .mapTo(UUID.class)
        .findOne();
  }

  private JobStatus end(Handle db, UUID jobId) {
    var wire =
        db.createQuery("select wire from jobs where id = :id")
            .bind("id", jobId)
            .mapTo(Wire.class)
            .one();
    // items (job_id, position) is the primary key
    var entries =
        db.createQuery(
                """
                select i.spelling, d.failure_code, d.failure_sentence
                from items i join documents d on d.id = i.document_id
                where i.job_id = :job
                order by i.position
                """)
            .bind("job", jobId)
            .map(JobRows.ENDED)
            .list();
    var ending = JobEnding.of(wire, entries);
    db.createUpdate(
            """
            update jobs
            set status = :status, error_message = :message, effective_at = :now, updated_at = :now
            where id = :id
            """)
        .bind("status", ending.status().name())
        .bind("message", ending.errorMessage())
        .bind("now", moments.next())
        .bind("id", jobId)
        .execute();
    outbox.tell(db, jobId, JobEvent.of(ending.status()));
    return ending.status();
  }

  private void tally(JobStatus end) {
    outbox.ring();
    ended.computeIfAbsent(end, status -> new LongAdder()).increment();
  }

  /**
   * Ends a pending job; documents that wait get {@link Outcome.Cancelled}. Returns whether it was
   * pending.
   */
  public boolean jobCancelled(UUID jobId) {
    return jobCancelled(jobId, Answering.unkept()).isPresent();
  }

  /** As above, and keeps the answer about it; the job as it is then, empty when it had ended. */
  public Optional<Job> jobCancelled(UUID jobId, Answering<Job> answering) {
    var cancelled = database.write(db -> cancel(db, jobId, answering));
    if (cancelled.isPresent()) {
      tally(JobStatus.CANCELLED);
      news.changed(jobId, true);
    }
    return cancelled;
  }

  private Optional<Job> cancel(Handle db, UUID jobId, Answering<Job> answering) {
    var now = moments.next();
    var cancelled =
        db.createQuery(
                """
                update jobs
                set status = 'CANCELLED', waiting = 0, effective_at = :now, updated_at = :now
                where id = :id and status = 'PENDING'
                returning *
                """)
            .bind("id", jobId)
            .bind("now", now)
            .map(JobRows.JOB)
            .findOne();
    if (cancelled.isPresent()) {
      // documents_waiting (job_id, ordinal) where outcome is null
      db.createUpdate(
              """
              update documents set outcome = 'CANCELLED', updated_at = :now
              where job_id = :job and outcome is null
              """)
          .bind("job", jobId)
          .bind("now", now)
          .execute();
      outbox.tell(db, jobId, JobEvent.CANCELLED);
      answering.keep(db, cancelled.get(), now);
    }
    return cancelled;
  }

  /**
   * Removes a job that has ended and all that belongs to it; frees its transaction id.
   *
   * @return whether it had ended and is gone
   */
  public boolean delete(UUID jobId) {
    return database.write(db -> {
      boolean hasEnded =
          db.createQuery("select status from jobs where id = :id " + database.dialect().forUpdate())
              .bind("id", jobId)
              .mapTo(JobStatus.class)
              .findOne()
              .filter(JobStatus::isTerminal)
              .isPresent();
      if (hasEnded) {
        for (var table : List.of("idempotency_keys", "items", "documents")) {
          db.createUpdate("delete from " + table + " where job_id = :id")
              .bind("id", jobId)
              .execute();
        }
        db.createUpdate("delete from jobs where id = :id").bind("id", jobId).execute();
      }
      return hasEnded;
    });
  }

  /** How many jobs this process has made. */
  public long created() {
    return created.sum();
  }

  /** How many jobs this process has seen end in a status. */
  public long ended(JobStatus status) {
    var count = ended.get(status);
    return count == null ? 0 : count.sum();
  }
}
