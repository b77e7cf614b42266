package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.shape.FileV2Shape;
import dev.taxon.server.http.shape.PresignedShape;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.server.http.token.SignedUrls;
import dev.taxon.store.Answering;
import dev.taxon.store.FileFilter;
import dev.taxon.store.FileOrder;
import dev.taxon.store.Scope;
import dev.taxon.store.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Files, second generation. */
public final class BetaFileRoutes {
  private static final String UPLOAD = "file";

  private final Tenants tenants;
  private final UserFiles files;
  private final Uploads uploads;
  private final Presigning presigning;
  private final Pages pages;

  public BetaFileRoutes(
      Tenants tenants, UserFiles files, Uploads uploads, Presigning presigning, PageTokens tokens) {
    this.tenants = tenants;
    this.files = files;
    this.uploads = uploads;
    this.presigning = presigning;
    this.pages = new Pages(tokens);
  }

  public Map<String, Action> actions() {
    return Map.of(
        "createBetaFile", this::create,
        "listBetaFiles", this::list,
        "queryBetaFiles", this::query,
        "getBetaFile", call -> Answer.json(200, shape(call, find(call))),
        "deleteBetaFile", this::delete,
        "getBetaFileContentUrl", this::contentUrl);
  }

  private Answer create(Call call) throws IOException {
    UUID project = tenants.project(call.key(), call.project(), call.organization());
    files.admit(project);
    var received = uploads.receive(call, UPLOAD, BetaFileRoutes::refuseWithoutFile);
    JsonNode form = received.form().body();
    var file =
        files.uploaded(
            new UserFiles.Upload(
                project,
                received.fileName(),
                Inputs.text(form, "external_file_id").orElse(null),
                Inputs.text(form, "purpose").orElse(null)),
            received.blob());
    return call.once(
        (Answering<StoredFile> answering) -> files.make(file, answering),
        stored -> Answer.json(201, FileV2Shape.of(stored, null)));
  }

  private static void refuseWithoutFile() {
    throw Refused.impossible("file field is required for multipart requests.");
  }

  private Answer list(Call call) {
    Inputs inputs = call.inputs();
    UUID project = tenants.project(call.key(), call.project(), call.organization());
    List<String> ids = inputs.queryList("file_ids");
    var filter =
        new FileFilter(
            ids.isEmpty() ? null : ids(ids.stream()),
            inputs.query("file_name").orElse(null),
            inputs.query("external_file_id").orElse(null),
            null,
            false);
    return page(
        call,
        project,
        filter,
        inputs.query("order_by").orElseThrow(),
        inputs.query("page_token"),
        inputs.queryInt("page_size"));
  }

  private Answer query(Call call) {
    JsonNode body = call.inputs().body();
    JsonNode given = body.path("filter");
    Optional<UUID> wanted = Inputs.text(given, "project_id").flatMap(Formats::uuid);
    UUID project =
        tenants.project(call.key(), call.project().or(() -> wanted), call.organization());
    // the project of the filter is joined by AND to the one of the query
    boolean none = wanted.isPresent() && !wanted.get().equals(project);
    var filter =
        new FileFilter(
            none
                ? List.of()
                : given.has("file_ids")
                    ? ids(given.path("file_ids").valueStream().map(JsonNode::stringValue))
                    : null,
            Inputs.text(given, "file_name").orElse(null),
            Inputs.text(given, "external_file_id").orElse(null),
            Inputs.text(given, "data_source_id").orElse(null),
            given.path("only_manually_uploaded").booleanValue());
    return page(
        call,
        project,
        filter,
        Inputs.text(body, "order_by").orElseThrow(),
        Inputs.text(body, "page_token").filter(token -> !token.isEmpty()),
        body.path("page_size").intValue());
  }

  private Answer page(
      Call call, UUID project, FileFilter filter, String order, Optional<String> token, int size) {
    String list = "files " + project + " " + filter + " " + order;
    var slice =
        files.list(
            new Scope(call.key().organizationId(), project),
            filter,
            order(order),
            pages.place(token, list),
            size);
    return Answer.json(200, pages.page(slice, list, file -> shape(call, file)));
  }

  private Answer delete(Call call) {
    files.delete(
        tenants.reach(call.key(), call.project(), call.organization()),
        call.inputs().pathUuid("file_id"));
    return Answer.empty(204);
  }

  private Answer contentUrl(Call call) {
    return Answer.json(200, presigning.asked(call, SignedUrls.Act.GET, find(call).id()));
  }

  private StoredFile find(Call call) {
    return files.find(
        tenants.reach(call.key(), call.project(), call.organization()),
        call.inputs().pathUuid("file_id"));
  }

  private FileV2Shape shape(Call call, StoredFile file) {
    @Nullable PresignedShape download =
        call.inputs().queryList("expand").contains("download_url")
            ? presigning.download(call, file.id())
            : null;
    return FileV2Shape.of(file, download);
  }

  private static List<UUID> ids(java.util.stream.Stream<String> spellings) {
    return spellings.map(id -> Formats.fileId(id).orElseThrow()).toList();
  }

  private static FileOrder order(String words) {
    String[] pieces = words.split(" ", 2);
    var field = FileOrder.Field.valueOf(pieces[0].toUpperCase(Locale.ROOT));
    boolean ascending =
        pieces.length == 1 ? field != FileOrder.Field.CREATED_AT : pieces[1].equals("asc");
    return new FileOrder(field, ascending);
  }
}
