package dev.taxon.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Organizations, projects and the keys that open them. */
public final class Access {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private static final FileOrder OLDEST_FIRST = new FileOrder(FileOrder.Field.CREATED_AT, true);

  private static final RowMapper<Project> PROJECT =
      (row, context) ->
          new Project(
              Rows.uuid(row, "id", context),
              Rows.uuid(row, "organization_id", context),
              row.getString("name"),
              row.getBoolean("is_default"),
              Rows.instant(row, "created_at", context),
              Rows.instant(row, "updated_at", context));

  private static final RowMapper<Organization> ORGANIZATION =
      (row, context) ->
          new Organization(
              Rows.uuid(row, "id", context),
              row.getString("name"),
              Rows.instant(row, "created_at", context),
              Rows.instant(row, "updated_at", context));

  private static final RowMapper<ApiKey> KEY =
      (row, context) ->
          new ApiKey(
              Rows.uuid(row, "id", context),
              row.getString("user_id"),
              Rows.uuid(row, "organization_id", context),
              Rows.uuidOrNull(row, "project_id", context),
              Rows.uuid(row, "default_project_id", context));

  private static final RowMapper<IssuedKey> ISSUED =
      (row, context) ->
          new IssuedKey(
              Rows.uuid(row, "id", context),
              row.getString("label"),
              row.getString("user_id"),
              row.getString("organization_name"),
              row.getString("project_name"),
              Rows.instant(row, "created_at", context),
              Rows.instantOrNull(row, "last_used_at", context),
              Rows.instantOrNull(row, "revoked_at", context));

  private final Database database;
  private final Moments moments;
  private final Ids ids;

  /** When each key's use was last written down by this process. */
  private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

  private final ExecutorService notes = Executors.newVirtualThreadPerTaskExecutor();

  Access(Database database, Moments moments, Ids ids) {
    this.database = database;
    this.moments = moments;
    this.ids = ids;
  }

  /** Whether the store has no organization yet: the first start. */
  public boolean isEmpty() {
    return database.read(db ->
        db.createQuery("select id from organizations limit 1")
            .mapTo(UUID.class)
            .findFirst()
            .isEmpty());
  }

  /** Makes an organization with a project named {@code Default}. */
  public Project createOrganization(String name) {
    return database.write(db -> {
      var now = moments.next();
      var organizationId = ids.at(now);
      db.createUpdate(
              """
              insert into organizations (id, name, created_at, updated_at)
              values (:id, :name, :now, :now)
              """)
          .bind("id", organizationId)
          .bind("name", Text.storable(name))
          .bind("now", now)
          .execute();
      return insertProject(db, organizationId, "Default", true);
    });
  }

  /** Makes a further project in an organization. */
  public Project createProject(UUID organizationId, String name) {
    return database.write(db -> insertProject(db, organizationId, name, false));
  }

  private Project insertProject(
      org.jdbi.v3.core.Handle db, UUID organizationId, String name, boolean isDefault) {
    var now = moments.next();
    var project =
        new Project(ids.at(now), organizationId, Text.storable(name), isDefault, now, now);
    db.createUpdate(
            """
            insert into projects (id, organization_id, name, is_default, created_at, updated_at)
            values (:id, :organization, :name, :default, :now, :now)
            """)
        .bind("id", project.id())
        .bind("organization", organizationId)
        .bind("name", project.name())
        .bind("default", isDefault)
        .bind("now", now)
        .execute();
    return project;
  }

  /**
   * Lets a secret in; its SHA-256 is kept, never the secret. A secret that is known already is left
   * as it is, also when it was revoked.
   *
   * @param projectId the only project it reaches, or null for the organization
   */
  public ApiKey createKey(
      String secret, String label, String userId, UUID organizationId, @Nullable UUID projectId) {
    if (projectId != null && project(new Scope(organizationId, null), projectId).isEmpty()) {
      throw new IllegalArgumentException("the project is not one of the organization's");
    }
    var sha256 = sha256(secret);
    return database.write(db -> {
      var now = moments.next();
      // api_keys.sha256 is unique
      db.createUpdate(
              """
              insert into api_keys
                (id, sha256, label, user_id, organization_id, project_id, created_at)
              values (:id, :sha256, :label, :user, :organization, :project, :now)
              on conflict (sha256) do nothing
              """)
          .bind("id", ids.at(now))
          .bind("sha256", sha256)
          .bind("label", Text.storable(label))
          .bind("user", Text.storable(userId))
          .bind("organization", organizationId)
          .bindByType("project", projectId, UUID.class)
          .bind("now", now)
          .execute();
      return db.createQuery(KEY_QUERY).bind("sha256", sha256).map(KEY).one();
    });
  }

  // api_keys.sha256 is unique; projects_default (organization_id)
  private static final String KEY_QUERY =
      """
      select k.id, k.user_id, k.organization_id, k.project_id,
        coalesce(k.project_id, p.id) as default_project_id
      from api_keys k
      join projects p on p.organization_id = k.organization_id and p.is_default
      where k.sha256 = :sha256
      """;

  /**
   * Ends a key for good; the next request with it is refused.
   *
   * @return whether there was such a key, and it was not revoked before
   */
  public boolean revokeKey(UUID keyId) {
    return database.write(db ->
        db.createUpdate(
                "update api_keys set revoked_at = :now where id = :id and revoked_at is null")
            .bind("now", moments.next())
            .bind("id", keyId)
            .execute())
        > 0;
  }

