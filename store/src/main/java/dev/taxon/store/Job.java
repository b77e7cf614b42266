package dev.taxon.store;

import dev.taxon.RuleSet;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param items how many entries its results have
 * @param errorMessage null unless some file failed and the job has ended
 * @param effectiveAt when the status was taken
 */
public record Job(
    UUID id,
    Wire wire,
    UUID projectId,
    String userId,
    JobStatus status,
    RuleSet rules,
    JobOptions options,
    int items,
    @Nullable String errorMessage,
    @Nullable String transactionId,
    @Nullable String configurationId,
    Instant effectiveAt,
    Instant createdAt,
    Instant updatedAt) {}
