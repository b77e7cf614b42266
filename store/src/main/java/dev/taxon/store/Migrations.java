package dev.taxon.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The steps from one shape of the tables to the next; they only go forward. */
final class Migrations {
  private final Flyway flyway;

  Migrations(Dialect dialect, DataSource source) {
    this.flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:dev/taxon/store/migration")
            .placeholders(dialect.words())
            .loggers("slf4j")
            .load();
  }

  /**
   * How the database stands.
   *
   * @param applied the newest step it has taken, or empty for an empty database
   * @param known the newest step of this program
   * @param newer whether it has taken a step that this program does not know
   * @param pending whether there are steps to take
   */
  record Standing(String applied, String known, boolean newer, boolean pending) {
    boolean isEmpty() {
      return applied.isEmpty();
    }
  }

  /** Looks without changing anything. */
  Standing standing() {
    var info = flyway.info();
    var known =
        Arrays.stream(info.all())
            .filter(step -> !isFuture(step))
            .map(step -> step.getVersion().getVersion())
            .reduce("", (first, second) -> second);
    var applied = info.applied();
    return new Standing(
        applied.length == 0 ? "" : applied[applied.length - 1].getVersion().getVersion(),
        known,
        Arrays.stream(applied).anyMatch(Migrations::isFuture),
        info.pending().length > 0);
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
  void run() {
    flyway.migrate();
  }
}
