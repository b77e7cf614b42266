package dev.taxon.server.http.shape;

import dev.taxon.server.http.shape.ClassifyJobShape.RuleShape;
import dev.taxon.server.http.shape.FileClassificationShape.ResultShape;
import dev.taxon.store.Job;
import dev.taxon.store.JobItem;
import dev.taxon.store.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A job of the second wire, which has one document. */
public record ClassifyV2Shape(
    String id,
    Instant createdAt,
    Instant updatedAt,
    String fileInput,
    UUID projectId,
    String userId,
    StatusV2 status,
    String documentInputType,
    ConfigurationShape configuration,
    @Nullable ResultShape result,
    @Nullable String errorMessage,
    @Nullable String configurationId,
    @Nullable String transactionId,
    @Nullable String parseJobId) {

  /**
   * What the job ran with.
   *
   * @param parsingConfiguration as sent, its language filled in; null where none was sent
   */
  public record ConfigurationShape(
      List<RuleShape> rules, String mode, @Nullable JsonNode parsingConfiguration) {}

  /** A job that was removed. */
  public record Deleted(String id, UUID projectId) {}

  public static ClassifyV2Shape of(Job job, JobItem item, boolean exposeRunning) {
    boolean isParsed = item.sourceId() != null;
    Outcome outcome = item.outcome();
    return new ClassifyV2Shape(
        IdsV2.classifyJob(job.id()),
        job.createdAt(),
        job.updatedAt(),
        item.spelling(),
        job.projectId(),
        job.userId(),
        StatusV2.of(job, exposeRunning),
        isParsed ? "parse_job_id" : item.spelling().contains("://") ? "url" : "file_id",
        new ConfigurationShape(RuleShape.of(job), job.options().mode(), Json.tree(job.echo())),
        outcome instanceof Outcome.Classified(var decision) ? ResultShape.of(decision) : null,
        job.errorMessage(),
        job.configurationId(),
        job.transactionId(),
        isParsed
            ? item.spelling()
            : outcome instanceof Outcome.Classified ? IdsV2.parseJob(item.documentId()) : null);
  }
}
