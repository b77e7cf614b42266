package dev.taxon.cli.remote;

import dev.taxon.PageChoice;
import dev.taxon.Rule;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls one service. What cannot pass is a {@link Failure} with the exit code that belongs to it;
 * what may pass is tried three times. Safe for use by many threads.
 */
public final class Service {
  private static final int TRIES = 3;
  private static final int PAGE = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Set<Integer> MAY_PASS = Set.of(408, 429, 502, 503, 504);

  private final URI base;
  private final @Nullable String key;
  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * A job's state.
   *
   * @param status {@code PENDING}, or how it ended
   * @param message what failed and why, where something did
   */
  public record Job(String id, String status, @Nullable String message) {
    public boolean isEnded() {
      return !status.equals("PENDING");
    }
  }

  /**
   * One file's answer.
   *
   * @param isDecided whether there is one; the rest is null where not
   */
  public record Answer(
      String fileId,
      boolean isDecided,
      @Nullable String type,
      double confidence,
      @Nullable String reasoning) {}

  /**
   * A service that was not called yet.
   *
   * @param base where it is, with a path prefix if it has one
   */
  public Service(URI base, @Nullable String key) {
    this.base = base;
    this.key = key;
  }

  public URI base() {
    return base;
  }

  /** Uploads a file under a name and gives its id. */
  public String upload(Path file, String name) throws InterruptedException {
    String boundary = "taxon-" + UUID.randomUUID();
    String quoted = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    String head =
        part(boundary, "name=\"purpose\"", "classify")
            + part(boundary, "name=\"file\"; filename=\"" + quoted + "\"", "");
    String before = head.substring(0, head.length() - 2);
    BodyPublisher body;
    try {
      body =
          BodyPublishers.concat(
              BodyPublishers.ofString(before),
              BodyPublishers.ofFile(file),
              BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HttpRequest.Builder request =
        request("/api/v1/beta/files")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body);
    return text(answer(request), "id");
  }

  private static String part(String boundary, String disposition, String value) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(boundary, disposition, value);
  }

  /** The text of a saved configuration's parameters, as JSON. */
  public String configuration(String id) throws InterruptedException {
    JsonNode parameters =
        answer(request("/api/v1/beta/configurations/" + escaped(id)).GET()).path("parameters");
    if (!parameters.isObject()) {
      throw new Failure(Exit.UNREACHABLE, "configuration " + id + " came without its parameters");
    }
    return parameters.toString();
  }

  /** Forgets a file; a job made of it keeps its content. */
  public void delete(String fileId) throws InterruptedException {
    answer(request("/api/v1/beta/files/" + fileId).DELETE());
  }

