package dev.taxon.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * What webhooks are told, until they have heard it or it was given up. A delivery that waits is an
 * entry of the queue by itself: there is no other list that could lose it. Whoever sends one claims
 * it first, for a time; when that passes without an attempt noted, it is anybody's again.
 */
public final class Deliveries {
  /** The last attempts are shown; a delivery that is sent again and again has many. */
  private static final int ATTEMPTS_SHOWN = 20;

  /** How many are looked at to find some of receivers that have room. */
  private static final int LOOKED_AT = 256;

  private static final RowMapper<Delivery> DELIVERY =
      (row, context) -> {
        var status = DeliveryStatus.valueOf(row.getString("status"));
        return new Delivery(
            Rows.uuid(row, "id", context),
            Rows.uuid(row, "project_id", context),
            Rows.uuid(row, "job_id", context),
            row.getString("job_spelling"),
            row.getString("event_type"),
            row.getString("url"),
            row.getString("body"),
            status,
            status == DeliveryStatus.WAITING ? Rows.instant(row, "due_at", context) : null,
            List.of(),
            Rows.instant(row, "created_at", context),
            Rows.instant(row, "updated_at", context));
      };

  private final Database database;
  private final Moments moments;
  private final Outbox outbox;

  Deliveries(Database database, Moments moments, Outbox outbox) {
    this.database = database;
    this.moments = moments;
    this.outbox = outbox;
  }

  /**
   * From now on new deliveries are tried so often, and the bell rings after each commit of this
   * process that may have brought some.
   *
   * @param attempts at least 1
   */
  public void attend(int attempts, Runnable bell) {
    outbox.attend(attempts, bell);
  }

  public Optional<Delivery> find(Scope scope, UUID id) {
    return database
        .read(db ->
            db.createQuery("select * from deliveries where id = :id and " + scope.condition())
                .bind("id", id)
                .bindMap(scope.bindings())
                .map(DELIVERY)
                .findOne())
        .map(delivery -> withAttempts(List.of(delivery)).getFirst());
  }

  /** Newest first; {@code after} as in {@link Files#list}. */
  public Slice<Delivery> list(
      Scope scope, DeliveryFilter filter, @Nullable String after, int size) {
    var order = FileOrder.NEWEST_FIRST;
    var place = after == null ? null : Place.of(order.field(), after);
    // deliveries_newest (project_id, created_at, id), deliveries_by_job (job_id, id)
    var sql =
        "select * from deliveries where "
            + scope.condition()
            + (filter.status() == null ? "" : " and status = :status")
            + (filter.jobId() == null ? "" : " and job_id = :job")
            + (filter.eventType() == null ? "" : " and event_type = :type")
            + (place == null ? "" : " and " + place.condition(order))
            + Place.orderBy(order)
            + " limit :limit";
    var rows =
        database.read(db -> {
          var query =
              db.createQuery(sql)
                  .bindMap(scope.bindings())
                  .bind("status", filter.status() == null ? null : filter.status().name())
                  .bindByType("job", filter.jobId(), UUID.class)
                  .bind("type", filter.eventType())
                  .bind("limit", size + 1);
          if (place != null) {
            place.bind(query);
          }
          return query.map(DELIVERY).list();
        });
    var slice =
        Slice.of(
            rows,
            size,
            delivery -> new Place(order.field(), delivery.createdAt(), delivery.id()).text());
    return new Slice<>(withAttempts(slice.items()), slice.next());
  }

