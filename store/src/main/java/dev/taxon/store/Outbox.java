package dev.taxon.store;

import dev.taxon.Decision;
import java.net.URI;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes down what webhooks are to be told, in the transaction in which it happens. */
final class Outbox {
  /** Until the server says otherwise. */
  static final int ATTEMPTS = 3;

  private final Announcer announcer;
  private final Moments moments;
  private final Ids ids;
  private volatile int attempts = ATTEMPTS;
  private volatile Runnable bell = () -> {};

  Outbox(Announcer announcer, Moments moments, Ids ids) {
    this.announcer = announcer;
    this.moments = moments;
    this.ids = ids;
  }

  /** How often a new delivery is tried, and who is told after the commit that there may be some. */
  void attend(int attempts, Runnable bell) {
    this.attempts = attempts;
    this.bell = bell;
  }

  int attempts() {
    return attempts;
  }

  /** To be called after a commit that may have brought deliveries. */
  void ring() {
    bell.run();
  }

  /** One delivery for each webhook of the job that wants to hear of the event. */
  void tell(Handle db, UUID jobId, JobEvent event) {
    var webhooks = Webhooks.of(db, jobId);
    if (webhooks.isEmpty()) {
      return;
    }
    var job =
        db.createQuery("select * from jobs where id = :id")
            .bind("id", jobId)
            .map(JobRows.JOB)
            .one();
    String type = event.type(job.wire());
    var wanting = webhooks.stream().filter(webhook -> webhook.wants(type)).toList();
    var decision = event == JobEvent.SUCCESS && job.items() == 1 ? decision(db, jobId) : null;
    for (var webhook : wanting) {
      var now = moments.next();
      insert(
          db, new Announcement(ids.at(now), event, now, job, decision, webhook.format()), webhook);
    }
  }

  private static @Nullable Decision decision(Handle db, UUID jobId) {
    // documents_in_order (job_id, ordinal)
    return db.createQuery(
            """
            select type, confidence, reasoning, details from documents
            where job_id = :job and ordinal = 0 and outcome = 'CLASSIFIED'
            """)
        .bind("job", jobId)
        .map(JobRows.DECISION)
        .findOne()
        .orElse(null);
  }

  private void insert(Handle db, Announcement announcement, Webhook webhook) {
    db.createUpdate(
            """
            insert into deliveries (id, project_id, webhook_id, job_id, job_spelling, event_type,
              url, receiver, body, status, attempts, attempts_left, due_at, created_at, updated_at)
            values (:id, :project, :webhook, :job, :spelling, :type,
              :url, :receiver, :body, 'WAITING', 0, :left, :due, :now, :now)
            """)
        .bind("id", announcement.id())
        .bind("project", announcement.job().projectId())
        .bind("webhook", webhook.id())
        .bind("job", announcement.job().id())
        .bind("spelling", announcer.spelling(announcement.job()))
        .bind("type", announcement.event().type(announcement.job().wire()))
        .bind("url", webhook.url())
        .bind("receiver", receiver(webhook.url()))
        .bind("body", Text.storable(announcer.body(announcement)))
        .bind("left", attempts)
        .bind("due", moments.now())
        .bind("now", announcement.at())
        .execute();
  }

  /** Host and port: deliveries to one receiver share its slots. */
  private static String receiver(String url) {
    var authority = URI.create(url).getRawAuthority();
    return authority == null ? url : authority;
  }
}
