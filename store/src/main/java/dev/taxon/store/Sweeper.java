package dev.taxon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what nothing refers to any more: blobs, temporary files, expired files, idempotency keys
 * and what was answered under them, and texts beyond their bound.
 *
 * <p>A blob comes to be referred to in two ways only: by a row that follows its {@link Blobs#put},
 * which renews its time, or by a job that pins a file's blob while it holds the file's row. So a
 * blob that no row refers to and whose time, looked at afterwards with all puts held off, is older
 * than an hour, cannot be needed again without another put.
 */
public final class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  /** How long bytes without a row are left alone. */
  static final Duration GRACE = Duration.ofHours(1);

  /** How long a file waits for its content: longer than the longest presigned URL, 7 days. */
  static final Duration UPLOAD_PATIENCE = Duration.ofDays(8);

  /** How long a delivery that has ended is kept, to be looked at and sent again. */
  static final Duration DELIVERY_LIFE = Duration.ofDays(30);

  private static final int BLOBS_AT_ONCE = 500;
  private static final Pattern SHELF = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern REST = Pattern.compile("[0-9a-f]{62}");

  private final Database database;
  private final Blobs blobs;
  private final Texts texts;
  private final Clock clock;

  Sweeper(Database database, Blobs blobs, Texts texts, Clock clock) {
    this.database = database;
    this.texts = texts;
    this.blobs = blobs;
    this.clock = clock;
  }

  /**
   * What one sweep removed.
   *
   * @param bytes freed in the blob folder
   */
  public record Sweep(int files, int blobs, int temporaryFiles, long bytes) {}

  /**
   * Safe at any time, beside uploads and jobs, and after a crash; doing it twice does nothing more.
   */
  public Sweep sweep() {
    var now = clock.instant();
    int files = removeExpiredFiles(now) + removeFilesWithoutContent(now);
    removeOldKeys(now);
    texts.shrink();
    removeOldDeliveries(now);
    removeForgottenWebhooks(now);
    try {
      int temporary = removeTemporaryFiles(now.minus(GRACE));
      var removed = removeBlobs(now.minus(GRACE));
      return new Sweep(files, removed.blobs, temporary, removed.bytes);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "The data folder "
              + blobs.folder().path()
              + " cannot be swept: "
              + DataFolder.reason(e)
              + ".",
          e);
    }
  }

  private int removeExpiredFiles(Instant now) {
    // files_by_expiry (expires_at)
    return database.write(db ->
        db.createUpdate("delete from files where expires_at <= :now").bind("now", now).execute());
  }

  private int removeFilesWithoutContent(Instant now) {
    // files_by_blob (blob_sha256)
    return database.write(db ->
        db.createUpdate("delete from files where blob_sha256 is null and created_at <= :before")
            .bind("before", now.minus(UPLOAD_PATIENCE))
            .execute());
  }

  private int removeOldKeys(Instant now) {
    // idempotency_keys_oldest (created_at), answers_oldest (created_at)
    return database.write(db -> {
      int removed = 0;
      for (String table : List.of("idempotency_keys", "answers")) {
        removed +=
            db.createUpdate("delete from " + table + " where created_at <= :before")
                .bind("before", now.minus(JobCreator.KEY_LIFE))
                .execute();
      }
      return removed;
    });
  }

  private int removeOldDeliveries(Instant now) {
    // deliveries_ended (updated_at) where status <> 'WAITING'
    return database.write(db ->
        db.createUpdate(
                "delete from deliveries where status <> 'WAITING' and updated_at <= :before")
            .bind("before", now.minus(DELIVERY_LIFE))
            .execute());
  }

  /** Those that no job names and no delivery needs, neither saved nor to be saved again. */
  private int removeForgottenWebhooks(Instant now) {
    // job_webhooks_by_webhook (webhook_id), deliveries_by_webhook (webhook_id)
    return database.write(db ->
        db.createUpdate(
                """
                delete from webhooks
                where (deleted_at <= :before or (not is_saved and created_at <= :before))
                  and not exists (select 1 from job_webhooks j where j.webhook_id = webhooks.id)
                  and not exists (select 1 from deliveries d where d.webhook_id = webhooks.id)
                """)
            .bind("before", now.minus(GRACE))
            .execute());
  }

  private int removeTemporaryFiles(Instant before) throws IOException {
    int removed = 0;
    try (var entries = Files.newDirectoryStream(blobs.folder().temporary())) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry) && isOlder(entry, before) && Files.deleteIfExists(entry)) {
          removed++;
        }
      }
    }
    return removed;
  }

  private static final class Removed {
    int blobs;
    long bytes;
  }

  private Removed removeBlobs(Instant before) throws IOException {
    var removed = new Removed();
    var candidates = new ArrayList<String>();
    try (var shelves = Files.newDirectoryStream(blobs.folder().blobs())) {
      for (Path shelf : shelves) {
        if (SHELF.matcher(shelf.getFileName().toString()).matches()) {
          candidates.addAll(oldBlobs(shelf, before));
        }
        if (candidates.size() >= BLOBS_AT_ONCE) {
          removeUnreferenced(candidates, before, removed);
          candidates.clear();
        }
      }
    }
    removeUnreferenced(candidates, before, removed);
    return removed;
  }

  private static List<String> oldBlobs(Path shelf, Instant before) throws IOException {
    var old = new ArrayList<String>();
    try (var entries = Files.newDirectoryStream(shelf)) {
      for (Path entry : entries) {
        var rest = entry.getFileName().toString();
        if (REST.matcher(rest).matches() && isOlder(entry, before)) {
          old.add(shelf.getFileName() + rest);
        }
      }
    }
    return old;
  }

  private void removeUnreferenced(List<String> candidates, Instant before, Removed removed)
      throws IOException {
    for (int i = 0; i < candidates.size(); i += BLOBS_AT_ONCE) {
      var some = candidates.subList(i, Math.min(i + BLOBS_AT_ONCE, candidates.size()));
      var needed = referenced(some);
      for (var sha256 : some) {
        if (!needed.contains(sha256)) {
          blobs.alone(() -> remove(sha256, before, removed));
        }
      }
    }
  }

  private Set<String> referenced(List<String> hashes) {
    // files_by_blob (blob_sha256), documents_by_blob (blob_sha256)
    return new HashSet<>(
        database.read(db ->
            db.createQuery(
                    """
                    select blob_sha256 from files where blob_sha256 in (<hashes>)
                    union
                    select blob_sha256 from documents where blob_sha256 in (<hashes>)
                    """)
                .bindList("hashes", hashes)
                .mapTo(String.class)
                .list()));
  }

  private void remove(String sha256, Instant before, Removed removed) throws IOException {
    Path path = blobs.path(sha256);
    if (!isOlder(path, before)) {
      return;
    }
    long size = Files.size(path);
    Files.delete(path);
    removed.blobs++;
    removed.bytes += size;
    LOG.debug("Removed blob {}", sha256);
  }

  private static boolean isOlder(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
