package dev.taxon.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the wire as a stranger would. */
public final class Client {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "boundary-of-the-test";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String key;

  public Client(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  /** The id of the new file. */
  public String upload(String name, String text) {
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"upload_file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(BOUNDARY, name, text, BOUNDARY);
    HttpResponse<String> response =
        send(
            request("/api/v1/files")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    return json(response).path("id").asString();
  }

  /** The id of the new job over these files. */
  public String classify(List<String> files) {
    return json(create(files)).path("id").asString();
  }

  public HttpResponse<String> create(List<String> files) {
    String body =
        JSON.writeValueAsString(
            java.util.Map.of(
                "file_ids",
                files,
                "rules",
                List.of(
                    java.util.Map.of(
                        "type", "letter", "description", "a letter from one person to another"))));
    return send(
        request("/api/v1/classifier/jobs")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** A v2 job over a file, as it is by now. */
  public JsonNode classifyV2(String file) {
    String body =
        JSON.writeValueAsString(
            java.util.Map.of(
                "file_input",
                file,
                "configuration",
                java.util.Map.of(
                    "rules",
                    List.of(
                        java.util.Map.of(
                            "type",
                            "letter",
                            "description",
                            "a letter from one person to another")))));
    return json(
        send(
            request("/api/v2/classify")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
  }

  public JsonNode jobV2(String job) {
    return json(get("/api/v2/classify/" + job));
  }

  public String status(String job) {
    return json(get("/api/v1/classifier/jobs/" + job)).path("status").asString();
  }

  public JsonNode results(String job) {
    return json(get("/api/v1/classifier/jobs/" + job + "/results"));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }
}
