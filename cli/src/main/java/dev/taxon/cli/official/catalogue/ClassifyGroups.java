package dev.taxon.cli.official.catalogue;

import static dev.taxon.cli.official.catalogue.Flag.body;
import static dev.taxon.cli.official.catalogue.Flag.field;
import static dev.taxon.cli.official.catalogue.Flag.path;
import static dev.taxon.cli.official.catalogue.Flag.query;
import static dev.taxon.cli.official.catalogue.Rows.command;
import static dev.taxon.cli.official.catalogue.Rows.group;
import static dev.taxon.cli.official.catalogue.Rows.paged;
import static dev.taxon.cli.official.catalogue.Rows.scoped;
import static dev.taxon.cli.official.catalogue.Rows.waited;

import dev.taxon.cli.official.catalogue.Command.Body;
import dev.taxon.cli.official.value.Kind;

/** The commands that start, watch and read classify jobs, of both generations. */
final class ClassifyGroups {
  private ClassifyGroups() {}

  static Group classifierJobs() {
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
            waited(
                body(
                        "file-id",
                        Kind.TEXTS,
                        "A file to classify: its id, or a path, which is uploaded first")
                    .as("file_ids")
                    .required(true),
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

  static Group classify() {
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
            waited(
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
                body(
                    "file-input",
                    Kind.TEXT_OR_NULL,
                    "The file to classify: its id, or a path, which is uploaded first"),
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
}
