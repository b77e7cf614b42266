package dev.taxon.server.http.route;

import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.http.contract.RequestReader;
import dev.taxon.server.http.upload.MultipartForm;
import dev.taxon.store.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Multipart uploads: the form checked by the contract, the file kept as it streams in. */
public final class Uploads {
  private final RequestReader reader;
  private final UserFiles files;

  public Uploads(RequestReader reader, UserFiles files) {
    this.reader = reader;
    this.files = files;
  }

  /**
   * What an upload brought.
   *
   * @param fileName as the client wrote it; null when it named none
   * @param form the text parts, found good
   */
  record Received(@Nullable String fileName, Blob blob, Inputs form) {
    /** By which the same form is known, whatever boundary it had. */
    ByteBuffer content() {
      String all = fileName + "\n" + blob.sha256() + "\n" + form.body();
      return ByteBuffer.wrap(all.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What to say of a form without the file. */
  interface WithoutFile {
    void refuse();
  }

  /**
   * Reads the form and keeps the file.
   *
   * @param withoutFile speaks before the contract does
   * @throws InvalidRequest when the form is not as the contract wants it; nothing is kept then
   */
  Received receive(Call call, String fileField, WithoutFile withoutFile) throws IOException {
    return receive(call, fileField, withoutFile, form -> {});
  }

  /** What no schema of a form can say; throws what it has against it. */
  interface FormCheck {
    void check(Inputs form);
  }

  /** As above; the further check too is made before anything is kept. */
  Received receive(Call call, String fileField, WithoutFile withoutFile, FormCheck further)
      throws IOException {
    String contentType = call.header("Content-Type").orElse("");
    if (!MultipartForm.isForm(contentType)) {
      throw new InvalidRequest(
          new Problem(
              "model_attributes_type",
              List.of("body"),
              "Input should be multipart/form-data",
              JsonNodeFactory.instance.stringNode(contentType),
              null));
    }
    var checked = new Inputs[1];
    var form =
        new MultipartForm(
            call.body(),
            contentType,
            fileField,
            textFields(call, fileField),
            (texts, parts) -> {
              if (parts == 0) {
                withoutFile.refuse();
              }
              checked[0] = check(call, fileField, texts, parts);
              further.check(checked[0]);
            });
    var file = form.file();
    if (file.isEmpty()) {
      throw new IllegalStateException(call.operation().id() + " lets a form pass without a file");
    }
    Blob blob = files.keep(file.get().bytes());
    var received = new Received(file.get().name(), blob, checked[0]);
    call.knownBy(received.content());
    return received;
  }

  private Inputs check(Call call, String fileField, Map<String, String> texts, int parts) {
    if (parts > 1) {
      throw new InvalidRequest(
          Problem.value(
              List.of("body", fileField),
              "there must be one file part, found " + parts,
              JsonNodeFactory.instance.nullNode()));
    }
    var sent = new HashMap<>(texts);
    if (parts == 1) {
      sent.put(fileField, "");
    }
    return reader.readParts(call.operation(), call.inputs(), sent);
  }

  private static Set<String> textFields(Call call, String fileField) {
    JsonNode parts = call.operation().inputsNode().at("/properties/body/properties");
    var names = new HashSet<>(parts.propertyNames());
    names.remove(fileField);
    return names;
  }
}
