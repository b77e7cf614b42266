package dev.taxon.server.http.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds multipart bodies to the letter. */
final class Form {
  static final String BOUNDARY = "----taxon-7MA4YWxkTrZu0gW";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Form text(String name, String value) {
    return raw("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  Form file(String field, String name, byte[] content) {
    return raw("form-data; name=\"" + field + "\"; filename=\"" + name + "\"", content);
  }

  /** A part whose disposition is written as given. */
  Form raw(String disposition, byte[] content) {
    write(
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: "
            + disposition
            + "\r\nContent-Type: application/octet-stream\r\n\r\n");
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  byte[] build() {
    write("--" + BOUNDARY + "--\r\n");
    return bytes.toByteArray();
  }

  /** Without the closing boundary. */
  byte[] cutOff() {
    return bytes.toByteArray();
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
