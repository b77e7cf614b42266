package dev.taxon.server.http.shape;

import dev.taxon.store.Job;
import dev.taxon.store.JobOptions;
import dev.taxon.store.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job of the first wire. */
public record ClassifyJobShape(
    UUID id,
    Instant createdAt,
    Instant updatedAt,
    JobStatus status,
    Instant effectiveAt,
    @Nullable String jobRecordId,
    @Nullable String errorMessage,
    List<RuleShape> rules,
    String userId,
    UUID projectId,
    String mode,
    ParsingShape parsingConfiguration) {

  /** One rule, as sent. */
  public record RuleShape(String type, String description) {
    static List<RuleShape> of(Job job) {
      return Objects.requireNonNull(job.rules(), "a job that decides has rules").rules().stream()
          .map(rule -> new RuleShape(rule.type(), rule.description()))
          .toList();
    }
  }

  /**
   * How files are read, as effective.
   *
   * @param targetPages page numbers from 0
   */
  public record ParsingShape(
      String lang, @Nullable Integer maxPages, @Nullable List<Integer> targetPages) {
    static ParsingShape of(JobOptions options) {
      List<Integer> pages = options.targetPages();
      return new ParsingShape(
          options.lang(),
          options.maxPages(),
          pages == null ? null : pages.stream().map(page -> page - 1).toList());
    }
  }

  public static ClassifyJobShape of(Job job) {
    return new ClassifyJobShape(
        job.id(),
        job.createdAt(),
        job.updatedAt(),
        job.status(),
        job.effectiveAt(),
        null,
        job.errorMessage(),
        RuleShape.of(job),
        job.userId(),
        job.projectId(),
        job.options().mode(),
        ParsingShape.of(job.options()));
  }
}
