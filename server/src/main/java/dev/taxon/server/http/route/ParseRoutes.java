package dev.taxon.server.http.route;

import dev.taxon.Document;
import dev.taxon.server.access.Refused;
import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.call.HttpRefusal;
import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.server.http.contract.Request;
import dev.taxon.server.http.contract.RequestReader;
import dev.taxon.server.http.shape.Json;
import dev.taxon.server.http.shape.ParseJobShape;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Job;
import dev.taxon.store.JobItem;
import dev.taxon.store.JobStatus;
import dev.taxon.store.JobWebhook;
import dev.taxon.store.NewJob;
import dev.taxon.store.Scope;
import dev.taxon.store.Texts;
import dev.taxon.store.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading without deciding, second wire: what classification takes as input in place of a file. */
public final class ParseRoutes {
  private static final String FAST = "fast";

  private final JobsV2 wire;
  private final ClassifyJobs jobs;
  private final UserFiles files;
  private final Texts texts;
  private final Uploads uploads;
  private final RequestReader reader;
  private final Operation create;
  private final SavedConfigurations saved;
  private final UrlFetch urls;
  private final WebhookForms webhooks;

  ParseRoutes(
      JobsV2 wire,
      ClassifyJobs jobs,
      UserFiles files,
      Texts texts,
      Uploads uploads,
      SavedConfigurations saved,
      OutwardRoutes outward,
      Contract contract) {
    this.urls = outward.urls();
    this.webhooks = outward.webhooks();
    this.wire = wire;
    this.jobs = jobs;
    this.files = files;
    this.texts = texts;
    this.uploads = uploads;
    this.saved = saved;
    this.reader = new RequestReader(contract);
    this.create =
        contract.operations().stream()
            .filter(operation -> operation.id().equals("createParse"))
            .findFirst()
            .orElseThrow();
  }

  Map<String, Action> actions() {
    return Map.of(
        "createParse", this::create,
        "uploadParse", this::upload,
        "listParse", call -> Answer.json(200, wire.list(call, this::flat)),
        "getParse", this::get,
        "cancelParse", call -> wire.cancel(call, this::flat),
        "deleteParse", call -> Answer.json(200, wire.delete(call)),
        "listParseVersions", this::versions);
  }

  /** The same in every project, but only in one that the key may see. */
  private Answer versions(Call call) {
    wire.project(call);
    return Answer.json(200, Versions.OURS);
  }

  private Answer create(Call call) throws IOException {
    Scope project = wire.project(call);
    JsonNode body = call.inputs().body();
    String file = Inputs.text(body, "file_id").filter(id -> !id.isEmpty()).orElse(null);
    boolean hasUrl = Inputs.text(body, "source_url").filter(url -> !url.isEmpty()).isPresent();
    if ((file == null) != hasUrl) {
      throw DocumentInputs.invalid("exactly one of file_id and source_url is required");
    }
    JsonNode configuration = configuration(body, project);
    jobs.admit();
    Job job =
        wire.create(
            call,
            job(
                call,
                project,
                configuration,
                webhooks.ofJob(configuration, project, Wire.PARSE),
                input(body, file, project),
                call.json()));
    return answer(jobs.ended(project, job, call.patience()));
  }

  private DocumentInputs.Input input(JsonNode body, @Nullable String file, Scope project)
      throws IOException {
    if (file != null) {
      UUID id = Formats.fileId(file).orElseThrow(() -> Refused.unknown("File"));
      return new DocumentInputs.Input(new NewJob.Item(id, file), null, null);
    }
    String url = body.path("source_url").stringValue();
    return DocumentInputs.Input.of(
        urls.fetch(Objects.requireNonNull(project.project()), UrlFetch.Wanted.plain(url, "parse")),
        url);
  }

  private Answer upload(Call call) throws IOException {
    Scope project = wire.project(call);
    jobs.admit();
    files.admit(Objects.requireNonNull(project.project()));
    var configuration = new JsonNode[1];
    // known before the bytes come, so that what cannot be told is refused before they are kept
    var told = new ArrayList<List<JobWebhook>>(1);
    var received =
        uploads.receive(
            call,
            "file",
            () -> {
              throw Refused.impossible("file field is required for multipart requests.");
            },
            form -> {
              configuration[0] = configuration(part(form), project);
              told.add(webhooks.ofJob(configuration[0], project, Wire.PARSE));
            });
    var file =
        files.uploaded(
            new UserFiles.Upload(
                Objects.requireNonNull(project.project()), received.fileName(), null, "parse"),
            received.blob());
    Job job =
        wire.create(
            call,
            job(
                call,
                project,
                configuration[0],
                told.getFirst(),
                DocumentInputs.Input.of(file, "dfl-" + file.file().id()),
                received.content()));
    return answer(jobs.ended(project, job, call.patience()));
  }

