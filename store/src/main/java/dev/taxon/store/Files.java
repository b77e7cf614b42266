package dev.taxon.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Files by name; their bytes are {@link Blobs}. An expired file is gone at once. */
public final class Files {
  private static final RowMapper<StoredFile> FILE =
      (row, context) ->
          new StoredFile(
              Rows.uuid(row, "id", context),
              Rows.uuid(row, "project_id", context),
              row.getString("name"),
              row.getString("external_file_id"),
              row.getString("file_type"),
              Rows.longOrNull(row, "declared_size"),
              Rows.blobOrNull(row),
              row.getString("purpose"),
              Rows.instantOrNull(row, "last_modified_at", context),
              row.getString("resource_info"),
              row.getString("permission_info"),
              row.getString("data_source_id"),
              Rows.instantOrNull(row, "expires_at", context),
              Rows.instant(row, "created_at", context),
              Rows.instant(row, "updated_at", context));

  /** Not expired. */
  static final String ALIVE = "(expires_at is null or expires_at > :now)";

  /** Looks up the ids before all else; left to themselves databases walk through the project. */
  private static final String AMONG_IDS =
      """
      with named as materialized (select * from files where id in (<ids>))
      select * from named where
      """;

  private final Database database;
  private final Moments moments;
  private final Ids ids;

  Files(Database database, Moments moments, Ids ids) {
    this.database = database;
    this.moments = moments;
    this.ids = ids;
  }

  public StoredFile create(NewFile file) {
    return create(draft(file, Quota.NONE), Answering.unkept());
  }

  /** Gives a file its id and time; nothing is kept of it yet. */
  public FileDraft draft(NewFile file, Quota quota) {
    var now = moments.next();
    return new FileDraft(
        new StoredFile(
            ids.at(now),
            file.projectId(),
            file.name(),
            file.externalFileId(),
            file.fileType(),
            file.declaredSize(),
            file.blob(),
            file.purpose(),
            file.lastModifiedAt(),
            file.resourceInfo(),
            file.permissionInfo(),
            file.dataSourceId(),
            file.expiresAt(),
            now,
            now),
        quota);
  }

  /**
   * Makes a file, and keeps the answer about it.
   *
   * @throws QuotaReached when the project may not have it; announced bytes count too
   */
  public StoredFile create(FileDraft draft, Answering<StoredFile> answering) {
    return database.write(db -> {
      insert(db, draft);
      answering.keep(db, draft.file(), moments.now());
      return draft.file();
    });
  }

  /** Makes a file within a transaction; otherwise as {@link #create(FileDraft, Answering)}. */
  void insert(Handle db, FileDraft draft) {
    var file = draft.file();
    var blob = file.blob();
    long size = blob != null ? blob.size() : Objects.requireNonNullElse(file.declaredSize(), 0L);
    admit(db, file.projectId(), draft.quota(), 1, size);
    db.createUpdate(
            """
            insert into files (id, project_id, name, external_file_id, file_type,
              declared_size, blob_sha256, blob_size, purpose, last_modified_at,
              resource_info, permission_info, data_source_id, expires_at, created_at,
              updated_at)
            values (:id, :project, :name, :externalFileId, :fileType,
              :declaredSize, :blob, :blobSize, :purpose, :lastModifiedAt,
              :resourceInfo, :permissionInfo, :dataSourceId, :expiresAt, :created,
              :updated)
            """)
        .bind("id", file.id())
        .bind("project", file.projectId())
        .bind("name", file.name())
        .bind("externalFileId", file.externalFileId())
        .bind("fileType", file.fileType())
        .bind("declaredSize", file.declaredSize())
        .bind("blob", blob == null ? null : blob.sha256())
        .bind("blobSize", blob == null ? null : blob.size())
        .bind("purpose", file.purpose())
        .bindByType("lastModifiedAt", file.lastModifiedAt(), Instant.class)
        .bind("resourceInfo", file.resourceInfo())
        .bind("permissionInfo", file.permissionInfo())
        .bind("dataSourceId", file.dataSourceId())
        .bindByType("expiresAt", file.expiresAt(), Instant.class)
        .bind("created", file.createdAt())
        .bind("updated", file.updatedAt())
        .execute();
  }

  /**
   * Passes when a project may have one file more, before its bytes are taken in.
   *
   * @throws QuotaReached when it may not
   */
  public void admit(UUID projectId, Quota quota) {
    if (!quota.isNone()) {
      database.read(db -> {
        count(db, projectId, quota, 1, 1);
        return projectId;
      });
    }
  }

  private void admit(Handle db, UUID projectId, Quota quota, long moreFiles, long moreBytes) {
    if (!quota.isNone()) {
      database.dialect().hold(db, "files " + projectId);
      count(db, projectId, quota, moreFiles, moreBytes);
    }
  }

