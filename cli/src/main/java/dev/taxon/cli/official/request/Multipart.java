package dev.taxon.cli.official.request;

import dev.taxon.cli.official.value.Value;
import dev.taxon.cli.official.value.ValueWords;
import dev.taxon.cli.official.wire.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A body of named parts in alphabetical order; files are read while they are sent. */
final class Multipart implements Body {
  private final Desk desk;
  private final String boundary;

  /** Heads and contents by turns. */
  private final List<Body> pieces = new ArrayList<>();

  private Multipart(Desk desk, String boundary) {
    this.desk = desk;
    this.boundary = boundary;
  }

  static Multipart of(Value.Fields fields, Desk desk, RandomGenerator random)
      throws RequestProblem {
    var multipart =
        new Multipart(
            desk,
            Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()) + "taxon");
    for (var field : fields.fields().entrySet()) {
      multipart.add(field.getKey(), field.getValue());
    }
    return multipart;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  private void add(String name, Value value) throws RequestProblem {
    switch (value) {
      case Value.Upload upload -> addFile(name, upload.path());
      case Value.Nothing nothing -> addText(name, "");
      case Value.Items items -> {
        for (Value item : items.items()) {
          add(name, item);
        }
      }
      case Value.Fields fields -> {
        for (var field : fields.fields().entrySet()) {
          add(name + "." + field.getKey(), field.getValue());
        }
      }
      case Value.Text text -> addReferenceOrText(name, text);
      default -> addText(name, ValueWords.of(value));
    }
  }

  private void addReferenceOrText(String name, Value.Text text) throws RequestProblem {
    Optional<String> path = References.path(text);
    if (path.isPresent()) {
      try {
        addFile(name, path.get());
        return;
      } catch (RequestProblem e) {
        if (References.looksLikePath(text.text())) {
          throw e;
        }
      }
    }
    addText(name, text.text().startsWith("\\@") ? text.text().substring(1) : text.text());
  }

  private void addText(String name, String text) {
    pieces.add(head("name=\"" + escaped(name) + "\"", ""));
    pieces.add(Body.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void addFile(String name, String path) throws RequestProblem {
    Path file = desk.path(path);
    String fileName = Desk.isStandardInput(path) ? "stdin" : String.valueOf(file.getFileName());
    String type = Desk.isStandardInput(path) ? "application/octet-stream" : MediaTypes.of(fileName);
    pieces.add(
        head(
            "name=\"" + escaped(name) + "\"; filename=\"" + escaped(fileName) + "\"",
            "Content-Type: " + type + "\r\n"));
    pieces.add(new FileBody(file, size(path, file)));
  }

  /** A file's content, as long as it was when the request was made. */
  private record FileBody(Path file, long length) implements Body {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }

  private static long size(String path, Path file) throws RequestProblem {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new RequestProblem("read " + path + ": " + e.getMessage());
    }
  }

  private Body head(String disposition, String type) {
    return bytes(
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; "
            + disposition
            + "\r\n"
            + type
            + "\r\n");
  }

  private Body tail() {
    return bytes("--" + boundary + "--\r\n");
  }

  /** A boundary line, after the line end that closes what stands before it. */
  private Body bytes(String text) {
    return Body.of(((pieces.isEmpty() ? "" : "\r\n") + text).getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\r", "%0D")
        .replace("\n", "%0A");
  }

  @Override
  public long length() {
    long length = tail().length();
    for (Body piece : pieces) {
      length += piece.length();
    }
    return length;
  }

  @Override
  public InputStream open() throws IOException {
    var streams = new ArrayList<InputStream>();
    for (Body piece : pieces) {
      streams.add(piece.open());
    }
    streams.add(tail().open());
    return new SequenceInputStream(Collections.enumeration(streams));
  }
}
