package dev.taxon.cli.official.catalogue;

import static dev.taxon.cli.official.catalogue.Flag.body;
import static dev.taxon.cli.official.catalogue.Flag.field;
import static dev.taxon.cli.official.catalogue.Flag.path;
import static dev.taxon.cli.official.catalogue.Flag.query;
import static dev.taxon.cli.official.catalogue.Rows.command;
import static dev.taxon.cli.official.catalogue.Rows.paged;
import static dev.taxon.cli.official.catalogue.Rows.scoped;
import static dev.taxon.cli.official.catalogue.Rows.silent;

import dev.taxon.cli.official.catalogue.Command.Body;
import dev.taxon.cli.official.value.Kind;
import java.util.List;

/** The commands about uploaded files. */
final class FileGroup {
  private FileGroup() {}

  static Group files() {
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
}
