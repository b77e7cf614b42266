package dev.taxon.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The making of a job: one transaction, or nothing. */
final class JobCreator {
  /** How long a request that may be a retry is known by its body. */
  static final Duration RETRY_WINDOW = Duration.ofMinutes(2);

  /** How long an idempotency key is remembered. */
  static final Duration KEY_LIFE = Duration.ofHours(24);

  /** Ids in one query; databases bound the number of parameters. */
  private static final int IDS_AT_ONCE = 1_000;

  private final Database database;
  private final Moments moments;
  private final Ids ids;
  private final Files files;
  private final Webhooks webhooks;
  private final Outbox outbox;

  JobCreator(
      Database database, Moments moments, Ids ids, Files files, Webhooks webhooks, Outbox outbox) {
    this.database = database;
    this.moments = moments;
    this.ids = ids;
    this.files = files;
    this.webhooks = webhooks;
    this.outbox = outbox;
  }

  /** A file as it stands when the job pins it; its blob is null when the content never came. */
  private record Pin(UUID fileId, String name, @Nullable Blob blob) {}

  JobCreation create(NewJob job, WorkQueue queue) {
    // outside the transaction: others wait for it
    var rules = Json.text(job.rules());
    var options = Json.text(job.options());
    return database.write(db -> {
      holdNames(db, job);
      var repeated = repeated(db, job);
      if (repeated.isPresent()) {
        return repeated.get();
      }
      if (job.file() != null) {
        files.insert(db, job.file());
      }
      var pins = pins(db, job);
      var missing = positions(job, item -> !pins.containsKey(item.fileId()));
      if (!missing.isEmpty()) {
        return new JobCreation.FilesMissing(missing);
      }
      var empty = positions(job, item -> !hasContent(pins.get(item.fileId())));
      if (!empty.isEmpty()) {
        return new JobCreation.ContentMissing(empty);
      }
      var now = moments.next();
      var writing = new Writing(job, rules, options, pins, ids.at(now), now);
      return new JobCreation.Created(insert(db, writing, queue));
    });
  }

  /** Those that might make the same job wait for each other; always in this order. */
  private void holdNames(Handle db, NewJob job) {
    var dialect = database.dialect();
    if (job.transactionId() != null) {
      dialect.hold(db, "transaction " + job.projectId() + " " + job.transactionId());
    }
    var caller = job.keyId() + " " + job.projectId() + " ";
    if (job.idempotencyKey() != null) {
      dialect.hold(db, "idempotency " + caller + job.idempotencyKey());
    }
    dialect.hold(db, "body " + caller + job.bodySha256());
  }

  private Optional<JobCreation> repeated(Handle db, NewJob job) {
    if (job.transactionId() != null) {
      // jobs_by_transaction (project_id, transaction_id)
      var earlier =
          db.createQuery("select * from jobs where project_id = :project and transaction_id = :id")
              .bind("project", job.projectId())
              .bind("id", job.transactionId())
              .map(JobRows.JOB)
              .findOne();
      if (earlier.isPresent()) {
        return earlier.map(JobCreation.Repeated::new);
      }
    }
    if (job.idempotencyKey() != null) {
      var earlier = byIdempotencyKey(db, job);
      if (earlier.isPresent()) {
        return earlier;
      }
    }
    return job.retry() ? byBody(db, job) : Optional.empty();
  }

  private Optional<JobCreation> byIdempotencyKey(Handle db, NewJob job) {
    // idempotency_keys (key_id, project_id, idempotency_key) is the primary key
    return db.createQuery(
            """
            select j.*, k.body_sha256 as key_body
            from idempotency_keys k join jobs j on j.id = k.job_id
            where k.key_id = :key and k.project_id = :project
              and k.idempotency_key = :idempotencyKey and k.created_at > :since
            """)
        .bind("key", job.keyId())
        .bind("project", job.projectId())
        .bind("idempotencyKey", job.idempotencyKey())
        .bind("since", moments.now().minus(KEY_LIFE))
        .map((row, context) ->
            row.getString("key_body").equals(job.bodySha256())
                ? (JobCreation) new JobCreation.Repeated(JobRows.JOB.map(row, context))
                : new JobCreation.KeyReused())
        .findOne();
  }