  /** Every key that was ever made, the oldest first. */
  public List<IssuedKey> keys() {
    return database.read(db ->
        db.createQuery(
                """
                select k.*, o.name as organization_name, p.name as project_name
                from api_keys k
                join organizations o on o.id = k.organization_id
                left join projects p on p.id = k.project_id
                order by k.created_at, k.id
                """)
            .map(ISSUED)
            .list());
  }

  /** Revokes every key of a label but one: what a changed setting leaves behind. */
  public void revokeOthers(String label, UUID keyId) {
    database.write(db ->
        db.createUpdate(
                """
                update api_keys set revoked_at = :now
                where label = :label and id <> :id and revoked_at is null
                """)
            .bind("now", moments.next())
            .bind("label", Text.storable(label))
            .bind("id", keyId)
            .execute());
  }

  /** The key behind a secret; empty when it is unknown or revoked. Keeps the day of last use. */
  public Optional<ApiKey> authenticate(String secret) {
    var sha256 = sha256(secret);
    var key =
        database.read(db ->
            db.createQuery(KEY_QUERY + " and k.revoked_at is null")
                .bind("sha256", sha256)
                .map(KEY)
                .findOne());
    key.ifPresent(this::noteUse);
    return key;
  }

  /** At most once a minute for each key, and beside the request: it never waits for a writer. */
  private void noteUse(ApiKey key) {
    var now = moments.now();
    var before = noted.get(key.id());
    if (before != null && now.isBefore(before.plus(USE_NOTED_EVERY))) {
      return;
    }
    if (before == null
        ? noted.putIfAbsent(key.id(), now) != null
        : !noted.replace(key.id(), before, now)) {
      return;
    }
    try {
      notes.execute(() -> writeUse(key.id(), now));
    } catch (RejectedExecutionException e) {
      LOG.debug("Closing; the use of key {} is not noted", key.id());
    }
  }

  private void writeUse(UUID keyId, Instant now) {
    try {
      database.write(db ->
          db.createUpdate("update api_keys set last_used_at = :now where id = :id")
              .bind("now", now)
              .bind("id", keyId)
              .execute());
    } catch (RuntimeException e) {
      LOG.warn("The use of key {} could not be noted: {}", keyId, e.getMessage());
    }
  }

  /**
   * All projects in scope, the default one first, then by name; those of the given name when one is
   * given.
   */
  public List<Project> projects(Scope scope, @Nullable String name) {
    // projects_by_name (organization_id, name)
    return database.read(db ->
        db.createQuery(
                """
                select * from projects
                where organization_id = :organization %s %s
                order by is_default desc, name, id
                """
                    .formatted(
                        scope.project() == null ? "" : "and id = :project",
                        name == null ? "" : "and name = :name"))
            .bind("organization", scope.organization())
            .bindByType("project", scope.project(), UUID.class)
            .bind("name", name)
            .map(PROJECT)
            .list());
  }

  /**
   * Projects in scope a page at a time, the oldest first, which is each organization's default one.
   *
   * @param name only this one, or null for all
   * @param after as in {@link Files#list}
   */
  public Slice<Project> projects(
      Scope scope, @Nullable String name, @Nullable String after, int size) {
    var order = OLDEST_FIRST;
    var place = after == null ? null : Place.of(order.field(), after);
    // projects_by_name (organization_id, name)
    var sql =
        "select * from projects where organization_id = :organization"
            + (scope.project() == null ? "" : " and id = :project")
            + (name == null ? "" : " and name = :name")
            + (place == null ? "" : " and " + place.condition(order))
            + Place.orderBy(order)
            + " limit :limit";
    var rows =
        database.read(db -> {
          var query =
              db.createQuery(sql)
                  .bind("organization", scope.organization())
                  .bindByType("project", scope.project(), UUID.class)
                  .bind("name", name)
                  .bind("limit", size + 1);
          if (place != null) {
            place.bind(query);
          }
          return query.map(PROJECT).list();
        });
    return Slice.of(rows, size, row -> new Place(order.field(), row.createdAt(), row.id()).text());
  }

  public Optional<Project> project(Scope scope, UUID projectId) {
    return database
        .read(db ->
            db.createQuery(
                    """
                    select * from projects
                    where id = :id and organization_id = :organization
                    """)
                .bind("id", projectId)
                .bind("organization", scope.organization())
                .map(PROJECT)
                .findOne())
        .filter(project -> scope.project() == null || scope.project().equals(project.id()));
  }

  /** All organizations, the oldest first. */
  public List<Organization> organizations() {
    return database.read(db ->
        db.createQuery("select * from organizations order by created_at, id")
            .map(ORGANIZATION)
            .list());
  }

  public Optional<Organization> organization(Scope scope, UUID organizationId) {
    return database
        .read(db ->
            db.createQuery("select * from organizations where id = :id")
                .bind("id", organizationId)
                .map(ORGANIZATION)
                .findOne())
        .filter(organization -> organization.id().equals(scope.organization()));
  }

  /** Waits for notes that are on their way. */
  void close() {
    notes.close();
  }

  private static String sha256(String secret) {
    return HexFormat.of()
        .formatHex(Digests.sha256().digest(secret.getBytes(StandardCharsets.UTF_8)));
  }
}
