package dev.taxon.store;

import dev.taxon.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job, to be told to one webhook.
 *
 * @param id the event's own, the same at every attempt
 * @param job as it stands after the event
 * @param decision of a job with one document that was decided; else null
 */
public record Announcement(
    UUID id,
    JobEvent event,
    Instant at,
    Job job,
    @Nullable Decision decision,
    Webhook.Format format) {}
