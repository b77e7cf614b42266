package dev.taxon.store;

import dev.taxon.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Jobs, their documents and outcomes, as they stand; {@link JobCourse} moves them. */
public final class Jobs {
  private final Database database;
  private final JobNews news;

  Jobs(Database database, JobNews news) {
    this.database = database;
    this.news = news;
  }

  /** Where this process hears at once that a job changed. */
  public JobNews news() {
    return news;
  }

  /**
   * How far some jobs have come; one that is gone is not among them. Cheap: for those who look
   * again and again.
   */
  public Map<UUID, JobStanding> standings(Collection<UUID> jobIds) {
    return database.read(db ->
        db
            .createQuery("select id, status, waiting, began_at from jobs where id in (<jobs>)")
            .bindList(Database.NOTHING, "jobs", List.copyOf(jobIds))
            .map(JobRows.STANDING)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** A job that a part of the wire answers for. */
  public Optional<Job> find(Scope scope, Wire wire, UUID jobId) {
    return database.read(db ->
        db.createQuery(
                "select * from jobs where id = :id and wire = :wire and " + scope.condition())
            .bind("id", jobId)
            .bind("wire", wire.name())
            .bindMap(scope.bindings())
            .map(JobRows.JOB)
            .findOne());
  }

  /** The job that was made under a transaction id. */
  public Optional<Job> ofTransaction(UUID projectId, String transactionId) {
    // jobs_by_transaction (project_id, transaction_id)
    return database.read(db ->
        db.createQuery("select * from jobs where project_id = :project and transaction_id = :id")
            .bind("project", projectId)
            .bind("id", Text.storable(transactionId))
            .map(JobRows.JOB)
            .findOne());
  }

  /** Newest first; {@code after} as in {@link Files#list}. */
  public Slice<Job> list(Scope scope, JobFilter filter, @Nullable String after, int size) {
    var order = FileOrder.NEWEST_FIRST;
    var place = after == null ? null : Place.of(order.field(), after);
    var conditions = conditions(filter);
    conditions.add(scope.condition());
    if (place != null) {
      conditions.add(place.condition(order));
    }
    // jobs_newest (project_id, wire, created_at, id)
    var sql =
        "select * from jobs where "
            + String.join(" and ", conditions)
            + Place.orderBy(order)
            + " limit :limit";
    var rows =
        database.read(db -> {
          var query =
              db.createQuery(sql)
                  .bind("wire", filter.wire().name())
                  .bind("configuration", filter.configurationId())
                  .bindByType("from", filter.from(), Instant.class)
                  .bindByType("to", filter.to(), Instant.class)
                  .bindMap(scope.bindings())
                  .bind("limit", size + 1);
          if (filter.statuses() != null) {
            query.bindList(
                Database.NOTHING,
                "statuses",
                filter.statuses().stream().map(JobStatus::name).toList());
          }
          if (filter.ids() != null) {
            query.bindList(Database.NOTHING, "ids", filter.ids());
          }
          if (place != null) {
            place.bind(query);
          }
          return query.map(JobRows.JOB).list();
        });
    return Slice.of(rows, size, job -> new Place(order.field(), job.createdAt(), job.id()).text());
  }

  private static List<String> conditions(JobFilter filter) {
    var conditions = new ArrayList<>(List.of("wire = :wire"));
    if (filter.statuses() != null) {
      conditions.add("status in (<statuses>)");
    }
    if (filter.begun() != null) {
      conditions.add(
          "(status <> 'PENDING' or began_at is " + (filter.begun() ? "not null)" : "null)"));
    }
    if (filter.ids() != null) {
      conditions.add("id in (<ids>)");
    }
    if (filter.configurationId() != null) {
      conditions.add("configuration_id = :configuration");
    }
    if (filter.from() != null) {
      conditions.add("created_at >= :from");
    }
    if (filter.to() != null) {
      conditions.add("created_at <= :to");
    }
    return conditions;
  }

  /**
   * Items by position. Their decisions come without evidence and candidates, which {@link
   * #decision} has: a page of results is short, its reasons in full are not.
   *
   * @param from first position
   * @param size at most so many
   */
  public List<JobItem> items(UUID jobId, int from, int size) {
    // items (job_id, position) is the primary key
    return database.read(db ->
        db.createQuery(
                """
                select i.id, i.job_id, i.position, i.spelling, i.document_id,
                  d.name, d.source_id, d.outcome, d.type, d.confidence, d.reasoning,
                  d.failure_code, d.failure_sentence, d.created_at, d.updated_at
                from items i join documents d on d.id = i.document_id
                where i.job_id = :job and i.position >= :from
                order by i.position
                limit :limit
                """)
            .bind("job", jobId)
            .bind("from", from)
            .bind("limit", size)
            .map(JobRows.ITEM)
            .list());
  }

  /**
   * Items that have their outcome, in the order in which they got it; decisions as in {@link
   * #items}.
   *
   * @param since only those that changed then or later
   */
  public List<JobItem> outcomes(UUID jobId, Instant since) {
    // items (job_id, position) is the primary key
    return database.read(db ->
        db.createQuery(
                """
                select i.id, i.job_id, i.position, i.spelling, i.document_id,
                  d.name, d.source_id, d.outcome, d.type, d.confidence, d.reasoning,
                  d.failure_code, d.failure_sentence, d.created_at, d.updated_at
                from items i join documents d on d.id = i.document_id
                where i.job_id = :job and d.outcome is not null and d.updated_at >= :since
                order by d.updated_at, i.position
                """)
            .bind("job", jobId)
            .bind("since", since)
            .map(JobRows.ITEM)
            .list());
  }

  /** An item by its own id; its decision as in {@link #items}. */
  public Optional<JobItem> item(Scope scope, UUID itemId) {
    // items_by_id (id)
    return database.read(db ->
        db.createQuery(
                """
                select i.id, i.job_id, i.position, i.spelling, i.document_id,
                  d.name, d.source_id, d.outcome, d.type, d.confidence, d.reasoning,
                  d.failure_code, d.failure_sentence, d.created_at, d.updated_at
                from items i join documents d on d.id = i.document_id join jobs on jobs.id = i.job_id
                where i.id = :id and
                """
                    + scope.condition())
            .bind("id", itemId)
            .bindMap(scope.bindings())
            .map(JobRows.ITEM)
            .findOne());
  }

  /** The first items of some jobs, by job: all that jobs of one document have. */
  public Map<UUID, JobItem> firstItems(List<UUID> jobIds) {
    // items (job_id, position) is the primary key
    return database.read(db ->
        db
            .createQuery(
                """
                select i.id, i.job_id, i.position, i.spelling, i.document_id,
                  d.name, d.source_id, d.outcome, d.type, d.confidence, d.reasoning,
                  d.failure_code, d.failure_sentence, d.created_at, d.updated_at
                from items i join documents d on d.id = i.document_id
                where i.job_id in (<jobs>) and i.position = 0
                """)
            .bindList(Database.NOTHING, "jobs", jobIds)
            .map(JobRows.ITEM)
            .stream()
            .collect(Collectors.toMap(JobItem::jobId, item -> item)));
  }

  /** The job of a document; empty outside of the scope. */
  public Optional<Job> ofDocument(Scope scope, UUID documentId) {
    return database.read(db ->
        db.createQuery(
                "select * from jobs where id = (select job_id from documents where id = :id) and "
                    + scope.condition())
            .bind("id", documentId)
            .bindMap(scope.bindings())
            .map(JobRows.JOB)
            .findOne());
  }

  /** A job of any part of the wire. */
  public Optional<Job> find(Scope scope, UUID jobId) {
    return database.read(db ->
        db.createQuery("select * from jobs where id = :id and " + scope.condition())
            .bind("id", jobId)
            .bindMap(scope.bindings())
            .map(JobRows.JOB)
            .findOne());
  }

  /** A document's decision with all its reasons; empty while it waits and when it has none. */
  public Optional<Decision> decision(UUID documentId) {
    return database.read(db ->
        db.createQuery(
                """
                select type, confidence, reasoning, details from documents
                where id = :id and outcome = 'CLASSIFIED'
                """)
            .bind("id", documentId)
            .map(JobRows.DECISION)
            .findOne());
  }

  /**
   * What there is to do for a document; empty when it has its outcome already or its job is gone.
   */
  public Optional<DocumentWork> work(UUID documentId) {
    return database.read(db ->
        db.createQuery(
                """
                select d.id, d.job_id, j.project_id, j.wire, d.name, d.blob_sha256, d.blob_size,
                  j.rules, j.options, j.began_at is null as is_first, s.id as source_document, sj.options as source_options,
                  s.outcome as source_outcome, s.failure_code as source_failure_code,
                  s.failure_sentence as source_failure_sentence
                from documents d join jobs j on j.id = d.job_id
                  left join documents s on s.id = d.source_id left join jobs sj on sj.id = s.job_id
                where d.id = :id and d.outcome is null
                """)
            .bind("id", documentId)
            .map(JobRows.WORK)
            .findOne());
  }

  /** Documents without an outcome: waiting or at work. For metrics and recovery. */
  public long pendingDocuments() {
    // documents_waiting (job_id, ordinal) where outcome is null
    return database.read(db ->
        db.createQuery("select count(*) from documents where outcome is null")
            .mapTo(Long.class)
            .one());
  }

  /** Jobs some of whose documents have no outcome yet, the oldest first. */
  public List<UUID> jobsAtWork() {
    // documents_waiting (job_id, ordinal) where outcome is null; ids ascend with time
    return database.read(db ->
        db.createQuery(
                "select distinct job_id from documents where outcome is null order by job_id")
            .mapTo(UUID.class)
            .list());
  }

  /**
   * Pending documents of pending jobs, oldest first: what a queue that lost entries would need
   * again.
   */
  public List<UUID> documentsWithoutOutcome(UUID jobId) {
    // documents_waiting (job_id, ordinal) where outcome is null
    return database.read(db ->
        db.createQuery(
                """
                select id from documents where job_id = :job and outcome is null
                order by ordinal
                """)
            .bind("job", jobId)
            .mapTo(UUID.class)
            .list());
  }
}
