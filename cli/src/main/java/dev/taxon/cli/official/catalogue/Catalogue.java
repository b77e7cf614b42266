package dev.taxon.cli.official.catalogue;

import static dev.taxon.cli.official.catalogue.Flag.body;
import static dev.taxon.cli.official.catalogue.Flag.field;
import static dev.taxon.cli.official.catalogue.Flag.path;
import static dev.taxon.cli.official.catalogue.Flag.query;

import dev.taxon.cli.official.catalogue.Command.Body;
import dev.taxon.cli.official.value.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of all groups and commands. */
public final class Catalogue {
  /** Groups of the official program that are about other things than classifying. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "parsing",
          "extract",
          "split",
          "batches",
          "data-sinks",
          "data-sources",
          "pipelines",
          "retrievers",
          "indexes",
          "retrieval",
          "chat",
          "sheets",
          "beta",
          "extraction",
          "evals",
          "directories",
          "organizations");

  private static final List<String> NAMES =
      List.of(
          "files",
          "classify",
          "configurations",
          "webhook-configs",
          "projects",
          "v2-projects",
          "classifier:jobs");

  private Catalogue() {}

  /** The names of all groups, in the order in which help lists them. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether the official program has {@code word} as a group and this one has not. */
  public static boolean isElsewhere(String word) {
    int colon = word.indexOf(':');
    return !NAMES.contains(word) && ELSEWHERE.contains(colon < 0 ? word : word.substring(0, colon));
  }

  /** The group of that name. */
  public static Optional<Group> group(String name) {
    return switch (name) {
      case "classifier:jobs" -> Optional.of(classifierJobs());
      case "classify" -> Optional.of(classify());
      case "files" -> Optional.of(files());
      case "configurations" -> Optional.of(configurations());
      case "projects" -> Optional.of(projects());
      case "v2-projects" -> Optional.of(v2Projects());
      case "webhook-configs" -> Optional.of(webhookConfigs());
      default -> Optional.empty();
    };
  }

  private static Group classifierJobs() {
    String jobs = "/api/v1/classifier/jobs";
    Flag id = path("classify-job-id", "The job");
    return group(
        "classifier:jobs",
        "Classify many files by rules",
        command(
            "create",
            "POST",
            jobs,
            Body.JSON,
            "Start a job that classifies files by rules",
            "--file-id FILE --rule '{type: invoice, description: Has a total due}'",
            scoped(
                body("file-id", Kind.TEXTS, "A file to classify").as("file_ids").required(true),
                body("rule", Kind.OBJECTS, "A type and what such a document is like")
                    .as("rules")
                    .required(true)
                    .with(
                        field(
                            "rule",
                            "description",
                            Kind.TEXT,
                            "What a document of this type is like"),
                        field("rule", "type", Kind.TEXT, "The type to give, such as invoice")),
                body("mode", Kind.TEXT, "FAST or MULTIMODAL (the server's default: FAST)"),
                body("parsing-configuration", Kind.OBJECT, "How to read the files")
                    .with(
                        field(
                            "parsing-configuration",
                            "lang",
                            Kind.TEXT,
                            "The documents' language, such as en"),
                        field(
                            "parsing-configuration",
                            "max_pages",
                            Kind.WHOLE_OR_NULL,
                            "Read at most this many pages"),
                        field(
                            "parsing-configuration",
                            "target_pages",
                            Kind.ANY,
                            "Read these pages only, counted from 0")),
                body("webhook-configuration", Kind.OBJECTS, "Whom to tell when the job ends")
                    .as("webhook_configurations")
                    .with(webhookFields(false)))),
        paged("list", jobs, "List jobs", "--max-items 10"),
        command(
            "get",
            "GET",
            jobs + "/{classify_job_id}",
            Body.NONE,
            "Show a job and its status",
            "JOB",
            scoped(id)),
        command(
            "get-results",
            "GET",
            jobs + "/{classify_job_id}/results",
            Body.NONE,
            "Show the decision for each file of a job",
            "JOB --transform items.#.result.type",
            scoped(id)));
  }

