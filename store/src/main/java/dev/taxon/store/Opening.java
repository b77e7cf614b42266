package dev.taxon.store;

import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a place to a database whose tables are as this program knows them.
 *
 * @param steps those that this program knows
 */
record Opening(Migrations.Steps steps, Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * The file is looked at through a connection that cannot write, so a refusal leaves it as it is.
   */
  Database sqlite(DataFolder folder, int readers) {
    var file = folder.database();
    var migrations = new Migrations(new Sqlite(), steps);
    try {
      boolean migrate = true;
      if (Files.exists(file)) {
        var standing = migrations.standing(Sqlite.reading(file));
        refuseNewer(standing, "The data in " + folder.path(), " from " + folder.backups());
        migrate = standing.pending();
        if (standing.isEmpty()) {
          refuseForeign(file);
        } else if (migrate) {
          backUp(folder, standing.applied());
        }
      }
      if (migrate) {
        migrations.run(Sqlite.writing(file));
      }
      return Sqlite.open(file, readers);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "The backup before changing " + file + " failed: " + DataFolder.reason(e) + ".", e);
    } catch (FlywayException | SQLException | HikariPool.PoolInitializationException e) {
      throw new StoreUnavailable("The database " + file + " cannot be opened: " + cause(e), e);
    }
  }

  Database postgres(PostgresAddress address, int readers) {
    var database = Postgres.open(address, readers);
    try {
      var migrations = new Migrations(database.dialect(), steps);
      var standing = migrations.standing(database.writers());
      refuseNewer(standing, "The database at " + address, "");
      if (standing.pending()) {
        migrations.run(database.writers());
      }
      return database;
    } catch (FlywayException e) {
      database.close();
      throw new StoreUnavailable(
          "The database at " + address + " cannot be brought up to date: " + cause(e), e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void refuseNewer(Migrations.Standing standing, String what, String place) {
    if (standing.newer()) {
      throw new StoreUnavailable(
          what
              + " was written by a newer version of Taxon (tables "
              + standing.applied()
              + ", this version knows "
              + steps.newest()
              + "): start the newer version, or restore a backup"
              + place
              + ".",
          null);
    }
  }

  /** Not ours to fill: it has tables, and not from us. */
  private static void refuseForeign(Path file) throws SQLException {
    try (var connection = Sqlite.reading(file).getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select name from sqlite_master
                where type = 'table' and name not like 'sqlite%' and name not like 'flyway%'
                limit 1
                """)) {
      if (rows.next()) {
        throw new StoreUnavailable(
            "The database "
                + file
                + " belongs to another program (it has a table named "
                + rows.getString(1)
                + "): give Taxon a data folder of its own.",
            null);
      }
    }
  }

  /** A whole, synced copy under its final name, or none. */
  private void backUp(DataFolder folder, String version) throws IOException, SQLException {
    Files.createDirectories(folder.backups());
    var name = "taxon-v" + version + "-" + STAMP.format(clock.instant()) + ".db";
    var unfinished = folder.backups().resolve(name + ".part");
    Files.deleteIfExists(unfinished);
    try (var connection = Sqlite.reading(folder.database()).getConnection();
        var statement = connection.prepareStatement("vacuum into ?")) {
      statement.setString(1, unfinished.toString());
      statement.execute();
    }
    try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path backup = folder.backups().resolve(name);
    Files.move(unfinished, backup, StandardCopyOption.ATOMIC_MOVE);
    Synced.folder(folder.backups());
    LOG.info("Backed up the database to {} before changing its tables", backup);
  }

  /** The first line of what the database said, else of what went wrong. */
  private static String cause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException && cause.getMessage() != null) {
        return cause.getMessage().lines().findFirst().orElse("");
      }
    }
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
