package dev.taxon.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on a real port that speaks chat completions, and says what it is told to. */
public final class FakeModel implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.shared();

  /**
   * What is sent back.
   *
   * @param retryAfter a header's value, or empty
   */
  public record Sent(int status, String body, String retryAfter) {
    public static Sent of(int status, String body) {
      return new Sent(status, body, "");
    }

    /** The model says this. */
    public static Sent content(String content) {
      var body = JSON.createObjectNode();
      body.putArray("choices")
          .addObject()
          .put("finish_reason", "stop")
          .putObject("message")
          .put("role", "assistant")
          .put("content", content);
      return of(200, JSON.writeValueAsString(body));
    }
  }

  /** A request as it came. */
  public record Asked(String method, String path, String authorization, JsonNode body) {
    /** The last thing said to the model. */
    public String said() {
      JsonNode messages = body.path("messages");
      return messages.path(messages.size() - 1).path("content").asString();
    }

    /** What was asked first, as it travels. */
    public JsonNode question() {
      return JSON.readTree(body.path("messages").path(1).path("content").asString());
    }
  }

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Sent> answers;

  public FakeModel(Function<Asked, Sent> answers) {
    this.answers = answers;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public void answer(Function<Asked, Sent> answers) {
    this.answers = answers;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Endpoint endpoint() {
    return new Endpoint(
        base(), "judge-7b", "sk-geheim", Duration.ofSeconds(20), Duration.ofSeconds(3));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              JSON.readTree(exchange.getRequestBody().readAllBytes()));
      asked.add(request);
      Sent sent = answers.apply(request);
      if (!sent.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", sent.retryAfter());
      }
      byte[] bytes = sent.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(sent.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
