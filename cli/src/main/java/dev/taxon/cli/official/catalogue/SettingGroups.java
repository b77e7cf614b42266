package dev.taxon.cli.official.catalogue;

import static dev.taxon.cli.official.catalogue.Flag.body;
import static dev.taxon.cli.official.catalogue.Flag.path;
import static dev.taxon.cli.official.catalogue.Flag.query;
import static dev.taxon.cli.official.catalogue.Rows.command;
import static dev.taxon.cli.official.catalogue.Rows.group;
import static dev.taxon.cli.official.catalogue.Rows.paged;
import static dev.taxon.cli.official.catalogue.Rows.pages;
import static dev.taxon.cli.official.catalogue.Rows.scoped;
import static dev.taxon.cli.official.catalogue.Rows.silent;

import dev.taxon.cli.official.catalogue.Command.Body;
import dev.taxon.cli.official.value.Kind;
import java.util.List;

/** The commands about what is kept on the server beside files and jobs. */
final class SettingGroups {
  private SettingGroups() {}

  static Group configurations() {
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

  static Group projects() {
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

  static Group v2Projects() {
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

  static Group webhookConfigs() {
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
}
