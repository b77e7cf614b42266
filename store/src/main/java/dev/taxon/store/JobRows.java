package dev.taxon.store;

import dev.taxon.Decision;
import dev.taxon.ReadFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
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
              row.getString("echo"),
              Rows.instant(row, "effective_at", context),
              Rows.instantOrNull(row, "began_at", context),
              Rows.instant(row, "created_at", context),
              Rows.instant(row, "updated_at", context));

  static final RowMapper<Map.Entry<UUID, JobStanding>> STANDING =
      (row, context) ->
          Map.entry(
              Rows.uuid(row, "id", context),
              new JobStanding(
                  JobStatus.valueOf(row.getString("status")),
                  row.getInt("waiting"),
                  Rows.instantOrNull(row, "began_at", context) != null));

  static final RowMapper<JobItem> ITEM =
      (row, context) ->
          new JobItem(
              Rows.uuid(row, "id", context),
              Rows.uuid(row, "job_id", context),
              row.getInt("position"),
              row.getString("spelling"),
              Rows.uuid(row, "document_id", context),
              row.getString("name"),
              Rows.uuidOrNull(row, "source_id", context),
              outcome(row, ""),
              Rows.instant(row, "created_at", context),
              Rows.instant(row, "updated_at", context));

  static final RowMapper<Decision> DECISION =
      (row, context) ->
          Json.details(row.getString("details"))
              .decision(
                  row.getString("type"), row.getDouble("confidence"), row.getString("reasoning"));

  static final RowMapper<DocumentWork> WORK =
      (row, context) ->
          new DocumentWork(
              Rows.uuid(row, "id", context),
              Rows.uuid(row, "job_id", context),
              Rows.uuid(row, "project_id", context),
              Wire.valueOf(row.getString("wire")),
              row.getString("name"),
              Objects.requireNonNull(Rows.blobOrNull(row)),
              Json.rules(row.getString("rules")),
              Json.options(row.getString("options")),
              source(row, context),
              row.getBoolean("is_first"));

  static final RowMapper<JobEnding.Entry> ENDED =
      (row, context) -> new JobEnding.Entry(row.getString("spelling"), failure(row, ""));

  /** A source that is gone was read once, and its bytes are pinned here too. */
  private static DocumentWork.@Nullable Source source(ResultSet row, StatementContext context)
      throws SQLException {
    var id = Rows.uuidOrNull(row, "source_document", context);
    return id == null
        ? null
        : new DocumentWork.Source(
            id, Json.options(row.getString("source_options")), sourceOutcome(row));
  }

  private static @Nullable Outcome sourceOutcome(ResultSet row) throws SQLException {
    var word = row.getString("source_outcome");
    // what was decided of it is of no matter here, only that it was read
    return "CLASSIFIED".equals(word) ? new Outcome.Read() : outcome(row, "source_");
  }

  private static @Nullable Outcome outcome(ResultSet row, String prefix) throws SQLException {
    var word = row.getString(prefix + "outcome");
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
      case "READ" -> new Outcome.Read();
      case "FAILED" -> Objects.requireNonNull(failure(row, prefix));
      case "CANCELLED" -> new Outcome.Cancelled();
      default -> throw new IllegalStateException("no such outcome: " + word);
    };
  }

  private static Outcome.@Nullable Failed failure(ResultSet row, String prefix)
      throws SQLException {
    var code = row.getString(prefix + "failure_code");
    return code == null
        ? null
        : new Outcome.Failed(
            ReadFailure.Code.valueOf(code), row.getString(prefix + "failure_sentence"));
  }
}
