package dev.taxon.server.http.scenario;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer that was found to be as the contract says. */
final class Reply {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Reply(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body.clone();
  }

  int status() {
    return status;
  }

  HttpHeaders headers() {
    return headers;
  }

  byte[] body() {
    return body.clone();
  }

  JsonNode json() {
    return MAPPER.readTree(body);
  }

  /** A text member at a JSON pointer. */
  String text(String pointer) {
    return json().at(pointer).stringValue();
  }

  String string() {
    return new String(body, StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The sentence of an error. */
  String detail() {
    return json().path("detail").stringValue();
  }

  /** {@code type [loc, …]} of each problem of a 422. */
  List<String> problems() {
    return json()
        .path("detail")
        .valueStream()
        .map(problem ->
            problem.path("type").stringValue()
                + " "
                + problem.path("loc").valueStream().map(JsonNode::asString).toList())
        .toList();
  }

  @Override
  public String toString() {
    return status + " " + string();
  }
}
