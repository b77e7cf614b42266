package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.http.contract.Contract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that listens to a job; every event is held against the contract. */
final class Listener implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Contract CONTRACT = Contract.load();
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "state", "JobProgress",
          "file", "FileOutcome",
          "progress", "JobProgress",
          "end", "JobProgress");

  /** One event; its id is empty when it has none. */
  record Event(String name, String id, JsonNode data) {}

  final List<Event> events = new CopyOnWriteArrayList<>();
  final AtomicInteger comments = new AtomicInteger();
  private final HttpResponse<InputStream> response;
  private final Thread reader;

  private Listener(HttpResponse<InputStream> response) {
    this.response = response;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  static Listener to(Api api, String job, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(api.base() + "/api/taxon/jobs/" + job + "/events"))
            .header("Authorization", api.authorization());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Listener(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  boolean isOver() {
    return !reader.isAlive();
  }

  List<String> names() {
    return events.stream().map(Event::name).toList();
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      var fields = new HashMap<String, String>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments.incrementAndGet();
        } else if (line.isEmpty()) {
          if (fields.containsKey("event")) {
            add(fields);
          }
          fields.clear();
        } else {
          String[] pieces = line.split(": ", 2);
          fields.put(pieces[0], pieces.length == 1 ? "" : pieces[1]);
        }
      }
    } catch (IOException e) {
      // broke off
    }
  }

  private void add(Map<String, String> fields) {
    JsonNode data = MAPPER.readTree(fields.getOrDefault("data", "null"));
    String name = fields.getOrDefault("event", "");
    var problems = CONTRACT.schema("/components/schemas/" + SCHEMAS.get(name)).validate(data);
    events.add(
        problems.isEmpty()
            ? new Event(name, fields.getOrDefault("id", ""), data)
            : new Event("not as the contract says: " + problems, "", data));
    assertThat(problems).isEmpty();
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