  private static Group classify() {
    String jobs = "/api/v2/classify";
    Flag id = path("job-id", "The job");
    return group(
        "classify",
        "Classify one file by rules or by a saved configuration",
        command(
            "create",
            "POST",
            jobs,
            Body.JSON,
            "Start a job that classifies one file",
            "--file-input FILE --configuration.rules '[{type: invoice, description: Has a total due}]'",
            scoped(
                body("configuration", Kind.OBJECT, "Rules and how to apply them")
                    .with(
                        field(
                            "configuration",
                            "rules",
                            Kind.OBJECT_LIST,
                            "All rules as one YAML list"),
                        field("configuration", "mode", Kind.TEXT, "FAST (the server's default)"),
                        field(
                            "configuration",
                            "parsing_configuration",
                            Kind.OBJECT,
                            "How to read the file")),
                body("configuration-id", Kind.TEXT_OR_NULL, "A saved configuration"),
                body("file-id", Kind.TEXT_OR_NULL, "Deprecated: use --file-input"),
                body("file-input", Kind.TEXT_OR_NULL, "The file to classify"),
                body("parse-job-id", Kind.TEXT_OR_NULL, "Deprecated: use --file-input"),
                body("transaction-id", Kind.TEXT_OR_NULL, "The same id makes no second job"),
                body("webhook-configuration-id", Kind.ANY, "Saved webhooks to tell")
                    .as("webhook_configuration_ids"),
                body("webhook-configuration", Kind.ANY, "Whom to tell when the job ends")
                    .as("webhook_configurations")
                    .startingAsList()
                    .with(webhookFields(true)))),
        paged(
            "list",
            jobs,
            "List jobs",
            "--status COMPLETED --max-items 10",
            query("configuration-id", Kind.TEXT_OR_NULL, "Only jobs of this saved configuration"),
            query("created-at-on-or-after", Kind.ANY, "Only jobs made then or later"),
            query("created-at-on-or-before", Kind.ANY, "Only jobs made then or earlier"),
            query("job-id", Kind.ANY, "Only these jobs").as("job_ids"),
            query("status", Kind.TEXT_OR_NULL, "Only jobs with this status")),
        command(
            "cancel",
            "POST",
            jobs + "/{job_id}/cancel",
            Body.NONE,
            "Cancel a job",
            "JOB",
            scoped(id)),
        command(
            "get",
            "GET",
            jobs + "/{job_id}",
            Body.NONE,
            "Show a job and its decision",
            "JOB",
            scoped(id)));
  }

