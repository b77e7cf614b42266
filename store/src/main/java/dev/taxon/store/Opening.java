package dev.taxon.store;

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

/** From a place to a database whose tables are as this program knows them. */
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Opening() {}

  /**
   * The file is looked at through a connection that cannot write, so a refusal leaves it as it is.
   */
  static Database sqlite(DataFolder folder, int readers, Clock clock) {
    var file = folder.database();
    var dialect = new Sqlite();
    try {
      boolean migrate = true;
      if (Files.exists(file)) {
        var standing = new Migrations(dialect, Sqlite.reading(file)).standing();
        refuseNewer(standing, "The data in " + folder.path(), " (" + folder.backups() + ")");
        migrate = standing.pending();
        if (migrate && !standing.isEmpty()) {
          backUp(folder, standing.applied(), clock);
        }
      }
      if (migrate) {
        new Migrations(dialect, Sqlite.writing(file)).run();
      }
      return Sqlite.open(file, readers);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "The backup before changing " + file + " failed: " + DataFolder.reason(e) + ".", e);
    } catch (FlywayException | SQLException e) {
      throw new StoreUnavailable(
          "The database " + file + " cannot be opened: " + cause(e) + ".", e);
    }
  }

  static Database postgres(PostgresAddress address, int readers) {
    var database = Postgres.open(address, readers);
    try {
      var migrations = new Migrations(database.dialect(), database.writers());
      var standing = migrations.standing();
      refuseNewer(standing, "The database at " + address, "");
      if (standing.pending()) {
        migrations.run();
      }
      return database;
    } catch (FlywayException e) {
      database.close();
      throw new StoreUnavailable(
          "The database at " + address + " cannot be brought up to date: " + cause(e) + ".", e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void refuseNewer(Migrations.Standing standing, String what, String backups) {
    if (standing.newer()) {
      throw new StoreUnavailable(
          what
              + " was written by a newer version of Taxon (tables "
              + standing.applied()
              + ", this version knows "
              + standing.known()
              + "): start the newer version, or restore a backup"
              + backups
              + ".",
          null);
    }
  }

  /** A whole, synced copy under its final name, or none. */
  private static void backUp(DataFolder folder, String version, Clock clock)
      throws IOException, SQLException {
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

  private static String cause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      }
    }
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
