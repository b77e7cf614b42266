package dev.taxon.server.http.route;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.http.shape.ClassifyJobShape;
import dev.taxon.server.http.shape.FileClassificationShape;
import dev.taxon.server.http.shape.PageShape;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Job;
import dev.taxon.store.JobCreation;
import dev.taxon.store.JobFilter;
import dev.taxon.store.JobItem;
import dev.taxon.store.JobOptions;
import dev.taxon.store.NewJob;
import dev.taxon.store.Scope;
import dev.taxon.store.Wire;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Classifier jobs. */
public final class JobRoutes {
  private static final int RESULTS_PAGE = 50;

  private final Tenants tenants;
  private final ClassifyJobs jobs;
  private final WebhookForms webhooks;
  private final Pages pages;

  public JobRoutes(Tenants tenants, ClassifyJobs jobs, OutwardRoutes outward, PageTokens tokens) {
    this.webhooks = outward.webhooks();
    this.tenants = tenants;
    this.jobs = jobs;
    this.pages = new Pages(tokens);
  }

  public Map<String, Action> actions() {
    return Map.of(
        "createClassifyJob", this::create,
        "listClassifyJobs", this::list,
        "getClassifyJob", call -> Answer.json(200, ClassifyJobShape.of(find(call))),
        "getClassifyJobResults", this::results);
  }

  private Answer create(Call call) {
    UUID project = tenants.project(call.key(), call.project(), call.organization());
    jobs.admit();
    JsonNode body = call.inputs().body();
    var job =
        new NewJob(
            Wire.V1,
            project,
            call.key().id(),
            call.key().userId(),
            new RuleSet(
                body.path("rules")
                    .valueStream()
                    .map(rule ->
                        new Rule(
                            rule.path("type").stringValue(),
                            rule.path("description").stringValue()))
                    .toList()),
            options(body),
            body.path("file_ids").valueStream().map(JobRoutes::item).toList(),
            webhooks.ofJob(body, new Scope(call.key().organizationId(), project), Wire.V1),
            Digest.of(call.json()),
            Digest.isRetry(call),
            call.inputs().header("Idempotency-Key").orElse(null),
            null,
            null,
            null,
            null,
            null);
    return switch (jobs.create(job)) {
      case JobCreation.Created(Job created) -> awaited(call, created);
      case JobCreation.Repeated(Job earlier) -> awaited(call, earlier);
      case JobCreation.KeyReused() -> throw keyReused(call);
      case JobCreation.ContentMissing(List<Integer> positions) ->
          throw contentMissing(body, positions);
      case JobCreation.FilesMissing missing ->
          throw new IllegalStateException("the use case speaks for these: " + missing);
    };
  }

  private Answer awaited(Call call, Job job) {
    var scope = new Scope(call.key().organizationId(), job.projectId());
    return Answer.json(200, ClassifyJobShape.of(jobs.ended(scope, job, call.patience())));
  }

  private Answer list(Call call) {
    UUID project = tenants.project(call.key(), call.project(), call.organization());
    String list = "jobs " + project;
    var slice =
        jobs.list(
            new Scope(call.key().organizationId(), project),
            JobFilter.of(Wire.V1),
            pages.place(call.inputs().query("page_token"), list),
            call.inputs().queryInt("page_size"));
    return Answer.json(200, pages.page(slice, list, ClassifyJobShape::of));
  }

  private Answer results(Call call) {
    Job job = find(call);
    String list = "results " + job.id();
    String place = pages.place(call.inputs().query("page_token"), list);
    int from = place == null ? 0 : Integer.parseInt(place);
    int size =
        call.inputs().hasQuery("page_size")
            ? call.inputs().queryInt("page_size")
            : place == null ? job.items() : RESULTS_PAGE;
    List<JobItem> items = jobs.results(job, from, size);
    int behind = from + items.size();
    return Answer.json(
        200,
        new PageShape<>(
            items.stream().map(FileClassificationShape::of).toList(),
            pages.next(behind < job.items() ? Integer.toString(behind) : null, list),
            job.items()));
  }

  private Job find(Call call) {
    Scope reach = tenants.reach(call.key(), call.project(), call.organization());
    return jobs.find(reach, Wire.V1, call.inputs().pathUuid("classify_job_id"));
  }

  private static NewJob.Item item(JsonNode id) {
    String spelling = id.stringValue();
    return new NewJob.Item(Formats.fileId(spelling).orElseThrow(), spelling);
  }

  private static JobOptions options(JsonNode body) {
    JsonNode parsing = body.path("parsing_configuration");
    JsonNode targets = parsing.path("target_pages");
    return new JobOptions(
        body.path("mode").stringValue(),
        parsing.path("lang").stringValue(),
        parsing.path("max_pages").isNull() ? null : parsing.path("max_pages").intValue(),
        targets.isArray()
            ? targets.valueStream().map(page -> page.intValue() + 1).toList()
            : noTargets());
  }

  private static @Nullable List<Integer> noTargets() {
    return null;
  }

  private static InvalidRequest keyReused(Call call) {
    JsonNode key = call.inputs().tree().path("header").path("Idempotency-Key");
    return new InvalidRequest(
        Problem.value(
            List.of("header", "Idempotency-Key"),
            "the key was used with another request body",
            key));
  }

  private static InvalidRequest contentMissing(JsonNode body, List<Integer> positions) {
    JsonNode ids = body.path("file_ids");
    return new InvalidRequest(
        positions.stream()
            .map(position ->
                Problem.value(
                    List.of("body", "file_ids", position),
                    "the content of this file was never uploaded",
                    ids.get(position)))
            .toList());
  }
}
