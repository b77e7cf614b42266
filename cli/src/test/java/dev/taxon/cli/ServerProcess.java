package dev.taxon.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code taxon serve} in a process of its own, on a port of its own, and a client that talks to it.
 */
final class ServerProcess implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String KEY = "key-of-the-crash-test";
  private static final String BOUNDARY = "boundary-of-the-crash-test";

  private final Process process;
  private final Path output;
  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  private ServerProcess(Process process, Path output, URI base) {
    this.process = process;
    this.output = output;
    this.base = base;
  }

  /** Started, and perhaps not ready. */
  static ServerProcess launch(Path data) throws IOException {
    return launch(data, Map.of());
  }

  /** As above, with settings of the caller's. */
  static ServerProcess launch(Path data, Map<String, String> more) throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve"));
    var builder = new ProcessBuilder(command);
    Path output = data.resolveSibling(data.getFileName() + ".log");
    builder.environment().keySet().removeIf(name -> name.startsWith("TAXON_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "TAXON_DATA",
                data.toString(),
                "TAXON_PORT",
                Integer.toString(port),
                "TAXON_API_KEY",
                KEY,
                "TAXON_SWEEP_INTERVAL",
                "1s"));
    builder.environment().put("XDG_CONFIG_HOME", data.resolveSibling("config").toString());
    builder.environment().putAll(more);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    return new ServerProcess(builder.start(), output, URI.create("http://127.0.0.1:" + port));
  }

  static ServerProcess start(Path data) throws IOException {
    var server = launch(data);
    server.awaitReady();
    return server;
  }

  void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          if (!process.isAlive()) {
            throw new IllegalStateException(
                "the server ended with " + process.exitValue() + "; its log is " + output);
          }
          return send(request("/health/ready").GET())
              .filter(response -> response.statusCode() == 200)
              .isPresent();
        });
  }

  /** Kills it after a while as nothing can be killed harder. */
  void kill(Duration after) throws InterruptedException {
    // no condition to wait for: the moment is meant to be any
    new CountDownLatch(1).await(after.toMillis(), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop; its exit code, where 143 is that of a process that ended by this signal. */
  int stop() throws InterruptedException {
    process.destroy();
    int exit = process.waitFor();
    return exit == 143 ? 0 : exit;
  }

  String upload(String name, String text) {
    return json(send(form(name, text))).path("id").asString();
  }

  /** An upload that is done once under its key; the file's id, empty when no answer came. */
  Optional<String> uploadOnce(String idempotencyKey, String name, String text) {
    return send(form(name, text).header("Idempotency-Key", idempotencyKey))
        .map(response -> json(Optional.of(response)).path("id").asString());
  }

  private HttpRequest.Builder form(String name, String text) {
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"upload_file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(BOUNDARY, name, text, BOUNDARY);
    return request("/api/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofString(body));
  }

  /** An upload that never ends by itself. */
  Thread uploadSlowly() {
    var begin =
        "--%s\r\nContent-Disposition: form-data; name=\"upload_file\"; filename=\"slow.txt\"\r\n\r\n"
            .formatted(BOUNDARY)
            .getBytes(StandardCharsets.UTF_8);
    var endless =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return at < begin.length ? begin[at++] : 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            if (at > begin.length + (1 << 20)) {
              try {
                new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            }
            int n = Math.min(length, 4096);
            for (int i = 0; i < n; i++) {
              bytes[offset + i] = (byte) read();
            }
            at += n;
            return n;
          }
        };
    return Thread.ofVirtual()
        .start(() ->
            send(
                request("/api/v1/files")
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofInputStream(() -> endless))));
  }

  /** The job's id; empty when no answer came. */
  Optional<String> create(String idempotencyKey, List<String> files) {
    return create(idempotencyKey, files, List.of());
  }

  /** As above, of a job that tells all its events to a webhook, signed. */
  Optional<String> createTelling(String idempotencyKey, List<String> files, String url) {
    return create(
        idempotencyKey,
        files,
        List.of(Map.of("webhook_url", url, "webhook_signing_secret", "correct-horse")));
  }

  private Optional<String> create(
      String idempotencyKey, List<String> files, List<Map<String, String>> webhooks) {
    String body =
        JSON.writeValueAsString(
            Map.of(
                "webhook_configurations",
                webhooks,
                "file_ids",
                files,
                "rules",
                List.of(
                    Map.of(
                        "type",
                        "invoice",
                        "description",
                        "Asks for payment and states an invoice number and a total amount due"),
                    Map.of(
                        "type",
                        "minutes",
                        "description",
                        "Minutes of a meeting: who was present, the agenda, decisions"))));
    return send(request("/api/v1/classifier/jobs")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(body)))
        .map(response -> json(Optional.of(response)).path("id").asString());
  }

  /** A job of the second wire over one file, at its end. */
  JsonNode classified(String file, List<Map<String, String>> rules) {
    String body =
        JSON.writeValueAsString(
            Map.of("file_input", file, "configuration", Map.of("rules", rules)));
    return json(
        send(
            request("/api/v2/classify?wait=60")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
  }

  JsonNode job(String id) {
    return json(send(request("/api/v1/classifier/jobs/" + id).GET()));
  }

  JsonNode results(String id) {
    return json(send(request("/api/v1/classifier/jobs/" + id + "/results").GET()));
  }

  /** Everything that webhooks were told, as far as a query wants it. */
  List<JsonNode> deliveries(String query) {
    var all = new ArrayList<JsonNode>();
    String token = "";
    do {
      var page = json(send(request("/api/taxon/deliveries?page_size=100" + query + token).GET()));
      page.path("items").forEach(all::add);
      var next = page.path("next_page_token");
      token = next.isNull() ? "" : "&page_token=" + next.asString();
    } while (!token.isEmpty());
    return all;
  }

  void sendAgain(String delivery) {
    json(
        send(
            request("/api/taxon/deliveries/" + delivery + "/retry").POST(BodyPublishers.noBody())));
  }

  int jobCount() {
    return json(send(request("/api/v1/classifier/jobs?page_size=1000").GET())).path("items").size();
  }

  int fileCount() {
    return json(send(request("/api/v1/beta/files?page_size=1000").GET())).path("items").size();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + KEY);
  }

  /** The answer; empty when the connection broke. */
  private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
    try {
      return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static JsonNode json(Optional<HttpResponse<String>> answer) {
    var response = answer.orElseThrow();
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }
}
