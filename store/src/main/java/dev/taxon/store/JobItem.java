package dev.taxon.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a job's results: there from creation on.
 *
 * @param position from 0, in the order of the ids sent
 * @param spelling the file id as the client wrote it
 * @param documentId the work behind it; entries that name the same file share it
 * @param name of the file when the job was made
 * @param sourceId the document whose text this one is decided on; null when it is read for itself
 * @param outcome null while the file waits
 */
public record JobItem(
    UUID id,
    UUID jobId,
    int position,
    String spelling,
    UUID documentId,
    String name,
    @Nullable UUID sourceId,
    @Nullable Outcome outcome,
    Instant createdAt,
    Instant updatedAt) {}
