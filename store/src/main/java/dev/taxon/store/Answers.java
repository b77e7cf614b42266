package dev.taxon.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers under the idempotency keys that clients gave, for 24 hours. */
public final class Answers {
  private final Database database;
  private final Moments moments;

  Answers(Database database, Moments moments) {
    this.database = database;
    this.moments = moments;
  }

  /** What was answered before; empty too when that is more than 24 hours ago. */
  public Optional<KeptAnswer> find(AnswerPlace place) {
    // answers (key_id, project_id, idempotency_key) is the primary key
    return database.read(db ->
        db.createQuery(
                """
                select * from answers
                where key_id = :key and project_id = :project and idempotency_key = :name
                  and created_at > :since
                """)
            .bind("key", place.keyId())
            .bind("project", place.projectId())
            .bind("name", place.idempotencyKey())
            .bind("since", moments.now().minus(JobCreator.KEY_LIFE))
            .map((row, context) ->
                new KeptAnswer(
                    row.getString("request_sha256"),
                    row.getInt("status"),
                    row.getString("content_type"),
                    new String(row.getBytes("body"), UTF_8)))
            .findOne());
  }

  /** Keeps an answer, in place of one that is older than 24 hours; a younger one stays. */
  public void keep(AnswerPlace place, KeptAnswer answer) {
    database.write(db -> keep(db, place, answer, moments.next()));
  }

  /** As above; whether no younger one was there. */
  static boolean keep(Handle db, AnswerPlace place, KeptAnswer answer, Instant now) {
    return db.createUpdate(
                """
                insert into answers (key_id, project_id, idempotency_key, request_sha256, status,
                  content_type, body, created_at)
                values (:key, :project, :name, :request, :status, :type, :body, :now)
                on conflict (key_id, project_id, idempotency_key) do update set
                  request_sha256 = excluded.request_sha256, status = excluded.status,
                  content_type = excluded.content_type, body = excluded.body,
                  created_at = excluded.created_at
                where answers.created_at <= :since
                """)
            .bind("key", place.keyId())
            .bind("project", place.projectId())
            .bind("name", place.idempotencyKey())
            .bind("request", answer.requestSha256())
            .bind("status", answer.status())
            .bind("type", answer.contentType())
            .bind("body", answer.sealed().getBytes(UTF_8))
            .bind("now", now)
            .bind("since", now.minus(JobCreator.KEY_LIFE))
            .execute()
        == 1;
  }
}