  private Optional<JobCreation> byBody(Handle db, NewJob job) {
    // jobs_by_body (project_id, body_sha256, created_at)
    return db.createQuery(
            """
            select * from jobs
            where project_id = :project and body_sha256 = :body and created_at >= :since
              and key_id = :key and wire = :wire
            order by created_at desc limit 1
            """)
        .bind("project", job.projectId())
        .bind("body", job.bodySha256())
        .bind("since", moments.now().minus(RETRY_WINDOW))
        .bind("key", job.keyId())
        .bind("wire", job.wire().name())
        .map(JobRows.JOB)
        .findOne()
        .map(JobCreation.Repeated::new);
  }

  /** The project's files among those named; they cannot go or change before the job is there. */
  private Map<UUID, Pin> pins(Handle db, NewJob job) {
    if (job.sourceId() != null) {
      return taken(db, job, job.sourceId());
    }
    var wanted = job.items().stream().map(NewJob.Item::fileId).distinct().sorted().toList();
    var pins = new HashMap<UUID, Pin>();
    for (int i = 0; i < wanted.size(); i += IDS_AT_ONCE) {
      db.createQuery(
              """
              select id, name, blob_sha256, blob_size from files
              where id in (<ids>) and project_id = :project and %s
              order by id %s
              """
                  .formatted(Files.ALIVE, database.dialect().forShare()))
          .bindList("ids", wanted.subList(i, Math.min(i + IDS_AT_ONCE, wanted.size())))
          .bind("project", job.projectId())
          .bind("now", moments.now())
          .map((row, context) ->
              new Pin(Rows.uuid(row, "id", context), row.getString("name"), Rows.blobOrNull(row)))
          .forEach(pin -> pins.put(pin.fileId(), pin));
    }
    return pins;
  }

  /** What another job pinned, which the one item names in place of a file. */
  private Map<UUID, Pin> taken(Handle db, NewJob job, UUID sourceId) {
    var pins = new HashMap<UUID, Pin>();
    db.createQuery(
            """
            select d.file_id, d.name, d.blob_sha256, d.blob_size
            from documents d join jobs j on j.id = d.job_id
            where d.id = :id and j.project_id = :project %s
            """
                .formatted(database.dialect().forShare()))
        .bind("id", sourceId)
        .bind("project", job.projectId())
        .map((row, context) ->
            new Pin(
                Rows.uuid(row, "file_id", context), row.getString("name"), Rows.blobOrNull(row)))
        .forEach(pin -> pins.put(job.items().getFirst().fileId(), pin));
    return pins;
  }

  private static List<Integer> positions(NewJob job, Predicate<NewJob.Item> isBad) {
    var positions = new ArrayList<Integer>();
    for (int i = 0; i < job.items().size(); i++) {
      if (isBad.test(job.items().get(i))) {
        positions.add(i);
      }
    }
    return positions;
  }

  private static boolean hasContent(@Nullable Pin pin) {
    return pin != null && pin.blob() != null;
  }

  /** What a new job is written with. */
  private record Writing(
      NewJob job, String rules, String options, Map<UUID, Pin> pins, UUID id, Instant now) {}

  private Job insert(Handle db, Writing writing, WorkQueue queue) throws SQLException {
    var documents = documentIds(writing);
    insertJob(db, writing, documents.size());
    insertDocuments(db, writing, documents);
    insertItems(db, writing, documents);
    if (writing.job().idempotencyKey() != null) {
      rememberKey(db, writing);
    }
    queue.enqueue(db.getConnection(), writing.id(), List.copyOf(documents.values()), writing.now());
    var job = writing.job();
    webhooks.insert(db, job.projectId(), writing.id(), job.webhooks());
    outbox.tell(db, writing.id(), JobEvent.PENDING);
    return new Job(
        writing.id(),
        job.wire(),
        job.projectId(),
        job.userId(),
        JobStatus.PENDING,
        job.rules(),
        job.options(),
        job.items().size(),
        null,
        job.transactionId(),
        job.configurationId(),
        job.echo(),
        writing.now(),
        null,
        writing.now(),
        writing.now());
  }

