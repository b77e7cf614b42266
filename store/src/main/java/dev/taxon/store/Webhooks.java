package dev.taxon.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Webhook configurations: saved ones, and those that came with jobs. */
public final class Webhooks {
  static final RowMapper<Webhook> WEBHOOK =
      (row, context) -> {
        var events = row.getString("events");
        return new Webhook(
            Rows.uuid(row, "id", context),
            Rows.uuid(row, "project_id", context),
            row.getString("url"),
            events == null ? null : Json.words(events),
            Webhook.Format.valueOf(row.getString("output_format")),
            row.getString("sealed"),
            row.getBoolean("has_secret"),
            Rows.instantOrNull(row, "deleted_at", context) != null,
            Rows.instant(row, "created_at", context),
            Rows.instant(row, "updated_at", context));
      };

  private final Database database;
  private final Moments moments;
  private final Ids ids;

  Webhooks(Database database, Moments moments, Ids ids) {
    this.database = database;
    this.moments = moments;
    this.ids = ids;
  }

  /** Saves a webhook under an id of its own. */
  public Webhook save(UUID projectId, WebhookDraft draft) {
    return save(projectId, draft, Answering.unkept());
  }

  /** As above, and keeps the answer about it. */
  public Webhook save(UUID projectId, WebhookDraft draft, Answering<Webhook> answering) {
    return database.write(db -> {
      var saved = insert(db, projectId, draft, true);
      answering.keep(db, saved, saved.createdAt());
      return saved;
    });
  }

  private Webhook insert(Handle db, UUID projectId, WebhookDraft draft, boolean isSaved) {
    var now = moments.next();
    return db.createQuery(
            """
            insert into webhooks (id, project_id, is_saved, url, events, output_format, sealed,
              has_secret, created_at, updated_at)
            values (:id, :project, :saved, :url, :events, :format, :sealed,
              :hasSecret, :now, :now)
            returning *
            """)
        .bind("id", ids.at(now))
        .bind("project", projectId)
        .bind("saved", isSaved)
        .bind("url", draft.url())
        .bind("events", draft.events() == null ? null : Json.text(draft.events()))
        .bind("format", draft.format().name())
        .bind("sealed", draft.sealed())
        .bind("hasSecret", draft.hasSecret())
        .bind("now", now)
        .map(WEBHOOK)
        .one();
  }

  /** Ties webhooks to a job that is being made. */
  void insert(Handle db, UUID projectId, UUID jobId, List<JobWebhook> webhooks) {
    for (int position = 0; position < webhooks.size(); position++) {
      var id =
          switch (webhooks.get(position)) {
            case JobWebhook.Saved(UUID saved) -> saved;
            case JobWebhook.Own(WebhookDraft draft) -> insert(db, projectId, draft, false).id();
          };
      db.createUpdate(
              """
              insert into job_webhooks (job_id, position, webhook_id)
              values (:job, :position, :webhook)
              """)
          .bind("job", jobId)
          .bind("position", position)
          .bind("webhook", id)
          .execute();
    }
  }

  /** The webhooks of a job, in the order it was made with, those deleted since included. */
  static List<Webhook> of(Handle db, UUID jobId) {
    // job_webhooks (job_id, position) is the primary key
    return db.createQuery(
            """
            select w.* from job_webhooks j join webhooks w on w.id = j.webhook_id
            where j.job_id = :job
            order by j.position
            """)
        .bind("job", jobId)
        .map(WEBHOOK)
        .list();
  }

  /** The saved ones, newest first. */
  public List<Webhook> list(Scope scope) {
    // webhooks_newest (project_id, created_at, id) where is_saved
    return database.read(db ->
        db.createQuery(
                "select * from webhooks where is_saved and deleted_at is null and "
                    + scope.condition()
                    + " order by created_at desc, id desc")
            .bindMap(scope.bindings())
            .map(WEBHOOK)
            .list());
  }

  /** A saved one. */
  public Optional<Webhook> find(Scope scope, UUID id) {
    return database.read(db ->
        db.createQuery("select * from webhooks where " + SAVED_ONE + scope.condition())
            .bind("id", id)
            .bindMap(scope.bindings())
            .map(WEBHOOK)
            .findOne());
  }

