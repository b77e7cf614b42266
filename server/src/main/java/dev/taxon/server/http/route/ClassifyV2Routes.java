package dev.taxon.server.http.route;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.server.access.Refused;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.call.HttpRefusal;
import dev.taxon.server.http.call.NamedAction;
import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.shape.ClassifyV2Shape;
import dev.taxon.server.http.shape.Json;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Job;
import dev.taxon.store.JobOptions;
import dev.taxon.store.NewJob;
import dev.taxon.store.Scope;
import dev.taxon.store.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Classification of one document, second wire. */
public final class ClassifyV2Routes {
  private final JobsV2 wire;
  private final ClassifyJobs jobs;
  private final DocumentInputs inputs;
  private final SavedConfigurations saved;
  private final WebhookForms webhooks;
  private final Contract contract;

  ClassifyV2Routes(
      JobsV2 wire,
      ClassifyJobs jobs,
      DocumentInputs inputs,
      SavedConfigurations saved,
      OutwardRoutes outward,
      Contract contract) {
    this.webhooks = outward.webhooks();
    this.wire = wire;
    this.jobs = jobs;
    this.inputs = inputs;
    this.saved = saved;
    this.contract = contract;
  }

  Map<String, Action> actions() {
    return Map.of(
        "createClassifyV2", new NamedAction(this::create, "transaction_id", this::repeat),
        "listClassifyV2", call -> Answer.json(200, wire.list(call, this::shape)),
        "getClassifyV2", call -> answer(wire.find(call)),
        "cancelClassifyV2", call -> wire.cancel(call, this::shape),
        "deleteClassifyV2", call -> Answer.json(200, wire.delete(call)));
  }

  private Answer create(Call call) throws IOException {
    Scope project = wire.project(call);
    Optional<String> transaction = transaction(call);
    Optional<Job> earlier = earlier(project, transaction);
    Job job = earlier.isPresent() ? earlier.get() : made(call, project, transaction.orElse(null));
    return answer(jobs.ended(project, job, call.patience()));
  }

  private Job made(Call call, Scope project, @Nullable String transaction) throws IOException {
    jobs.admit();
    return wire.create(call, job(call, project, transaction));
  }

  /** As {@link #create}, for a body of which only the transaction id is looked at. */
  private Optional<Answer> repeat(Call call) {
    Scope project = wire.project(call);
    return earlier(project, transaction(call))
        .map(job -> answer(jobs.ended(project, job, call.patience())));
  }

  private static Optional<String> transaction(Call call) {
    return Inputs.text(call.inputs().body(), "transaction_id").filter(id -> !id.isEmpty());
  }

  private Optional<Job> earlier(Scope project, Optional<String> transaction) {
    return transaction.flatMap(
        id -> jobs.ofTransaction(Objects.requireNonNull(project.project()), id));
  }

  private NewJob job(Call call, Scope project, @Nullable String transaction) throws IOException {
    JsonNode body = call.inputs().body();
    String preset = Inputs.text(body, "configuration_id").filter(id -> !id.isEmpty()).orElse(null);
    JsonNode inline = body.path("configuration");
    if (inline.isObject() == (preset != null)) {
      throw DocumentInputs.invalid(
          preset == null
              ? "either configuration or configuration_id is required"
              : "configuration and configuration_id are mutually exclusive");
    }
    String named = DocumentInputs.named(body);
    JsonNode configuration = preset == null ? inline : preset(project, preset);
    JsonNode parsing = configuration.path("parsing_configuration");
    var told = webhooks.ofJob(body, project, Wire.V2);
    var input = inputs.find(named, project);
    return new NewJob(
        Wire.V2,
        Objects.requireNonNull(project.project()),
        call.key().id(),
        call.key().userId(),
        rules(configuration),
        options(parsing),
        List.of(input.item()),
        told,
        Digest.of(call.json()),
        Digest.isRetry(call),
        call.inputs().header("Idempotency-Key").orElse(null),
        transaction,
        preset,
        parsing.isObject() ? parsing.toString() : null,
        input.sourceId(),
        input.file());
  }

  /** The parameters of a saved configuration, which are those of an inline one. */
  private JsonNode preset(Scope project, String id) {
    var found =
        saved
            .find(project, id)
            .orElseThrow(() -> new HttpRefusal(404, "Classify configuration " + id + " not found"));
    if (!found.productType().equals("classify_v2")) {
      throw unusable(id, "product_type is " + found.productType() + ", expected classify_v2");
    }
    JsonNode parameters = Objects.requireNonNull(Json.tree(found.parameters()));
    var problems =
        contract.schema("/components/schemas/ClassifyConfiguration").validate(parameters);
    if (!problems.isEmpty()) {
      throw unusable(id, problems.getFirst().toString());
    }
    if (parameters.path("parsing_configuration") instanceof ObjectNode parsing
        && !parsing.path("lang").isString()) {
      parsing.put("lang", "en");
    }
    return parameters;
  }

  private static Refused unusable(String id, String why) {
    return Refused.impossible("Invalid classify configuration parameters for " + id + ": " + why);
  }

  private static RuleSet rules(JsonNode configuration) {
    return new RuleSet(
        configuration
            .path("rules")
            .valueStream()
            .map(rule ->
                new Rule(rule.path("type").stringValue(), rule.path("description").stringValue()))
            .toList());
  }

  static JobOptions options(JsonNode parsing) {
    JsonNode most = parsing.path("max_pages");
    return new JobOptions(
        "FAST",
        Inputs.text(parsing, "lang").orElse("en"),
        most.isInt() ? most.intValue() : null,
        Inputs.text(parsing, "target_pages").flatMap(Formats::pages).orElse(null));
  }

  private Answer answer(Job job) {
    return Answer.json(200, shape(job, jobs.only(job)));
  }

  private ClassifyV2Shape shape(Job job, dev.taxon.store.JobItem item) {
    return ClassifyV2Shape.of(job, item, wire.exposeRunning());
  }
}
