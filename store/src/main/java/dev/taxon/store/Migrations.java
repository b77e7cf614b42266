package dev.taxon.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The steps from one shape of the tables to the next; they only go forward. */
final class Migrations {
  /**
   * The steps that a program knows.
   *
   * @param locations where their files lie on the class path
   * @param newest the version of the last one
   */
  record Steps(List<String> locations, String newest) {
    static final Steps OURS = new Steps(List.of("classpath:dev/taxon/store/migration"), "7");
  }

  private final Dialect dialect;
  private final Steps steps;

  Migrations(Dialect dialect, Steps steps) {
    this.dialect = dialect;
    this.steps = steps;
  }

  /**
   * How a database stands.
   *
   * @param applied the newest step it has taken, or empty for an empty database
   * @param newer whether it has taken a step that this program does not know
   * @param pending whether there are steps to take
   */
  record Standing(String applied, boolean newer, boolean pending) {
    boolean isEmpty() {
      return applied.isEmpty();
    }
  }

  /**
   * Looks without changing anything.
   *
   * @throws FlywayException when this is no database of ours
   */
  Standing standing(DataSource source) {
    // what nearly every start finds, without half a second of Flyway
    if (steps.newest().equals(newestTaken(source))) {
      return new Standing(steps.newest(), false, false);
    }
    var info = flyway(source).info();
    var applied = info.applied();
    return new Standing(
        applied.length == 0 ? "" : applied[applied.length - 1].getVersion().getVersion(),
        Arrays.stream(applied).anyMatch(Migrations::isFuture),
        info.pending().length > 0);
  }

  /** Empty when the database does not say, for whatever reason. */
  private static String newestTaken(DataSource source) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select version from flyway_schema_history
                where success order by installed_rank desc limit 1
                """)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      return "";
    }
  }

  private static boolean isFuture(MigrationInfo step) {
    return step.getState() == MigrationState.FUTURE_SUCCESS
        || step.getState() == MigrationState.FUTURE_FAILED;
  }

  /**
   * Takes every pending step.
   *
   * @throws FlywayException when one fails; it is rolled back
   */
  void run(DataSource source) {
    flyway(source).migrate();
  }

  private Flyway flyway(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations(steps.locations().toArray(String[]::new))
        .placeholders(dialect.words())
        .loggers("slf4j")
        .load();
  }
}