  /** The JSON of a form's part, found as good as the body of a create. */
  private JsonNode part(Inputs form) {
    String text = Inputs.text(form.body(), "configuration").orElse("");
    JsonNode body =
        reader
            .read(
                create,
                new Request(
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    "application/json",
                    ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))))
            .body();
    if (body.has("file_id") || body.has("source_url")) {
      throw DocumentInputs.invalid("the file comes with the form: send no file_id or source_url");
    }
    return body;
  }

  /** A body that says how to read: itself, or with what a saved configuration says in addition. */
  private JsonNode configuration(JsonNode body, Scope project) {
    String preset = Inputs.text(body, "configuration_id").filter(id -> !id.isEmpty()).orElse(null);
    if (preset == null) {
      if (!body.has("tier") || !body.has("version")) {
        throw DocumentInputs.invalid("tier and version are required without a configuration_id");
      }
      return body;
    }
    var found =
        saved
            .find(project, preset)
            .orElseThrow(
                () -> new HttpRefusal(404, "Parse configuration " + preset + " not found"));
    if (!found.productType().equals("parse_v2")) {
      throw unusable(preset, "product_type is " + found.productType() + ", expected parse_v2");
    }
    var parameters = (ObjectNode) Objects.requireNonNull(Json.tree(found.parameters()));
    parameters.remove("product_type");
    try {
      JsonNode read = reader.readPart(parameters, "ParseCreate", List.of("parameters"));
      if (read.has("tier") && read.has("version")) {
        return read;
      }
    } catch (InvalidRequest e) {
      var first = e.problems().getFirst();
      throw unusable(preset, first.msg() + " at " + first.loc());
    }
    throw unusable(preset, "tier and version are required");
  }

  private static Refused unusable(String preset, String why) {
    return Refused.impossible("Invalid parse configuration parameters for " + preset + ": " + why);
  }

  private NewJob job(
      Call call,
      Scope project,
      JsonNode configuration,
      List<JobWebhook> webhooks,
      DocumentInputs.Input input,
      ByteBuffer request) {
    var echo = JsonNodeFactory.instance.objectNode();
    echo.put("tier", Inputs.text(configuration, "tier").orElse(FAST));
    if (configuration.path("user_metadata").isObject()) {
      echo.set("user_metadata", configuration.path("user_metadata"));
    }
    return new NewJob(
        Wire.PARSE,
        Objects.requireNonNull(project.project()),
        call.key().id(),
        call.key().userId(),
        null,
        ClassifyV2Routes.options(configuration.path("page_ranges")),
        List.of(input.item()),
        webhooks,
        Digest.of(request),
        Digest.isRetry(call),
        call.inputs().header("Idempotency-Key").orElse(null),
        null,
        Inputs.text(call.inputs().body(), "configuration_id").orElse(null),
        echo.toString(),
        null,
        input.file());
  }

  private Answer get(Call call) {
    UUID id = wire.id(call);
    Job job =
        jobs.reading(wire.reach(call), id).orElseThrow(() -> ClassifyJobs.unknown(Wire.PARSE));
    List<String> parts =
        call.inputs().queryList("expand").stream()
            .flatMap(names -> Arrays.stream(names.split(",")))
            .map(String::strip)
            .toList();
    ParseJobShape shape =
        ParseJobShape.of(job, jobs.only(job), wire.exposeRunning(), parts.contains("usage"));
    if (FAST.equals(shape.tier())
        && (parts.contains("markdown") || parts.contains("markdown_full"))) {
      throw Refused.impossible("Markdown expansion is not available for FAST tier jobs.");
    }
    return Answer.json(200, ParseJobShape.Expanded.of(shape, document(job, id, parts), parts));
  }

  private @Nullable Document document(Job job, UUID id, List<String> parts) {
    boolean wantsText =
        parts.stream()
            .anyMatch(List.of("text", "text_full", "markdown", "markdown_full")::contains);
    if (!wantsText || job.status() != JobStatus.SUCCESS) {
      return null;
    }
    return texts
        .of(id)
        .orElseThrow(() ->
            new HttpRefusal(
                404,
                "The text of this parse job is no longer kept: its file was deleted, or newer"
                    + " texts needed the room"));
  }

  private Answer answer(Job job) {
    return Answer.json(200, flat(job, jobs.only(job)));
  }

  private ParseJobShape flat(Job job, JobItem item) {
    return ParseJobShape.of(job, item, wire.exposeRunning(), false);
  }

  /** The versions that can be asked for; all read alike. Clients know these dates. */
  private record Versions(
      List<String> fast,
      List<String> costEffective,
      List<String> agentic,
      List<String> agenticPlus,
      Latest latest) {
    private static final String FIRST = "2025-12-11";
    private static final String OTHERS = "2026-04-09";
    static final Versions OURS =
        new Versions(
            List.of(FIRST),
            List.of(OTHERS),
            List.of(OTHERS),
            List.of(OTHERS),
            new Latest(FIRST, OTHERS, OTHERS, OTHERS));

    /** For each tier its newest version. */
    private record Latest(String fast, String costEffective, String agentic, String agenticPlus) {}
  }
}
