package dev.taxon.store;

import dev.taxon.Decision;
import dev.taxon.ReadFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** How jobs and what belongs to them are read from rows. */
final class JobRows {
  private JobRows() {}

  static final RowMapper<Job> JOB =
      (row, context) ->
          new Job(
              Rows.uuid(row, "id", context),
              Wire.valueOf(row.getString("wire")),
              Rows.uuid(row, "project_id", context),
              row.getString("user_id"),
              JobStatus.valueOf(row.getString("status")),
              Json.rules(row.getString("rules")),
              Json.options(row.getString("options")),
              row.getInt("items"),
              row.getString("error_message"),
              row.getString("transaction_id"),
              row.getString("configuration_id"),
              Rows.instant(row, "effective_at", context),
              Rows.instant(row, "created_at", context),
              Rows.instant(row, "updated_at", context));

  static final RowMapper<JobItem> ITEM =
      (row, context) ->
          new JobItem(
              Rows.uuid(row, "id", context),
              Rows.uuid(row, "job_id", context),
              row.getInt("position"),
              row.getString("spelling"),
              Rows.uuid(row, "document_id", context),
              outcome(row),
              Rows.instant(row, "created_at", context),
              Rows.instant(row, "updated_at", context));

  static final RowMapper<Decision> DECISION =
      (row, context) -> {
        var details = Json.details(row.getString("details"));
        return new Decision(
            row.getString("type"),
            row.getDouble("confidence"),
            row.getString("reasoning"),
            details.evidence(),
            details.candidates());
      };

  static final RowMapper<DocumentWork> WORK =
      (row, context) ->
          new DocumentWork(
              Rows.uuid(row, "id", context),
              Rows.uuid(row, "job_id", context),
              row.getString("name"),
              Objects.requireNonNull(Rows.blobOrNull(row)),
              Json.rules(row.getString("rules")),
              Json.options(row.getString("options")));

  static final RowMapper<JobEnding.Entry> ENDED =
      (row, context) -> new JobEnding.Entry(row.getString("spelling"), failure(row));

  private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
    var word = row.getString("outcome");
    if (word == null) {
      return null;
    }
    return switch (word) {
      case "CLASSIFIED" ->
          new Outcome.Classified(
              new Decision(
                  row.getString("type"),
                  row.getDouble("confidence"),
                  row.getString("reasoning"),
                  List.of(),
                  List.of()));
      case "FAILED" -> Objects.requireNonNull(failure(row));
      case "CANCELLED" -> new Outcome.Cancelled();
      default -> throw new IllegalStateException("no such outcome: " + word);
    };
  }

  private static Outcome.@Nullable Failed failure(ResultSet row) throws SQLException {
    var code = row.getString("failure_code");
    return code == null
        ? null
        : new Outcome.Failed(ReadFailure.Code.valueOf(code), row.getString("failure_sentence"));
  }
}