  /**
   * Begins a job.
   *
   * @param fileIds 1 to 500
   */
  public Job createJob(List<String> fileIds, RuleBook book) throws InterruptedException {
    ObjectNode body = json.createObjectNode();
    var files = body.putArray("file_ids");
    fileIds.forEach(files::add);
    var rules = body.putArray("rules");
    for (Rule rule : book.rules().rules()) {
      rules.addObject().put("type", rule.type()).put("description", rule.description());
    }
    PageChoice pages = book.pages();
    ObjectNode parsing = body.putObject("parsing_configuration");
    parsing.put("lang", book.language());
    parsing.put("max_pages", pages.max());
    if (pages.targets() != null) {
      var targets = parsing.putArray("target_pages");
      // this version of the API counts pages from 0
      pages.targets().forEach(page -> targets.add(page - 1));
    }
    return job(
        answer(
            request("/api/v1/classifier/jobs")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))));
  }

  public Job job(String id) throws InterruptedException {
    return job(answer(request("/api/v1/classifier/jobs/" + id).GET()));
  }

  /** Ends a job of either wire that has not ended. */
  public void cancel(String id) throws InterruptedException {
    answer(request("/api/taxon/jobs/" + escaped(id) + "/cancel").POST(BodyPublishers.noBody()));
  }

  /**
   * What webhooks were told, newest first.
   *
   * @param status in capitals; null for any
   * @param jobId null for any
   * @param most at least 1
   */
  public List<JsonNode> deliveries(@Nullable String status, @Nullable String jobId, int most)
      throws InterruptedException {
    String query =
        "?page_size="
            + Math.min(most, PAGE)
            + (status == null ? "" : "&status=" + escaped(status))
            + (jobId == null ? "" : "&job_id=" + escaped(jobId));
    var all = new ArrayList<JsonNode>();
    String token = null;
    do {
      JsonNode page =
          answer(
              request(
                      "/api/taxon/deliveries"
                          + query
                          + (token == null ? "" : "&page_token=" + escaped(token)))
                  .GET());
      page.path("items").forEach(all::add);
      token = page.path("next_page_token").asString(null);
    } while (token != null && all.size() < most);
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  public JsonNode delivery(String id) throws InterruptedException {
    return answer(request("/api/taxon/deliveries/" + escaped(id)).GET());
  }

  /** Makes a delivery that has ended due again. */
  public void sendAgain(String deliveryId) throws InterruptedException {
    answer(
        request("/api/taxon/deliveries/" + escaped(deliveryId) + "/retry")
            .POST(BodyPublishers.noBody()));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Job job(JsonNode body) {
    return new Job(
        text(body, "id"), text(body, "status"), body.path("error_message").asString(null));
  }

  /** One answer for each file of the job, in the order it was created with. */
  public List<Answer> results(String jobId) throws InterruptedException {
    JsonNode items = answer(request("/api/v1/classifier/jobs/" + jobId + "/results").GET());
    return items.path("items").valueStream().map(Service::answer).toList();
  }

  private static Answer answer(JsonNode item) {
    JsonNode result = item.path("result");
    return new Answer(
        text(item, "file_id"),
        result.isObject(),
        result.path("type").asString(null),
        result.path("confidence").asDouble(0),
        result.path("reasoning").asString(null));
  }

  private static String text(JsonNode body, String field) {
    String text = body.path(field).asString(null);
    if (text == null) {
      throw new Failure(
          Exit.UNREACHABLE,
          "the answer has no '" + field + "'; what answers there is not this API",
          "--server",
          null);
    }
    return text;
  }

  private HttpRequest.Builder request(String path) {
    String prefix = base.toString().replaceFirst("/+$", "");
    var request =
        HttpRequest.newBuilder(URI.create(prefix + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("User-Agent", "Taxon/" + Product.version());
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return request;
  }

  private JsonNode answer(HttpRequest.Builder builder) throws InterruptedException {
    HttpRequest request = builder.build();
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response =
            client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() < 400) {
          return response.body().isEmpty()
              ? json.createObjectNode()
              : json.readTree(response.body());
        }
        if (attempt == TRIES || !MAY_PASS.contains(response.statusCode())) {
          throw refused(request, response);
        }
      } catch (JacksonException e) {
        throw new Failure(Exit.UNREACHABLE, "what answers at " + base + " does not speak this API");
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw new Failure(
              Exit.UNREACHABLE,
              "the service at " + base + " cannot be reached",
              null,
              "start one with: " + Product.typed() + " serve");
        }
      }
      Thread.sleep(200L << attempt);
    }
  }

  private Failure refused(HttpRequest request, HttpResponse<String> response) {
    int status = response.statusCode();
    String where = request.method() + " " + request.uri().getPath();
    String said = said(response.body());
    return switch (status) {
      case 401, 403 ->
          new Failure(
              Exit.AUTHENTICATION,
              (key == null ? "the service wants a key: " : "the service refused the key: ") + said,
              where,
              "--api-key KEY, or set TAXON_API_KEY\n"
                  + "for a service on this machine, TAXON_DATA names the folder that holds its key");
      case 404 -> new Failure(Exit.NOT_FOUND, said, where, null);
      default ->
          new Failure(
              status >= 500 || status == 429 ? Exit.UNREACHABLE : Exit.USAGE,
              "the service answered " + status + ": " + said,
              where,
              null);
    };
  }

  /** The sentences of an error body, whichever of its two shapes it has. */
  private String said(String body) {
    try {
      JsonNode detail = json.readTree(body).path("detail");
      if (detail.isString()) {
        return detail.asString();
      }
      List<String> problems =
          detail
              .valueStream()
              .limit(5)
              .map(problem ->
                  Stream.concat(
                          problem.path("loc").valueStream().map(JsonNode::asString),
                          Stream.of(problem.path("msg").asString("")))
                      .collect(java.util.stream.Collectors.joining(" ")))
              .toList();
      return problems.isEmpty() ? "no reason given" : String.join("; ", problems);
    } catch (JacksonException e) {
      return "no reason given";
    }
  }
}
