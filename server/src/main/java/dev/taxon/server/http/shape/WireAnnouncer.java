package dev.taxon.server.http.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.taxon.Decision;
import dev.taxon.server.http.shape.FileClassificationShape.ResultShape;
import dev.taxon.store.Announcement;
import dev.taxon.store.Announcer;
import dev.taxon.store.Job;
import dev.taxon.store.Webhook;
import dev.taxon.store.Wire;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What webhooks are told, in the words of the wire that made the job. */
public final class WireAnnouncer implements Announcer {
  /** A body. */
  private record Event(UUID eventId, String eventType, BigDecimal timestamp, Object data) {}

  /** Of a job of the first wire. */
  private record JobData(
      String id, String jobId, UUID projectId, String status, @Nullable String errorMessage) {}

  /** Of a job of the second; one that reads has no result. */
  private record JobDataV2(
      String id,
      String jobId,
      UUID projectId,
      StatusV2 status,
      @Nullable String transactionId,
      @Nullable String configurationId,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable ResultShape result,
      @Nullable String errorMessage) {}

  @Override
  public String body(Announcement announcement) {
    Job job = announcement.job();
    var event =
        new Event(
            announcement.id(),
            announcement.event().type(job.wire()),
            seconds(announcement.at()),
            data(job, announcement.decision()));
    String json = text(event);
    return announcement.format() == Webhook.Format.JSON ? json : text(json);
  }

  @Override
  public String spelling(Job job) {
    return switch (job.wire()) {
      case V1 -> job.id().toString();
      case V2 -> IdsV2.classifyJob(job.id());
      case PARSE -> IdsV2.parseJob(job.id());
    };
  }

  private Object data(Job job, @Nullable Decision decision) {
    String id = spelling(job);
    return job.wire() == Wire.V1
        ? new JobData(id, id, job.projectId(), job.status().name(), job.errorMessage())
        : new JobDataV2(
            id,
            id,
            job.projectId(),
            StatusV2.of(job, true),
            job.transactionId(),
            job.configurationId(),
            decision == null ? null : ResultShape.of(decision),
            job.errorMessage());
  }

  /** Seconds since 1970, with the milliseconds behind the point. */
  private static BigDecimal seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3);
  }

  private static String text(Object shape) {
    return new String(Json.bytes(shape), StandardCharsets.UTF_8);
  }
}
