package dev.taxon.server.http.shape;

import dev.taxon.Decision;
import dev.taxon.store.JobItem;
import dev.taxon.store.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of a job's results. */
public record FileClassificationShape(
    UUID id,
    Instant createdAt,
    Instant updatedAt,
    UUID classifyJobId,
    String fileId,
    @Nullable ResultShape result) {

  /** What a file was found to be. */
  public record ResultShape(@Nullable String type, double confidence, String reasoning) {
    static ResultShape of(Decision decision) {
      return new ResultShape(decision.type(), decision.confidence(), decision.reasoning());
    }
  }

  public static FileClassificationShape of(JobItem item) {
    return new FileClassificationShape(
        item.id(),
        item.createdAt(),
        item.updatedAt(),
        item.jobId(),
        item.spelling(),
        item.outcome() instanceof Outcome.Classified(Decision decision)
            ? ResultShape.of(decision)
            : null);
  }
}
