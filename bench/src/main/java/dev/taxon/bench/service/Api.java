package dev.taxon.bench.service;

import dev.taxon.bench.TestDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the v1 wire that the measures need. Safe for use by many threads. */
final class Api {
  private static final String JOBS = "/api/v1/classifier/jobs";
  private static final String BOUNDARY = "the-boundary-of-the-bench";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final JsonMapper json = new JsonMapper();
  private final String rules = json.writeValueAsString(TestDocuments.rules().rules());
  private final URI base;
  private final String key;

  Api(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  URI base() {
    return base;
  }

  String key() {
    return key;
  }

  boolean isReady() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve("/health/ready")).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notListening) {
      return false;
    }
  }

  /** Uploads a file and answers its id. */
  String upload(String name, byte[] bytes) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="upload_file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(BOUNDARY, name)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        request("/api/v1/files")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    return send(request).path("id").asString();
  }

  /** Creates a job of {@link TestDocuments#rules()} over files and answers its id. */
  String createJob(List<String> fileIds) throws IOException, InterruptedException {
    String ids = fileIds.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
    HttpRequest.Builder request =
        request(JOBS)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString("{\"file_ids\":[%s],\"rules\":%s}".formatted(ids, rules)));
    return send(request).path("id").asString();
  }

  /**
   * Asks over and over, {@code pauseMillis} apart, until the job has ended, and answers its word.
   */
  String awaitEnd(String job, long pauseMillis) throws IOException, InterruptedException {
    while (true) {
      String status = send(request(JOBS + "/" + job)).path("status").asString();
      if (!status.equals("PENDING")) {
        return status;
      }
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
    }
  }

  /** Asks for the results without a pause until the one file of a job has its own. */
  void awaitResult(String job) throws IOException, InterruptedException {
    while (send(request(resultsPath(job))).at("/items/0/result").isNull()) {
      Thread.onSpinWait();
    }
  }

  static String resultsPath(String job) {
    return JOBS + "/" + job + "/results";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + key);
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.timeout(Duration.ofMinutes(1)).build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s %s answered %d: %s"
              .formatted(
                  request.method(),
                  request.uri(),
                  response.statusCode(),
                  new String(response.body(), StandardCharsets.UTF_8)));
    }
    return json.readTree(response.body());
  }
}
