package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.http.shape.ClassifyV2Shape;
import dev.taxon.server.http.shape.PageShape;
import dev.taxon.server.http.shape.StatusV2;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Answering;
import dev.taxon.store.Job;
import dev.taxon.store.JobCreation;
import dev.taxon.store.JobItem;
import dev.taxon.store.NewJob;
import dev.taxon.store.Scope;
import dev.taxon.store.Wire;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the second wire does alike with jobs that classify and jobs that read. */
final class JobsV2 {
  private final Tenants tenants;
  private final ClassifyJobs jobs;
  private final Pages pages;
  private final boolean exposeRunning;
  private final Wire wire;
  private final String word;
  private final String prefix;

  /**
   * Jobs of a part of the wire.
   *
   * @param word what they are called in sentences, for example {@code classify}
   * @param prefix of their ids
   */
  JobsV2(
      Tenants tenants,
      ClassifyJobs jobs,
      PageTokens tokens,
      boolean exposeRunning,
      Wire wire,
      String word,
      String prefix) {
    this.tenants = tenants;
    this.jobs = jobs;
    this.pages = new Pages(tokens);
    this.exposeRunning = exposeRunning;
    this.wire = wire;
    this.word = word;
    this.prefix = prefix;
  }

  boolean exposeRunning() {
    return exposeRunning;
  }

  /** The project in which a call happens. */
  Scope project(Call call) {
    return new Scope(
        call.key().organizationId(),
        tenants.project(call.key(), call.project(), call.organization()));
  }

  Scope reach(Call call) {
    return tenants.reach(call.key(), call.project(), call.organization());
  }

  UUID id(Call call) {
    return call.inputs()
        .path("job_id")
        .flatMap(text -> Formats.prefixed(prefix, text))
        .orElseThrow(() -> ClassifyJobs.unknown(wire));
  }

  Job find(Call call) {
    return jobs.find(reach(call), wire, id(call));
  }

  /** The job that a request makes, or made when it came before. */
  Job create(Call call, NewJob job) {
    return switch (jobs.create(job)) {
      case JobCreation.Created(Job created) -> created;
      case JobCreation.Repeated(Job earlier) -> earlier;
      case JobCreation.KeyReused() ->
          throw new InvalidRequest(
              Problem.value(
                  List.of("header", "Idempotency-Key"),
                  "the key was used with another request body",
                  call.inputs().tree().path("header").path("Idempotency-Key")));
      case JobCreation.ContentMissing missing ->
          throw DocumentInputs.invalid("the content of this file was never uploaded");
      case JobCreation.FilesMissing missing ->
          throw new IllegalStateException("the use case speaks for these: " + missing);
    };
  }

  <S> PageShape<S> list(Call call, BiFunction<Job, JobItem, S> shape) {
    Inputs inputs = call.inputs();
    JsonNode query = inputs.tree().path("query");
    Scope scope = project(call);
    var filter =
        StatusV2.filter(
            wire,
            inputs.query("status").map(StatusV2::valueOf).map(Set::of).orElse(null),
            exposeRunning,
            ids(inputs),
            inputs.query("configuration_id").orElse(null),
            bound(query, "created_at_on_or_after"),
            bound(query, "created_at_on_or_before"));
    String list = "jobs " + scope.project() + " " + filter;
    var slice =
        jobs.list(
            scope,
            filter,
            pages.place(inputs.query("page_token"), list),
            inputs.queryInt("page_size"));
    Map<UUID, JobItem> items = jobs.only(slice.items());
    return pages.page(
        slice, list, job -> shape.apply(job, Objects.requireNonNull(items.get(job.id()))));
  }

  private @Nullable List<UUID> ids(Inputs inputs) {
    List<String> given = inputs.queryList("job_ids");
    return given.isEmpty()
        ? null
        : given.stream().map(id -> Formats.prefixed(prefix, id)).flatMap(Optional::stream).toList();
  }

  private static @Nullable Instant bound(JsonNode query, String name) {
    return Inputs.timestamp(query, name);
  }

  /** Ends a job that has not ended, and answers with the job as it is then. */
  Answer cancel(Call call, BiFunction<Job, JobItem, Object> shape) throws IOException {
    Job job = find(call);
    JobItem item = jobs.only(job);
    return call.once(
        (Answering<Job> answering) -> jobs.cancel(job, answering).orElseThrow(() -> hasEnded(call)),
        cancelled -> Answer.json(200, shape.apply(cancelled, item)));
  }

  private Refused hasEnded(Call call) {
    return Refused.impossible(
        "Cannot cancel a " + word + " job with status " + StatusV2.of(find(call)));
  }

  ClassifyV2Shape.Deleted delete(Call call) {
    Job job = find(call);
    if (!jobs.delete(job)) {
      throw Refused.impossible("Cancel the " + word + " job before deleting it");
    }
    return new ClassifyV2Shape.Deleted(prefix + job.id(), job.projectId());
  }
}