  /**
   * A document for each distinct file, in the order of first appearance. What only reads is the one
   * document that it reads.
   */
  private Map<UUID, UUID> documentIds(Writing writing) {
    var documents = new LinkedHashMap<UUID, UUID>();
    for (var item : writing.job().items()) {
      documents.computeIfAbsent(
          item.fileId(),
          file -> writing.job().wire() == Wire.PARSE ? writing.id() : ids.at(writing.now()));
    }
    return documents;
  }

  private static void insertJob(Handle db, Writing writing, int documents) {
    var job = writing.job();
    db.createUpdate(
            """
            insert into jobs (id, wire, project_id, key_id, user_id, status, rules, options,
              items, waiting, body_sha256, transaction_id, configuration_id, echo,
              effective_at, created_at, updated_at)
            values (:id, :wire, :project, :key, :user, 'PENDING', :rules, :options,
              :items, :waiting, :body, :transaction, :configuration, :echo,
              :now, :now, :now)
            """)
        .bind("id", writing.id())
        .bind("wire", job.wire().name())
        .bind("project", job.projectId())
        .bind("key", job.keyId())
        .bind("user", job.userId())
        .bind("rules", writing.rules())
        .bind("options", writing.options())
        .bind("items", job.items().size())
        .bind("waiting", documents)
        .bind("body", job.bodySha256())
        .bind("transaction", job.transactionId())
        .bind("configuration", job.configurationId())
        .bind("echo", job.echo())
        .bind("now", writing.now())
        .execute();
  }

  private static void insertDocuments(Handle db, Writing writing, Map<UUID, UUID> documents) {
    var batch =
        db.prepareBatch(
            """
            insert into documents (id, job_id, ordinal, file_id, name, blob_sha256, blob_size,
              source_id, created_at, updated_at)
            values (:id, :job, :ordinal, :file, :name, :blob, :size, :source, :now, :now)
            """);
    int ordinal = 0;
    for (var document : documents.entrySet()) {
      var pin = Objects.requireNonNull(writing.pins().get(document.getKey()));
      var blob = Objects.requireNonNull(pin.blob());
      batch
          .bind("id", document.getValue())
          .bind("job", writing.id())
          .bind("ordinal", ordinal++)
          .bind("file", pin.fileId())
          .bind("name", pin.name())
          .bind("blob", blob.sha256())
          .bind("size", blob.size())
          .bindByType("source", writing.job().sourceId(), UUID.class)
          .bind("now", writing.now())
          .add();
    }
    batch.execute();
  }

  private void insertItems(Handle db, Writing writing, Map<UUID, UUID> documents) {
    var batch =
        db.prepareBatch(
            """
            insert into items (job_id, position, id, spelling, document_id)
            values (:job, :position, :id, :spelling, :document)
            """);
    int position = 0;
    for (var item : writing.job().items()) {
      batch
          .bind("job", writing.id())
          .bind("position", position++)
          .bind("id", ids.at(writing.now()))
          .bind("spelling", item.spelling())
          .bind("document", documents.get(item.fileId()))
          .add();
    }
    batch.execute();
  }

  private static void rememberKey(Handle db, Writing writing) {
    var job = writing.job();
    // a key that is still there has outlived its day, else its job had been the answer
    db.createUpdate(
            """
            insert into idempotency_keys
              (key_id, project_id, idempotency_key, body_sha256, job_id, created_at)
            values (:key, :project, :idempotencyKey, :body, :job, :now)
            on conflict (key_id, project_id, idempotency_key) do update
              set body_sha256 = excluded.body_sha256, job_id = excluded.job_id,
                created_at = excluded.created_at
            """)
        .bind("key", job.keyId())
        .bind("project", job.projectId())
        .bind("idempotencyKey", job.idempotencyKey())
        .bind("body", job.bodySha256())
        .bind("job", writing.id())
        .bind("now", writing.now())
        .execute();
  }
}
