package dev.taxon.cli.official;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers with what it was told to, one answer after the other and the last one again and again.
 */
final class ScriptedServer implements AutoCloseable {
  /** One answer. */
  record Reply(int status, Map<String, String> headers, String body) {
    static Reply json(String body) {
      return new Reply(200, Map.of("Content-Type", "application/json"), body);
    }

    static Reply json(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "application/json"), body);
    }
  }

  /** One request; its body is read as Latin-1, so that each byte is one character. */
  record Seen(String method, String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(capitalized(name), List.of()));
    }

    /** The body of JSON and text requests. */
    String text() {
      return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** How the server spells header names. */
    private static String capitalized(String name) {
      return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
          + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final HttpServer server;
  private final List<Reply> replies = new ArrayList<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  private ScriptedServer(List<Reply> replies) throws IOException {
    this.replies.addAll(replies);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  static ScriptedServer answering(Reply... replies) {
    return answering(List.of(replies));
  }

  static ScriptedServer answering(List<Reply> replies) {
    try {
      return new ScriptedServer(replies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
      seen.add(
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              body));
      Reply reply = replies.get(Math.min(seen.size(), replies.size()) - 1);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Seen> requests() {
    return seen;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
