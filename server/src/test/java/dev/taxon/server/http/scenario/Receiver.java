package dev.taxon.server.http.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Somebody's server on this machine: takes what is posted, gives what is asked for. */
final class Receiver implements AutoCloseable {
  /** One request, its header names in lower case. */
  record Post(Instant at, String path, Map<String, String> headers, String text) {
    byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  final List<Post> posts = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final IntUnaryOperator status;

  /**
   * @param status of the answer to the nth request, from 0
   */
  Receiver(IntUnaryOperator status) {
    this(status, null);
  }

  private Receiver(IntUnaryOperator status, @Nullable SSLContext tls) {
    this.status = status;
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      server = tls == null ? HttpServer.create(here, 0) : secure(here, tls);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  private static HttpServer secure(InetSocketAddress here, SSLContext tls) throws IOException {
    var secure = HttpsServer.create(here, 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(tls));
    return secure;
  }

  static Receiver thankful() {
    return new Receiver(n -> 204);
  }

  /** One that is spoken to over TLS. */
  static Receiver secure(SSLContext tls) {
    return new Receiver(n -> 204, tls);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    String path = exchange.getRequestURI().getPath();
    var post =
        new Post(
            Instant.now(),
            path,
            headers,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    int n = posts.size();
    posts.add(post);
    if (path.startsWith("/file/")) {
      byte[] body = "Invoice 17, total due 120.00 EUR".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=\"bill.txt\"");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } else if (path.startsWith("/to/")) {
      exchange
          .getResponseHeaders()
          .add("Location", path.substring("/to/".length()).replace('~', '/'));
      exchange.sendResponseHeaders(302, -1);
    } else {
      exchange.sendResponseHeaders(status.applyAsInt(n), -1);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
