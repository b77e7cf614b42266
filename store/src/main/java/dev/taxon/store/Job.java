package dev.taxon.store;

import dev.taxon.RuleSet;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param rules null where nothing is decided
 * @param items how many entries its results have
 * @param errorMessage null unless some file failed and the job has ended
 * @param echo what answers repeat as it was sent: a JSON object, or null
 * @param effectiveAt when the status was taken
 * @param beganAt when work on it began, or null; kept for jobs of one document
 */
public record Job(
    UUID id,
    Wire wire,
    UUID projectId,
    String userId,
    JobStatus status,
    @Nullable RuleSet rules,
    JobOptions options,
    int items,
    @Nullable String errorMessage,
    @Nullable String transactionId,
    @Nullable String configurationId,
    @Nullable String echo,
    Instant effectiveAt,
    @Nullable Instant beganAt,
    Instant createdAt,
    Instant updatedAt) {}
