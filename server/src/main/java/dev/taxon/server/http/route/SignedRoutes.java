package dev.taxon.server.http.route;

import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.call.HttpRefusal;
import dev.taxon.server.http.token.SignedUrls;
import dev.taxon.store.StoredFile;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** What presigned URLs point to. */
public final class SignedRoutes {
  private final UserFiles files;
  private final SignedUrls urls;

  public SignedRoutes(UserFiles files, SignedUrls urls) {
    this.files = files;
    this.urls = urls;
  }

  public Map<String, Action> actions() {
    return Map.of(
        "downloadSigned",
        call -> download(call, true),
        "headSigned",
        call -> download(call, false),
        "uploadSigned",
        this::upload,
        "uploadSignedByPost",
        this::upload);
  }

  private Answer download(Call call, boolean withBytes) {
    StoredFile file = files.signed(allowed(call, SignedUrls.Act.GET));
    return new Download(
        file, files.bytes(file), call.header("Range"), call.header("If-Range"), withBytes);
  }

  private Answer upload(Call call) throws IOException {
    files.receive(allowed(call, SignedUrls.Act.PUT), call.body());
    return Answer.empty(200);
  }

  /** The file that the URL is for, when its signature allows the act. */
  private UUID allowed(Call call, SignedUrls.Act act) {
    String file = call.inputs().path("signed_file").orElse("");
    var verdict =
        urls.judge(
            act,
            file,
            call.inputs().query("op").orElse(""),
            call.inputs().query("expires").orElse(""),
            call.inputs().query("sig").orElse(""));
    return switch (verdict) {
      case GOOD -> UUID.fromString(file);
      case EXPIRED -> throw new HttpRefusal(403, "URL expired");
      case ALTERED -> throw new HttpRefusal(403, "Invalid signature");
    };
  }
}