  private static Group files() {
    String files = "/api/v1/beta/files";
    Flag id = path("file-id", "The file");
    Flag expand = query("expand", Kind.ANY, "Fields to add, such as download_url");
    Command content =
        command(
            "content",
            "GET",
            files + "/{file_id}/content",
            Body.NONE,
            "Show an address from which the file can be fetched",
            "FILE",
            scoped(
                id,
                query(
                    "expires-at-seconds",
                    Kind.WHOLE_OR_NULL,
                    "How long the address is valid, in seconds")));
    return new Group(
        "files",
        "Upload files and look after them",
        List.of(
            command(
                "create",
                "POST",
                files,
                Body.MULTIPART,
                "Upload a file",
                "--file invoice.pdf --purpose classify",
                scoped(
                    body("file", Kind.TEXT, "The file's path; - is standard input")
                        .required(true)
                        .ofFile(),
                    body(
                            "purpose",
                            Kind.TEXT,
                            "What it is for: classify, user_data, parse, extract, split, sheet, agent_app")
                        .required(true),
                    body("external-file-id", Kind.TEXT_OR_NULL, "Its id in your own system"))),
            command(
                "retrieve",
                "GET",
                files + "/{file_id}",
                Body.NONE,
                "Show what is known of a file",
                "FILE",
                scoped(id, expand)),
            paged(
                "list",
                files,
                "List files",
                "--max-items 10",
                expand,
                query(
                    "external-file-id",
                    Kind.TEXT_OR_NULL,
                    "Only the file with this id of your own"),
                query("file-id", Kind.ANY, "Only these files").as("file_ids"),
                query("file-name", Kind.TEXT_OR_NULL, "Only files of this name"),
                query(
                    "order-by",
                    Kind.TEXT_OR_NULL,
                    "Fields to sort by, with commas; 'name desc' turns one round")),
            silent("delete", files + "/{file_id}", "Delete a file", "FILE", id),
            content,
            command(
                "query",
                "POST",
                files + "/query",
                Body.JSON,
                "Deprecated: use list",
                "--filter.file-name a.pdf",
                scoped(
                    body("filter", Kind.OBJECT, "Which files")
                        .with(
                            field(
                                "filter",
                                "data_source_id",
                                Kind.TEXT_OR_NULL,
                                "Only files of this source"),
                            field(
                                "filter",
                                "external_file_id",
                                Kind.TEXT_OR_NULL,
                                "Only this id of your own"),
                            field("filter", "file_ids", Kind.ANY, "Only these files"),
                            field(
                                "filter",
                                "file_name",
                                Kind.TEXT_OR_NULL,
                                "Only files of this name"),
                            field(
                                "filter",
                                "only_manually_uploaded",
                                Kind.TRUTH_OR_NULL,
                                "Only files of no source"),
                            field(
                                "filter",
                                "project_id",
                                Kind.TEXT_OR_NULL,
                                "Only files of this project")),
                    body("order-by", Kind.TEXT_OR_NULL, "Fields to sort by"),
                    body("page-size", Kind.WHOLE_OR_NULL, "How many to return"),
                    body("page-token", Kind.TEXT_OR_NULL, "The page to return")))),
        List.of(content.named("get")));
  }

  private static Group configurations() {
    String all = "/api/v1/beta/configurations";
    Flag id = path("config-id", "The configuration");
    Flag parameters =
        body("parameters", Kind.OBJECT, "What it says: product_type and its settings");
    return group(
        "configurations",
        "Keep rules on the server under a name",
        command(
            "create",
            "POST",
            all,
            Body.JSON,
            "Save a configuration",
            "--name mail --parameters @mail.yaml",
            scoped(body("name", Kind.TEXT, "Its name").required(true), parameters.required(true))),
        command(
            "retrieve",
            "GET",
            all + "/{config_id}",
            Body.NONE,
            "Show a configuration",
            "CONFIG",
            scoped(id)),
        command(
            "update",
            "PUT",
            all + "/{config_id}",
            Body.JSON,
            "Change a configuration",
            "CONFIG --name letters",
            scoped(id, body("name", Kind.TEXT_OR_NULL, "Its new name"), parameters)),
        paged(
            "list",
            all,
            "List configurations",
            "--product-type classify_v2",
            query("latest-only", Kind.SWITCH, "Only the newest of each name"),
            query("name", Kind.TEXT_OR_NULL, "Only those of this name"),
            query("product-type", Kind.ANY, "Only those for these products")),
        silent("delete", all + "/{config_id}", "Delete a configuration", "CONFIG", id));
  }

  private static Group projects() {
    String all = "/api/v1/projects";
    Flag organization = query("organization-id", Kind.TEXT_OR_NULL, "The organization");
    return group(
        "projects",
        "See the projects that your key may use",
        command(
            "list",
            "GET",
            all,
            Body.NONE,
            "List projects",
            "--format yaml",
            List.of(
                organization,
                query("project-name", Kind.TEXT_OR_NULL, "Only the one of this name"))),
        command(
            "get",
            "GET",
            all + "/{project_id}",
            Body.NONE,
            "Show a project",
            "PROJECT",
            List.of(path("project-id", "The project"), organization)));
  }

  private static Group v2Projects() {
    String all = "/api/v2/projects";
    Flag organization = query("organization-id", Kind.TEXT_OR_NULL, "The organization");
    return group(
        "v2-projects",
        "See the projects that your key may use, page by page",
        new Command(
            "list",
            "GET",
            all,
            Body.NONE,
            true,
            false,
            "List projects",
            "--max-items 10",
            pages(
                List.of(
                    query("name", Kind.TEXT_OR_NULL, "Only the one of this name"), organization))),
        command(
            "get",
            "GET",
            all + "/{project_id}",
            Body.NONE,
            "Show a project",
            "PROJECT",
            List.of(path("project-id", "The project"), organization)));
  }

