package dev.taxon.store;

import com.zaxxer.hikari.pool.HikariPool;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;

/**
 * The organizations, projects and keys of a data folder and nothing else of it, so that they can be
 * changed while a server runs. Neither locks the folder nor changes its tables.
 */
public final class Keyring implements AutoCloseable {
  private final Database database;
  private final Access access;

  private Keyring(Database database, Clock clock) {
    this.database = database;
    this.access = new Access(database, new Moments(clock), new Ids(new SecureRandom()));
  }

  /**
   * Opens what a server has made.
   *
   * @throws StoreUnavailable with one sentence: there is no data, it is of another version, the
   *     database cannot be reached
   */
  public static Keyring open(StoreSettings settings, Clock clock) {
    var url = settings.databaseUrl();
    var database =
        url == null
            ? sqlite(settings)
            : Postgres.open(
                PostgresAddress.of(url, settings.databaseUser(), settings.databasePassword()), 1);
    try {
      var standing =
          new Migrations(database.dialect(), Migrations.Steps.OURS).standing(database.writers());
      if (standing.newer() || standing.pending()) {
        throw new StoreUnavailable(
            "The data of "
                + settings
                + " is of another version of Taxon: start the service of this version on it once,"
                + " or use the program that serves it.",
            null);
      }
      return new Keyring(database, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Database sqlite(StoreSettings settings) {
    var file = settings.data().resolve("taxon.db");
    if (!java.nio.file.Files.exists(file)) {
      throw new StoreUnavailable(
          "There is no data in "
              + settings.data()
              + " yet: start the service once, or name the folder of its data with TAXON_DATA.",
          null);
    }
    try {
      return Sqlite.open(file, 1);
    } catch (HikariPool.PoolInitializationException e) {
      String reason =
          e.getCause() instanceof SQLException cause
              ? String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
              : "it is not readable";
      throw new StoreUnavailable("The database " + file + " cannot be opened: " + reason, e);
    }
  }

  public Access access() {
    return access;
  }

  @Override
  public void close() {
    access.close();
    database.close();
  }
}