  private List<Delivery> withAttempts(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return deliveries;
    }
    record Made(UUID delivery, DeliveryAttempt attempt) {}
    // delivery_attempts (delivery_id, number) is the primary key
    Map<UUID, List<DeliveryAttempt>> made =
        database.read(db ->
            db.createQuery(
                    """
                    select a.* from delivery_attempts a
                    join deliveries d on d.id = a.delivery_id and a.number > d.attempts - :shown
                    where a.delivery_id in (<ids>)
                    order by a.delivery_id, a.number
                    """)
                .bindList("ids", deliveries.stream().map(Delivery::id).toList())
                .bind("shown", ATTEMPTS_SHOWN)
                .map((row, context) ->
                    new Made(
                        Rows.uuid(row, "delivery_id", context),
                        new DeliveryAttempt(
                            row.getInt("number"),
                            Rows.instant(row, "began_at", context),
                            row.getLong("millis"),
                            (Integer) row.getObject("http_status"),
                            row.getString("problem"))))
                .collect(groupingBy(Made::delivery, mapping(Made::attempt, toList()))));
    return deliveries.stream()
        .map(delivery -> delivery.with(made.getOrDefault(delivery.id(), List.of())))
        .toList();
  }

  /**
   * Takes some that are due, the longest due first; no other server takes them before the claim
   * ends.
   *
   * @param server who takes them
   * @param until when the claim ends
   * @param most how many
   * @param busy how many are being sent to each receiver now
   * @param perReceiver how many may be sent to one at once
   */
  public List<DeliveryWork> claim(
      String server, Instant until, int most, Map<String, Integer> busy, int perReceiver) {
    var chosen = chosen(most, busy, perReceiver);
    if (chosen.isEmpty()) {
      return List.of();
    }
    var claimed =
        database.write(db ->
            db.createQuery(
                    """
                    update deliveries set claimed_by = :server, claimed_until = :until
                    where id in (<ids>) and status = 'WAITING'
                      and (claimed_until is null or claimed_until <= :now)
                    returning id
                    """)
                .bindList("ids", chosen)
                .bind("server", server)
                .bind("until", until)
                .bind("now", moments.now())
                .mapTo(UUID.class)
                .list());
    return claimed.isEmpty() ? List.of() : work(claimed);
  }

  private List<UUID> chosen(int most, Map<String, Integer> busy, int perReceiver) {
    record Due(UUID id, String receiver) {}
    var full =
        busy.entrySet().stream()
            .filter(entry -> entry.getValue() >= perReceiver)
            .map(Map.Entry::getKey)
            .toList();
    // deliveries_due (due_at, id) where status = 'WAITING'
    var due =
        database.read(db ->
            db.createQuery(
                    """
                    select id, receiver from deliveries
                    where status = 'WAITING' and due_at <= :now
                      and (claimed_until is null or claimed_until <= :now)
                      and receiver not in (<full>)
                    order by due_at, id
                    limit :limit
                    """)
                .bind("now", moments.now())
                .bindList("full", full.isEmpty() ? List.of("") : full)
                .bind("limit", LOOKED_AT)
                .map((row, context) ->
                    new Due(Rows.uuid(row, "id", context), row.getString("receiver")))
                .list());
    var counts = new HashMap<>(busy);
    var chosen = new ArrayList<UUID>();
    for (var delivery : due) {
      if (chosen.size() < most && counts.getOrDefault(delivery.receiver(), 0) < perReceiver) {
        counts.merge(delivery.receiver(), 1, Integer::sum);
        chosen.add(delivery.id());
      }
    }
    return chosen;
  }

  private List<DeliveryWork> work(Collection<UUID> claimed) {
    return database.read(db ->
        db.createQuery(
                """
                select w.*, d.id as delivery_id, d.event_type, d.receiver, d.body, d.attempts,
                  d.attempts_left
                from deliveries d join webhooks w on w.id = d.webhook_id
                where d.id in (<ids>)
                order by d.due_at, d.id
                """)
            .bindList("ids", List.copyOf(claimed))
            .map((row, context) ->
                new DeliveryWork(
                    Rows.uuid(row, "delivery_id", context),
                    row.getString("event_type"),
                    row.getString("receiver"),
                    row.getString("body"),
                    row.getInt("attempts"),
                    row.getInt("attempts_left"),
                    Webhooks.WEBHOOK.map(row, context)))
            .list());
  }

  /**
   * Notes an attempt and what it led to. Without effect when the delivery has ended.
   *
   * @param attempt its number is given here
   * @param dueAt when it waits: from when on
   */
  public void attempted(
      UUID id, DeliveryAttempt attempt, DeliveryStatus status, @Nullable Instant dueAt) {
    database.write(db -> {
      var number =
          db.createQuery(
                  """
                  update deliveries
                  set attempts = attempts + 1, attempts_left = attempts_left - 1,
                    status = :status, due_at = coalesce(:due, due_at), claimed_by = null,
                    claimed_until = null, updated_at = :now
                  where id = :id and status = 'WAITING'
                  returning attempts
                  """)
              .bind("id", id)
              .bind("status", status.name())
              .bindByType("due", dueAt, Instant.class)
              .bind("now", moments.next())
              .mapTo(Integer.class)
              .findOne();
      number.ifPresent(n ->
          db.createUpdate(
                  """
                  insert into delivery_attempts
                    (delivery_id, number, began_at, millis, http_status, problem)
                  values (:id, :number, :began, :millis, :status, :problem)
                  """)
              .bind("id", id)
              .bind("number", n)
              .bind("began", attempt.beganAt())
              .bind("millis", attempt.millis())
              .bindByType("status", attempt.httpStatus(), Integer.class)
              .bind("problem", attempt.problem())
              .execute());
      return number;
    });
  }

  /** What came of a wish to send a delivery again. */
  public sealed interface Again {
    /** It is due now, with all its attempts before it. */
    record Due(Delivery delivery) implements Again {}

    /** It is not over yet. */
    record Waits() implements Again {}

    /** There is none, or none in scope. */
    record Missing() implements Again {}
  }

  /** Makes a delivery that has ended due again, with the same id and body. */
  public Again sendAgain(Scope scope, UUID id) {
    return sendAgain(scope, id, Answering.unkept());
  }

  /** As above, and keeps the answer about it. */
  public Again sendAgain(Scope scope, UUID id, Answering<Delivery> answering) {
    var before = find(scope, id);
    if (before.isEmpty()) {
      return new Again.Missing();
    }
    var due =
        database.write(db -> {
          var now = moments.next();
          var changed =
              db.createQuery(
                      """
                      update deliveries
                      set status = 'WAITING', attempts_left = :left, due_at = :due,
                        updated_at = :now
                      where id = :id and status <> 'WAITING'
                      returning *
                      """)
                  .bind("id", id)
                  .bind("left", outbox.attempts())
                  .bind("due", moments.now())
                  .bind("now", now)
                  .map(DELIVERY)
                  .findOne()
                  .map(delivery -> delivery.with(before.get().attempts()));
          changed.ifPresent(delivery -> answering.keep(db, delivery, now));
          return changed;
        });
    if (due.isEmpty()) {
      return new Again.Waits();
    }
    outbox.ring();
    return new Again.Due(due.get());
  }

  /**
   * Lets go of what an earlier life of this server had claimed.
   *
   * @return how many there were
   */
  public int release(String server) {
    return database.write(db ->
        db.createUpdate(
                """
                update deliveries set claimed_by = null, claimed_until = null
                where status = 'WAITING' and claimed_by = :server
                """)
            .bind("server", server)
            .execute());
  }

  /** When the next one is due that nobody has claimed; empty when none waits. */
  public Optional<Instant> nextDue() {
    // deliveries_due (due_at, id) where status = 'WAITING'
    return database.read(db ->
        db.createQuery(
                """
                select due_at from deliveries
                where status = 'WAITING' and (claimed_until is null or claimed_until <= :now)
                order by due_at, id
                limit 1
                """)
            .bind("now", moments.now())
            .mapTo(Instant.class)
            .findOne());
  }

  /** How many stand so. For metrics. */
  public long count(DeliveryStatus status) {
    return database.read(db ->
        db.createQuery("select count(*) from deliveries where status = :status")
            .bind("status", status.name())
            .mapTo(Long.class)
            .one());
  }
}
