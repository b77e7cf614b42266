package dev.taxon.store;

import dev.taxon.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;

/**
 * What was read of files, so that no later job of the project reads the same bytes in the same way
 * again. A text lives no longer than the last file with its content, and those unused for longest
 * go when there are too many.
 */
public final class Texts {
  /** As kept, compressed. */
  static final long MOST_BYTES = 2L << 30;

  /** Use is written down no more often, so that reading a text seldom writes. */
  private static final Duration USE = Duration.ofHours(1);

  private static final String IS_ORPHAN =
      """
      not exists (
        select 1 from files f
        where f.blob_sha256 = texts.blob_sha256 and f.project_id = texts.project_id)
      """;

  private final Database database;
  private final Moments moments;
  private final Ids ids;

  Texts(Database database, Moments moments, Ids ids) {
    this.database = database;
    this.moments = moments;
    this.ids = ids;
  }

  /** Where a text is found. */
  private record Shelf(UUID projectId, String sha256, String reading) {}

  /** What reading a document's bytes in its way gave, when it is still kept. */
  public Optional<Document> of(DocumentWork work) {
    return find(shelf(work.projectId(), work.blob(), work.name(), work.reading()));
  }

  /** As above, for a document that may have its outcome. */
  public Optional<Document> of(UUID documentId) {
    return database
        .read(db ->
            db.createQuery(
                    """
                    select j.project_id, d.name, d.blob_sha256, d.blob_size, j.options
                    from documents d join jobs j on j.id = d.job_id
                    where d.id = :id
                    """)
                .bind("id", documentId)
                .map((row, context) ->
                    shelf(
                        Rows.uuid(row, "project_id", context),
                        Objects.requireNonNull(Rows.blobOrNull(row)),
                        row.getString("name"),
                        Json.options(row.getString("options"))))
                .findOne())
        .flatMap(this::find);
  }

  /** Keeps what was read, as long as the project has a file with this content. */
  public void keep(DocumentWork work, Document document) {
    var shelf = shelf(work.projectId(), work.blob(), work.name(), work.reading());
    byte[] pages = zipped(Json.text(document));
    database.write(db -> {
      var now = moments.next();
      // held, so that the file does not go before its text is there to go with it
      var file =
          db.createQuery(
                  """
                  select id from files
                  where project_id = :project and blob_sha256 = :blob order by id limit 1 %s
                  """
                      .formatted(database.dialect().forShare()))
              .bind("project", shelf.projectId())
              .bind("blob", shelf.sha256())
              .mapTo(UUID.class)
              .findOne();
      return file.isEmpty()
          ? 0
          : db.createUpdate(
                  """
                  insert into texts (id, project_id, blob_sha256, reading, size, pages, used_at)
                  values (:id, :project, :blob, :reading, :size, :pages, :now)
                  on conflict (blob_sha256, project_id, reading) do nothing
                  """)
              .bind("id", ids.at(now))
              .bind("project", shelf.projectId())
              .bind("blob", shelf.sha256())
              .bind("reading", shelf.reading())
              .bind("size", pages.length)
              .bind("pages", pages)
              .bind("now", now)
              .execute();
    });
  }

  private Optional<Document> find(Shelf shelf) {
    // texts_by_content (blob_sha256, project_id, reading)
    var pages =
        database.read(db ->
            db.createQuery(
                    """
                    select pages from texts
                    where project_id = :project and blob_sha256 = :blob and reading = :reading
                    """)
                .bind("project", shelf.projectId())
                .bind("blob", shelf.sha256())
                .bind("reading", shelf.reading())
                .mapTo(byte[].class)
                .findOne());
    if (pages.isPresent()) {
      used(shelf);
    }
    return pages.map(zipped -> Json.document(unzipped(zipped)));
  }

  private void used(Shelf shelf) {
    var now = moments.now();
    boolean isOld =
        database.read(db ->
            db.createQuery(
                        """
                        select count(*) from texts
                        where project_id = :project and blob_sha256 = :blob and reading = :reading
                          and used_at < :before
                        """)
                    .bind("project", shelf.projectId())
                    .bind("blob", shelf.sha256())
                    .bind("reading", shelf.reading())
                    .bind("before", now.minus(USE))
                    .mapTo(Integer.class)
                    .one()
                == 1);
    if (isOld) {
      database.write(db ->
          db.createUpdate(
                  """
                  update texts set used_at = :now
                  where project_id = :project and blob_sha256 = :blob and reading = :reading
                  """)
              .bind("project", shelf.projectId())
              .bind("blob", shelf.sha256())
              .bind("reading", shelf.reading())
              .bind("now", now)
              .execute());
    }
  }

  /** Removes texts of files that are gone, and those beyond the bound. */
  void shrink() {
    shrink(MOST_BYTES);
  }

  void shrink(long mostBytes) {
    database.write(db -> {
      // files_by_blob (blob_sha256)
      db.execute("delete from texts where " + IS_ORPHAN);
      // texts_by_use (used_at, id)
      return db.createUpdate(
              """
              delete from texts where id in (
                select id from (
                  select id, sum(size) over (order by used_at desc, id desc) as bytes from texts
                ) as newest where bytes > :most)
              """)
          .bind("most", mostBytes)
          .execute();
    });
  }

  /** Removes texts of a content that no file of their project has any more. */
  static void removeOrphans(Handle db, String sha256) {
    // texts_by_content (blob_sha256, project_id, reading), files_by_blob (blob_sha256)
    db.createUpdate("delete from texts where blob_sha256 = :blob and " + IS_ORPHAN)
        .bind("blob", sha256)
        .execute();
  }

  /** The name counts too: where bytes leave it open, it tells what the file is. */
  private static Shelf shelf(UUID projectId, Blob blob, String name, JobOptions options) {
    var reading =
        options.lang() + "\n" + options.targetPages() + "\n" + options.maxPages() + "\n" + name;
    return new Shelf(
        projectId,
        blob.sha256(),
        HexFormat.of()
            .formatHex(Digests.sha256().digest(reading.getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] zipped(String json) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] unzipped(byte[] zipped) {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
