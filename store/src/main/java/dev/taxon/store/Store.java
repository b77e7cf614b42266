package dev.taxon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into the room: opens the database and the blob folder, and hands out what stands on
 * them.
 */
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  /** As much as a small upload needs. */
  private static final int PROBE_BYTES = 64 << 10;

  private final DataFolder folder;
  private final Database database;
  private final Access access;
  private final Files files;
  private final Blobs blobs;
  private final Jobs jobs;
  private final JobCourse course;
  private final Presets presets;
  private final Texts texts;
  private final Answers answers;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Sweeper sweeper;

  private Store(DataFolder folder, Database database, Clock clock, Announcer announcer) {
    var moments = new Moments(clock);
    var ids = new Ids(new SecureRandom());
    var outbox = new Outbox(announcer, moments, ids);
    this.folder = folder;
    this.database = database;
    this.access = new Access(database, moments, ids);
    this.files = new Files(database, moments, ids);
    this.blobs = new Blobs(folder, clock);
    this.presets = new Presets(database, moments, ids);
    this.webhooks = new Webhooks(database, moments, ids);
    this.deliveries = new Deliveries(database, moments, outbox);
    var news = new JobNews();
    this.jobs = new Jobs(database, news);
    this.course = new JobCourse(database, moments, ids, files, webhooks, outbox, news);
    this.texts = new Texts(database, moments, ids);
    this.answers = new Answers(database, moments);
    this.sweeper = new Sweeper(database, blobs, texts, clock);
  }

  /**
   * Locks the data folder, backs up a SQLite file that is to be migrated, migrates, and opens.
   *
   * @throws StoreUnavailable with one sentence: another server holds the folder, the data is of a
   *     newer version, the folder cannot be written, the database cannot be reached
   */
  public static Store open(StoreSettings settings, Clock clock) {
    return open(settings, clock, Announcer.NONE);
  }

  /**
   * As above, for one that changes jobs.
   *
   * @param announcer puts what webhooks are told into words
   */
  public static Store open(StoreSettings settings, Clock clock, Announcer announcer) {
    return open(settings, clock, announcer, Migrations.Steps.OURS);
  }

  static Store open(
      StoreSettings settings, Clock clock, Announcer announcer, Migrations.Steps steps) {
    var url = settings.databaseUrl();
    var opening = new Opening(steps, clock);
    var folder = DataFolder.open(settings.data(), url == null);
    try {
      var database =
          url == null
              ? opening.sqlite(folder, settings.readers())
              : opening.postgres(
                  PostgresAddress.of(url, settings.databaseUser(), settings.databasePassword()),
                  settings.readers());
      return new Store(folder, database, clock, announcer);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public Access access() {
    return access;
  }

  public Files files() {
    return files;
  }

  public Blobs blobs() {
    return blobs;
  }

  public Jobs jobs() {
    return jobs;
  }

  public JobCourse course() {
    return course;
  }

  public Texts texts() {
    return texts;
  }

  public Answers answers() {
    return answers;
  }

  public Presets presets() {
    return presets;
  }

  public Webhooks webhooks() {
    return webhooks;
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  public Sweeper sweeper() {
    return sweeper;
  }

  /** The connections that the work queue uses for itself; on SQLite the one writer. */
  public DataSource queueConnections() {
    return database.writers();
  }

  /** {@code SQLite 3.x} or {@code PostgreSQL 18.x}, for logs. */
  public String database() {
    return database.version();
  }

  /**
   * Whether the database answers a trivial query and the blob folder can be written; for readiness.
   */
  public boolean isReady() {
    try {
      Path probe = java.nio.file.Files.createTempFile(folder.temporary(), "ready-", "");
      try {
        // a full disk still makes empty files
        java.nio.file.Files.write(probe, new byte[PROBE_BYTES]);
      } finally {
        java.nio.file.Files.delete(probe);
      }
      return database.read(db -> db.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (IOException | RuntimeException e) {
      LOG.warn("The store is not ready: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    access.close();
    database.close();
    folder.close();
  }
}
