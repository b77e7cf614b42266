package dev.taxon.server.http.route;

import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Errors;
import dev.taxon.server.http.shape.FileOutcomeShape;
import dev.taxon.server.http.shape.JobProgressShape;
import dev.taxon.server.http.shape.Json;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.server.jobs.JobWatch;
import dev.taxon.server.jobs.JobWatch.News;
import dev.taxon.server.jobs.Seats;
import dev.taxon.store.Job;
import dev.taxon.store.JobItem;
import dev.taxon.store.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One job as server-sent events: how it stands, each file as it ends, and the end. For one client;
 * the source is the HTML standard, 9.2.
 */
final class JobEventStream implements Answer {
  /** Changes that come faster are told together. */
  private static final Duration BREATH = Duration.ofMillis(200);

  /** After so long the client has to come again, with a key that is still good. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** By so much the clocks of servers on one database may differ. */
  private static final Duration CLOCKS = Duration.ofSeconds(10);

  /**
   * What streams are made with.
   *
   * @param heartbeat after so long without an event a comment is sent
   * @param exposeRunning whether a job at work is told from one that waits
   */
  record Source(
      ClassifyJobs jobs, JobWatch watch, Seats seats, Duration heartbeat, boolean exposeRunning) {}

  private final Source source;
  private final Scope scope;
  private final Job job;
  private final Told told;
  private final Map<Integer, JobItem> ended = new HashMap<>();
  private Instant lastChange = Instant.EPOCH;
  private String status = "";

  JobEventStream(Source source, Scope scope, Job job, Told told) {
    this.source = source;
    this.scope = scope;
    this.job = job;
    this.told = told;
  }

  @Override
  public void writeTo(HttpServletResponse response) throws IOException {
    Optional<Seats.Seat> seat = source.seats().take(job.projectId());
    if (seat.isEmpty()) {
      Errors.sentence(503, "Too many listen to jobs already; ask for the job itself, or come later")
          .with("Retry-After", "10")
          .writeTo(response);
      return;
    }
    try (var _ = seat.get();
        var lookout = source.watch().lookout(job.id())) {
      response.setStatus(200);
      response.setContentType("text/event-stream; charset=utf-8");
      response.setHeader("Cache-Control", "no-store");
      // proxies that would collect the answer before they pass it on
      response.setHeader("X-Accel-Buffering", "no");
      write(response.getOutputStream(), "retry: 2000\n\n");
      tell(response, lookout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(HttpServletResponse response, JobWatch.Lookout lookout)
      throws IOException, InterruptedException {
    OutputStream out = response.getOutputStream();
    long last = System.nanoTime() + LONGEST.toNanos();
    boolean isOver = news(out);
    response.flushBuffer();
    while (!isOver && System.nanoTime() - last < 0) {
      long looked = System.nanoTime();
      News news = lookout.change(source.heartbeat());
      switch (news) {
        case CHANGED -> {
          Thread.sleep(BREATH.minusNanos(Math.min(BREATH.toNanos(), System.nanoTime() - looked)));
          isOver = news(out);
        }
        case NONE -> write(out, ":\n\n");
        case CLOSING -> isOver = true;
      }
      response.flushBuffer();
    }
  }

  /**
   * Writes what the client does not know.
   *
   * @return whether there is nothing more to come
   */
  private boolean news(OutputStream out) throws IOException {
    Optional<Job> found = source.jobs().now(scope, job);
    if (found.isEmpty()) {
      return true;
    }
    Job now = found.get();
    boolean isFirst = status.isEmpty();
    // at the end all of them, lest one was missed; the job is read first, so none is missing
    List<JobItem> items =
        source
            .jobs()
            .outcomes(now, now.status().isTerminal() ? Instant.EPOCH : lastChange.minus(CLOCKS));
    for (JobItem item : items) {
      ended.put(item.position(), item);
      lastChange = item.updatedAt().isAfter(lastChange) ? item.updatedAt() : lastChange;
    }
    var progress = JobProgressShape.of(now, ended.values(), source.exposeRunning());
    if (isFirst) {
      event(out, "state", null, progress);
    }
    boolean isChanged = !isFirst && !progress.status().equals(status);
    status = progress.status();
    for (JobItem item : items) {
      if (told.isNews(item.position())) {
        event(out, "file", told.id(), FileOutcomeShape.of(now, item));
        isChanged = !isFirst;
      }
    }
    if (now.status().isTerminal()) {
      event(out, "end", Told.END, progress);
      return true;
    }
    if (isChanged) {
      event(out, "progress", null, progress);
    }
    return false;
  }

  private static void event(OutputStream out, String name, @Nullable String id, Object data)
      throws IOException {
    write(
        out,
        "event: "
            + name
            + (id == null ? "" : "\nid: " + id)
            + "\ndata: "
            + new String(Json.bytes(data), StandardCharsets.UTF_8)
            + "\n\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