  private static final String SAVED_ONE = "id = :id and is_saved and deleted_at is null and ";

  /** Changes a saved one; what is sent from then on goes there. Empty when there is none. */
  public Optional<Webhook> change(Scope scope, UUID id, WebhookDraft draft) {
    return database.write(db ->
        db.createQuery(
                """
                update webhooks
                set url = :url, events = :events, output_format = :format, sealed = :sealed,
                  has_secret = :hasSecret, updated_at = :now
                where
                """
                    + SAVED_ONE
                    + scope.condition()
                    + " returning *")
            .bind("id", id)
            .bindMap(scope.bindings())
            .bind("url", draft.url())
            .bind("events", draft.events() == null ? null : Json.text(draft.events()))
            .bind("format", draft.format().name())
            .bind("sealed", draft.sealed())
            .bind("hasSecret", draft.hasSecret())
            .bind("now", moments.next())
            .map(WEBHOOK)
            .findOne());
  }

  /**
   * Forgets a saved one and what it kept secret; jobs that name it send nothing more to it.
   *
   * @return whether there was one
   */
  public boolean delete(Scope scope, UUID id) {
    return database.write(db ->
        db.createUpdate(
                    """
                    update webhooks
                    set deleted_at = :now, sealed = null, has_secret = :no, updated_at = :now
                    where
                    """
                        + SAVED_ONE
                        + scope.condition())
                .bind("id", id)
                .bind("no", false)
                .bindMap(scope.bindings())
                .bind("now", moments.next())
                .execute()
            == 1);
  }

  /**
   * Some of those whose secrets are sealed with another key.
   *
   * @param key what sealed texts begin with
   */
  public List<Webhook> sealedOtherwise(String key, int most) {
    return database.read(db ->
        db.createQuery(
                """
                select * from webhooks
                where sealed is not null and substr(sealed, 1, length(:key)) <> :key
                order by id
                limit :most
                """)
            .bind("key", key)
            .bind("most", most)
            .map(WEBHOOK)
            .list());
  }

  /** Puts another seal around the same secrets, unless they changed meanwhile. */
  public void sealAgain(List<Webhook> webhooks, List<String> sealed) {
    var pairs = new ArrayList<String>(sealed);
    database.write(db -> {
      var batch =
          db.prepareBatch("update webhooks set sealed = :new where id = :id and sealed = :old");
      for (int i = 0; i < webhooks.size(); i++) {
        batch
            .bind("id", webhooks.get(i).id())
            .bind("old", webhooks.get(i).sealed())
            .bind("new", pairs.get(i))
            .add();
      }
      return batch.execute();
    });
  }

  /**
   * Webhooks of a job that were kept before there were seals.
   *
   * @param json an array of forms as the job's request brought them
   */
  public record Unsealed(UUID jobId, UUID projectId, Wire wire, String json) {}

  /** Some of those that are still to be sealed. */
  public List<Unsealed> unsealed(int most) {
    return database.read(db ->
        db.createQuery(
                """
                select u.job_id, j.project_id, j.wire, u.webhooks
                from unsealed_webhooks u join jobs j on j.id = u.job_id
                order by u.job_id
                limit :most
                """)
            .bind("most", most)
            .map((row, context) ->
                new Unsealed(
                    Rows.uuid(row, "job_id", context),
                    Rows.uuid(row, "project_id", context),
                    Wire.valueOf(row.getString("wire")),
                    row.getString("webhooks")))
            .list());
  }

  /** Replaces what was kept unsealed of a job; without effect when that is done. */
  public void sealed(Unsealed before, List<WebhookDraft> webhooks) {
    database.write(db -> {
      int found =
          db.createUpdate("delete from unsealed_webhooks where job_id = :job")
              .bind("job", before.jobId())
              .execute();
      if (found > 0) {
        insert(
            db,
            before.projectId(),
            before.jobId(),
            webhooks.stream().<JobWebhook>map(JobWebhook.Own::new).toList());
      }
      return found;
    });
  }
}