  private static Group webhookConfigs() {
    String all = "/api/v1/beta/webhook-configs";
    Flag id = path("config-id", "The webhook");
    Flag url = body("webhook-url", Kind.TEXT, "The address to call");
    Flag[] rest = {
      body("webhook-event", Kind.ANY, "The events to tell; all when absent").as("webhook_events"),
      body("webhook-headers", Kind.OBJECT, "Headers to send along"),
      body("webhook-output-format", Kind.TEXT_OR_NULL, "string or json"),
      body("webhook-signing-secret", Kind.TEXT_OR_NULL, "The secret that signs each call")
    };
    return group(
        "webhook-configs",
        "Keep webhooks on the server",
        command(
            "create",
            "POST",
            all,
            Body.JSON,
            "Save a webhook",
            "--webhook-url https://example.com/hook",
            scoped(url.required(true), rest[0], rest[1], rest[2], rest[3])),
        command(
            "retrieve",
            "GET",
            all + "/{config_id}",
            Body.NONE,
            "Show a webhook",
            "WEBHOOK",
            scoped(id)),
        command(
            "update",
            "PUT",
            all + "/{config_id}",
            Body.JSON,
            "Change a webhook",
            "WEBHOOK --webhook-event '[classify.success]'",
            scoped(
                id,
                body("webhook-url", Kind.TEXT_OR_NULL, "The address to call"),
                rest[0],
                rest[1],
                rest[2],
                rest[3])),
        command("list", "GET", all, Body.NONE, "List webhooks", "--format yaml", scoped()),
        silent("delete", all + "/{config_id}", "Delete a webhook", "WEBHOOK", id));
  }

  private static Flag[] webhookFields(boolean eventsByName) {
    String outer = "webhook-configuration";
    return new Flag[] {
      field(
          outer,
          "webhook_events",
          Kind.ANY,
          eventsByName
              ? "The events to tell, such as classify.success; all when absent"
              : "The events to tell"),
      field(outer, "webhook_headers", Kind.OBJECT, "Headers to send along"),
      field(outer, "webhook_output_format", Kind.TEXT_OR_NULL, "string or json"),
      field(outer, "webhook_signing_secret", Kind.TEXT_OR_NULL, "The secret that signs each call"),
      field(outer, "webhook_url", Kind.TEXT_OR_NULL, "The address to call")
    };
  }

  private static Group group(String name, String summary, Command... commands) {
    return new Group(name, summary, List.of(commands), List.of());
  }

  private static Command command(
      String name,
      String method,
      String path,
      Body body,
      String summary,
      String example,
      List<Flag> flags) {
    return new Command(name, method, path, body, false, false, summary, example, flags);
  }

  private static Command silent(String name, String path, String summary, String example, Flag id) {
    return new Command(name, "DELETE", path, Body.NONE, false, true, summary, example, scoped(id));
  }

  private static Command paged(
      String name, String path, String summary, String example, Flag... flags) {
    return new Command(
        name, "GET", path, Body.NONE, true, false, summary, example, pages(scoped(flags)));
  }

  private static List<Flag> scoped(Flag... flags) {
    var all = new ArrayList<>(List.of(flags));
    all.add(
        query("organization-id", Kind.TEXT_OR_NULL, "The organization, when not the key's own"));
    all.add(query("project-id", Kind.TEXT_OR_NULL, "The project, when not the default one"));
    return all;
  }

  private static List<Flag> pages(List<Flag> flags) {
    var all = new ArrayList<>(flags);
    all.add(query("page-size", Kind.WHOLE_OR_NULL, "How many to fetch at once"));
    all.add(query("page-token", Kind.TEXT_OR_NULL, "The page to begin with"));
    all.add(Flag.at(Place.NOWHERE, "max-items", Kind.WHOLE, "", "How many to show; -1 for all"));
    return all;
  }
}
