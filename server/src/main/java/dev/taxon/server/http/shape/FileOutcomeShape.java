package dev.taxon.server.http.shape;

import dev.taxon.store.Job;
import dev.taxon.store.JobItem;
import dev.taxon.store.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file of a job.
 *
 * @param id of the entry in the job's results
 * @param jobId as the job's own answers spell it
 * @param fileId as it was sent
 * @param name of the file when the job was made
 * @param position in the job's results, from 0
 * @param error null unless it failed
 */
public record FileOutcomeShape(
    UUID id,
    String jobId,
    String fileId,
    String name,
    int position,
    Word outcome,
    @Nullable String type,
    @Nullable Double confidence,
    @Nullable String reasoning,
    @Nullable Failure error,
    Instant updatedAt) {

  /** The outcome in one word. */
  public enum Word {
    WAITING,
    CLASSIFIED,
    READ,
    FAILED,
    CANCELLED
  }

  /** Why a file failed, for programs and for people. */
  public record Failure(String code, String message) {}

  public static FileOutcomeShape of(Job job, JobItem item) {
    Outcome outcome = item.outcome();
    var decision = outcome instanceof Outcome.Classified(var made) ? made : null;
    return new FileOutcomeShape(
        item.id(),
        JobProgressShape.id(job),
        item.spelling(),
        item.name(),
        item.position(),
        word(outcome),
        decision == null ? null : decision.type(),
        decision == null ? null : decision.confidence(),
        decision == null ? null : decision.reasoning(),
        outcome instanceof Outcome.Failed(var code, var sentence)
            ? new Failure(code.name(), sentence)
            : null,
        item.updatedAt());
  }

  private static Word word(@Nullable Outcome outcome) {
    return switch (outcome) {
      case null -> Word.WAITING;
      case Outcome.Classified classified -> Word.CLASSIFIED;
      case Outcome.Read read -> Word.READ;
      case Outcome.Failed failed -> Word.FAILED;
      case Outcome.Cancelled cancelled -> Word.CANCELLED;
    };
  }
}
