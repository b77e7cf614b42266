package dev.taxon.server.http.route;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.http.shape.FileShape;
import dev.taxon.server.http.token.SignedUrls;
import dev.taxon.store.Answering;
import dev.taxon.store.FileDraft;
import dev.taxon.store.StoredFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Files, first generation. */
public final class FileRoutes {
  private static final String UPLOAD = "upload_file";

  private final Tenants tenants;
  private final UserFiles files;
  private final Uploads uploads;
  private final Presigning presigning;
  private final UrlFetch urls;

  public FileRoutes(
      Tenants tenants,
      UserFiles files,
      Uploads uploads,
      Presigning presigning,
      OutwardRoutes outward) {
    this.urls = outward.urls();
    this.tenants = tenants;
    this.files = files;
    this.uploads = uploads;
    this.presigning = presigning;
  }

  public Map<String, Action> actions() {
    return Map.of(
        "uploadFile", this::upload,
        "announceFile", this::announce,
        "uploadFileFromUrl", this::uploadFromUrl,
        "getFile", call -> Answer.json(200, FileShape.of(find(call))),
        "deleteFile", this::delete,
        "getFileContentUrl", this::contentUrl);
  }

  private Answer upload(Call call) throws IOException {
    UUID project = project(call);
    files.admit(project);
    var received = uploads.receive(call, UPLOAD, () -> {});
    var file =
        files.uploaded(
            new UserFiles.Upload(
                project,
                received.fileName(),
                call.inputs().query("external_file_id").orElse(null),
                null),
            received.blob());
    return made(call, file);
  }

  private Answer made(Call call, FileDraft file) throws IOException {
    return call.once(
        (Answering<StoredFile> answering) -> files.make(file, answering),
        stored -> Answer.json(200, FileShape.of(stored)));
  }

  private Answer announce(Call call) throws IOException {
    JsonNode body = call.inputs().body();
    var announced =
        new UserFiles.Announcement(
            project(call),
            body.path("name").stringValue(),
            Inputs.text(body, "external_file_id").orElse(null),
            body.has("file_size") ? Long.valueOf(body.path("file_size").longValue()) : null,
            Inputs.timestamp(body, "last_modified_at"),
            object(body, "resource_info"),
            object(body, "permission_info"),
            Inputs.text(body, "data_source_id").orElse(null));
    return call.once(
        (Answering<StoredFile> answering) -> files.announce(announced, answering),
        file ->
            Answer.json(
                200, presigning.asked(call, SignedUrls.Act.PUT, file.id()).forUpload(file.id())));
  }

  private Answer uploadFromUrl(Call call) throws IOException {
    UUID project = project(call);
    JsonNode body = call.inputs().body();
    urls.refuseWhereOff();
    if (body.has("proxy_url")) {
      throw new InvalidRequest(
          Problem.value(
              List.of("body", "proxy_url"),
              "this server fetches by itself, through no proxy that a request names",
              body.path("proxy_url")));
    }
    var headers = new LinkedHashMap<String, String>();
    body.path("request_headers")
        .propertyStream()
        .forEach(header -> headers.put(header.getKey(), header.getValue().stringValue()));
    var file =
        urls.fetch(
            project,
            new UrlFetch.Wanted(
                body.path("url").stringValue(),
                Inputs.text(body, "name").orElse(null),
                headers,
                body.path("verify_ssl").booleanValue(),
                body.path("follow_redirects").booleanValue(),
                null,
                object(body, "resource_info")));
    return made(call, file);
  }

  private Answer delete(Call call) {
    files.delete(
        tenants.reach(call.key(), call.project(), call.organization()),
        call.inputs().pathUuid("id"));
    return Answer.empty(204);
  }

  private Answer contentUrl(Call call) {
    return Answer.json(200, presigning.asked(call, SignedUrls.Act.GET, find(call).id()));
  }

  private StoredFile find(Call call) {
    return files.find(
        tenants.reach(call.key(), call.project(), call.organization()),
        call.inputs().pathUuid("id"));
  }

  private UUID project(Call call) {
    return tenants.project(call.key(), call.project(), call.organization());
  }

  private static @Nullable String object(JsonNode body, String name) {
    return body.has(name) ? body.get(name).toString() : null;
  }
}