  private void count(Handle db, UUID projectId, Quota quota, long moreFiles, long moreBytes) {
    // files_usage (project_id, expires_at, blob_size)
    long[] used =
        db.createQuery(
                """
                select count(*) as files, coalesce(sum(blob_size), 0) as bytes
                from files where project_id = :project and %s
                """
                    .formatted(ALIVE))
            .bind("project", projectId)
            .bind("now", moments.now())
            .map((row, context) -> new long[] {row.getLong("files"), row.getLong("bytes")})
            .one();
    quota.admit(used[0], used[1], moreFiles, moreBytes);
  }

  public Optional<StoredFile> find(Scope scope, UUID fileId) {
    return database.read(db ->
        db.createQuery(
                "select * from files where id = :id and " + ALIVE + " and " + scope.condition())
            .bind("id", fileId)
            .bind("now", moments.now())
            .bindMap(scope.bindings())
            .map(FILE)
            .findOne());
  }

  /** A file whatever its tenant: for presigned URLs, whose signature is the permission. */
  public Optional<StoredFile> findSigned(UUID fileId) {
    return database.read(db -> findSigned(db, fileId));
  }

  private Optional<StoredFile> findSigned(Handle db, UUID fileId) {
    return db.createQuery("select * from files where id = :id and " + ALIVE)
        .bind("id", fileId)
        .bind("now", moments.now())
        .map(FILE)
        .findOne();
  }

  /**
   * Files of a scope, a page at a time.
   *
   * @param after {@link Slice#next()} of the page before, or null for the first
   * @param size at least 1
   */
  public Slice<StoredFile> list(
      Scope scope, FileFilter filter, FileOrder order, @Nullable String after, int size) {
    var place = after == null ? null : Place.of(order.field(), after);
    var conditions = new ArrayList<>(List.of(scope.condition(), ALIVE));
    if (filter.name() != null) {
      conditions.add("name = :name");
    }
    if (filter.externalFileId() != null) {
      conditions.add("external_file_id = :externalFileId");
    }
    if (filter.dataSourceId() != null) {
      conditions.add("data_source_id = :dataSourceId");
    }
    if (filter.onlyManuallyUploaded()) {
      conditions.add("data_source_id is null");
    }
    if (place != null) {
      conditions.add(place.condition(order));
    }
    // by order: files_newest (project_id, created_at, id), files_by_name (project_id, name, id),
    // files_by_id (project_id, id); by filter: files_of_name (project_id, name, created_at, id),
    // files_by_external_id (project_id, external_file_id, created_at, id)
    var sql =
        (filter.ids() == null ? "select * from files where " : AMONG_IDS)
            + String.join(" and ", conditions)
            + Place.orderBy(order)
            + " limit :limit";
    var rows =
        database.read(db -> {
          var query =
              db.createQuery(sql)
                  .bindMap(scope.bindings())
                  .bind("now", moments.now())
                  .bind("name", filter.name())
                  .bind("externalFileId", filter.externalFileId())
                  .bind("dataSourceId", filter.dataSourceId())
                  .bind("limit", size + 1);
          if (filter.ids() != null) {
            query.bindList(Database.NOTHING, "ids", filter.ids());
          }
          if (place != null) {
            place.bind(query);
          }
          return query.map(FILE).list();
        });
    return Slice.of(rows, size, file -> Place.of(order.field(), file).text());
  }

  /** The bytes of a presigned upload came; the last ones count. Empty when the file is gone. */
  public Optional<StoredFile> contentUploaded(UUID fileId, Blob blob, @Nullable String fileType) {
    return contentUploaded(fileId, blob, fileType, Quota.NONE);
  }

  /**
   * As above, within a quota.
   *
   * @throws QuotaReached when the project may not keep so much
   */
  public Optional<StoredFile> contentUploaded(
      UUID fileId, Blob blob, @Nullable String fileType, Quota quota) {
    return database.write(db -> {
      if (!quota.isNone()) {
        findSigned(db, fileId)
            .ifPresent(file ->
                admit(
                    db,
                    file.projectId(),
                    quota,
                    0,
                    blob.size() - (file.blob() == null ? 0 : file.blob().size())));
      }
      var now = moments.next();
      db.createUpdate(
              """
              update files
              set blob_sha256 = :blob, blob_size = :size, file_type = :fileType,
                updated_at = :now
              where id = :id and %s
              """
                  .formatted(ALIVE))
          .bind("id", fileId)
          .bind("blob", blob.sha256())
          .bind("size", blob.size())
          .bind("fileType", fileType)
          .bind("now", now)
          .execute();
      return findSigned(db, fileId);
    });
  }

  /**
   * Whether there was such a file. Jobs that use its content keep it; what was read of it goes with
   * it, unless another file of the project has the same content.
   */
  public boolean delete(Scope scope, UUID fileId) {
    return database.write(db -> {
      var deleted =
          db.createQuery(
                  "delete from files where id = :id and "
                      + ALIVE
                      + " and "
                      + scope.condition()
                      + " returning coalesce(blob_sha256, '')")
              .bind("id", fileId)
              .bind("now", moments.now())
              .bindMap(scope.bindings())
              .mapTo(String.class)
              .findOne();
      deleted.ifPresent(sha256 -> Texts.removeOrphans(db, sha256));
      return deleted.isPresent();
    });
  }
}
