package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TransportTest extends Scenario {
  @Test
  @DisplayName("V1-35 without a key")
  void withoutKey() {
    for (String header : new String[] {null, "Basic abc", "Bearer", "Bearer  ", "Token x"}) {
      Reply reply = k1.api().as(header).get(JOBS);
      assertThat(reply.toString()).isEqualTo("401 {\"detail\":\"Not authenticated\"}");
      assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  @DisplayName("V1-36 with a wrong or a revoked key")
  void wrongKey() {
    assertThat(k1.api().get(JOBS).status()).isEqualTo(200);
    server.store.access().revokeKey(k1.keyId());

    for (Api api : List.of(k1.api(), k1.api().as("Bearer nonsense"))) {
      Reply reply = api.get(JOBS);
      assertThat(reply.toString()).isEqualTo("401 {\"detail\":\"Invalid API Key\"}");
      assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  @DisplayName("V1-37 the key is checked before the body and the path")
  void keyFirst() {
    assertThat(k1.api().as("Bearer nonsense").post(JOBS, "{").status()).isEqualTo(401);
    assertThat(k1.api().as("Bearer nonsense").get(JOBS + "/nope").status()).isEqualTo(401);
    assertThat(
            k1.api()
                .as(null)
                .form(FILES, new Form().file("upload_file", "a.pdf", new byte[1 << 20]))
                .status())
        .isEqualTo(401);
  }

  @Test
  @DisplayName("V1-38 other methods and unknown routes, before the key")
  void methodsAndRoutes() {
    Reply deleted = k1.api().delete(JOBS);
    assertThat(deleted.toString()).isEqualTo("405 {\"detail\":\"Method Not Allowed\"}");
    assertThat(deleted.header("Allow").split(", ", -1)).contains("GET", "POST");
    Reply posted = k1.api().post(JOBS + "/" + UUID.randomUUID(), "{}");
    assertThat(posted.status()).isEqualTo(405);
    assertThat(posted.header("Allow")).contains("GET").doesNotContain("POST");
    assertThat(k1.api().put(BETA, "{}").status()).isEqualTo(405);
    assertThat(k1.api().as(null).delete(JOBS).status()).isEqualTo(405);
    assertThat(k1.api().send("HEAD", JOBS, BodyPublishers.noBody()).status()).isEqualTo(405);
    assertThat(k1.api().send("PATCH", JOBS, BodyPublishers.noBody()).status()).isEqualTo(405);
    assertThat(deleted.header("Allow")).isEqualTo("POST, GET");

    for (Api api : List.of(k1.api(), k1.api().as(null))) {
      assertThat(api.get("/api/v1/nothing").toString()).isEqualTo("404 {\"detail\":\"Not Found\"}");
      assertThat(api.get("/").status()).isEqualTo(404);
    }
  }

  @Test
  @DisplayName("V1-39 runs of slashes and a last slash change nothing")
  void slashes() {
    String file = invoice();
    for (String path :
        List.of("//api/v1/classifier/jobs", JOBS + "/", "/api//v1///classifier/jobs//")) {
      Reply listed = k1.api().get(path);
      assertThat(listed.status()).as(path + " " + listed).isEqualTo(200);
      Reply created = k1.api().post(path, minimal(file));
      assertThat(created.status()).as(path + " " + created).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("what breaks before a handler still answers in JSON")
  void brokenBeforeAHandler() throws IOException {
    String get = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    for (String request :
        List.of(
            "GARBAGE\r\n\r\n",
            "GET /api/v1/%zz" + get + "\r\n",
            "GET " + JOBS + "/%00" + get + "\r\n",
            "GET " + JOBS + "?page_token=%zz" + get + "\r\n",
            "GET " + JOBS + "?page_size=%u0041" + get + "\r\n",
            "GET " + JOBS + "/..%2F..%2Fx" + get + "\r\n",
            "GET " + JOBS + "/../../../x" + get + "\r\n",
            "GET " + JOBS + "/%u0041" + get + "\r\n",
            "GET " + JOBS + "/;a=b/x" + get + "\r\n",
            "GET " + JOBS + " HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET " + JOBS + get + "X-Big: " + "x".repeat(100_000) + "\r\n\r\n",
            "GET /" + "x".repeat(100_000) + get + "\r\n",
            "POST " + JOBS + get + "Content-Length: nonsense\r\n\r\n",
            "POST " + JOBS + get + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")) {
      String answer = raw(request);
      assertThat(answer)
          .as(request.substring(0, Math.min(80, request.length())))
          .startsWith("HTTP/1.1 4");
      assertThat(answer).contains("Content-Type: application/json", "X-Request-Id: ");
      assertThat(answer).doesNotContain("<html", "Exception", "\tat ", "Jetty");
      String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
      var detail = new JsonMapper().readTree(body).path("detail");
      assertThat(detail.isString() || detail.isArray()).as(answer).isTrue();
    }
    assertThat(k1.api().get(JOBS).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("a request's own id comes back, and one that is unfit for a log does not")
  void requestIds() {
    assertThat(k1.api().get(JOBS, "X-Request-Id", "abc-1").header("X-Request-Id"))
        .isEqualTo("abc-1");
    assertThat(k1.api().get(JOBS, "X-Request-Id", "a b\"<x>").header("X-Request-Id"))
        .matches("[0-9a-f-]{36}");
    assertThat(k1.api().get("/nothing", "X-Request-Id", "abc-2").header("X-Request-Id"))
        .isEqualTo("abc-2");
  }

  @Test
  @DisplayName("health, metrics and the contract need no key")
  void operatingRoutes() {
    Api anyone = k1.api().as(null);
    assertThat(anyone.get("/health/live").toString()).isEqualTo("200 {\"status\":\"ok\"}");
    assertThat(anyone.get("/health/ready").toString()).isEqualTo("200 {\"status\":\"ok\"}");
    assertThat(anyone.get("/metrics").string()).isEqualTo("# none\n");
    assertThat(anyone.get("/openapi.yaml").string()).startsWith("openapi: 3.1.0");
  }

  @Test
  @DisplayName(
      "a fault of the server tells the number under which the log has it, and nothing more")
  void faults() {
    for (Throwable fault :
        new Throwable[] {
          new IllegalStateException("dev.taxon internals"), new StackOverflowError("dev.taxon")
        }) {
      server.metricsText.set(() -> {
        switch (fault) {
          case RuntimeException e -> throw e;
          case Error e -> throw e;
          default -> throw new AssertionError(fault);
        }
      });
      Reply reply = k1.api().get("/metrics", "X-Request-Id", "r-7");
      assertThat(reply.toString())
          .isEqualTo("500 {\"detail\":\"Internal Server Error\",\"request_id\":\"r-7\"}");
    }
    server.metricsText.set(() -> "# none\n");
  }

  @Test
  @DisplayName("every request is observed, with its operation")
  void observed() {
    k1.api().get(JOBS);
    k1.api().get("/nothing");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            assertThat(server.observed).contains("listClassifyJobs 200 true", "none 404 true"));
  }

  @Test
  @DisplayName("unknown headers, cookies and a missing Accept change nothing")
  void odditiesOfClients() {
    assertThat(
            k1.api()
                .get(JOBS, "Cookie", "session=x", "X-Stainless-Lang", "js", "Accept", "text/html")
                .status())
        .isEqualTo(200);
    assertThat(
            k1.api()
                .send("GET", JOBS, BodyPublishers.noBody(), "Accept", "application/xml")
                .header("Content-Type"))
        .isEqualTo("application/json");
    String file = invoice();
    assertThat(k1.api().get(FILES + "/" + file, "X-HTTP-Method-Override", "DELETE").text("/id"))
        .isEqualTo(file);
    assertThat(k1.api().post(JOBS, minimal(file), "X-HTTP-Method-Override", "DELETE").status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName(
      "a client that says nothing for too long loses its connection, and nobody else theirs")
  void slowClient() throws IOException {
    try (var slow =
            TestServer.start(s ->
                new dev.taxon.server.http.HttpSettings(
                    s.host(),
                    0,
                    null,
                    List.of(),
                    s.maxUploadBytes(),
                    s.maxJsonBytes(),
                    Duration.ofMillis(300),
                    false));
        var inHeader = new Socket(InetAddress.getLoopbackAddress(), slow.http.port());
        var inBody = new Socket(InetAddress.getLoopbackAddress(), slow.http.port())) {
      var tenant = slow.tenant();
      send(inHeader, "GET " + JOBS + " HTTP/1.1\r\nHost: x\r\n");
      send(
          inBody,
          "POST "
              + JOBS
              + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
              + tenant.api().authorization()
              + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
      for (Socket socket : List.of(inHeader, inBody)) {
        socket.setSoTimeout(5_000);
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .doesNotContain("<html");
      }
      assertThat(tenant.api().get(JOBS).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("a client that sends a byte now and then loses its connection too")
  void drippingClient() throws Exception {
    try (var slow =
            TestServer.start(s ->
                new dev.taxon.server.http.HttpSettings(
                    s.host(),
                    0,
                    null,
                    List.of(),
                    s.maxUploadBytes(),
                    s.maxJsonBytes(),
                    Duration.ofSeconds(1),
                    false));
        var inHeader = new Socket(InetAddress.getLoopbackAddress(), slow.http.port())) {
      var tenant = slow.tenant();
      send(inHeader, "GET " + JOBS + " HTTP/1.1\r\nHost: x\r\nX-Slow: ");
      assertThat(drippedUntilAnswered(inHeader)).doesNotContain("<html");
      try (var inBody = new Socket(InetAddress.getLoopbackAddress(), slow.http.port())) {
        send(
            inBody,
            "POST "
                + JOBS
                + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + tenant.api().authorization()
                + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
        assertThat(drippedUntilAnswered(inBody))
            .contains(" 408 ", "The body came too slowly", "application/json");
      }
      assertThat(tenant.api().get(JOBS).status()).isEqualTo(200);
    }
  }

  /** Sends a byte ten times a second until the server has had enough; what it said then. */
  private static String drippedUntilAnswered(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    var said = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      try {
        int read = socket.getInputStream().read();
        if (read < 0) {
          return said.toString();
        }
        said.append((char) read);
      } catch (SocketTimeoutException silence) {
        try {
          send(socket, "x");
        } catch (IOException closed) {
          return said.toString();
        }
      } catch (java.net.SocketException reset) {
        return said.toString();
      }
    }
    throw new AssertionError("the server waits for ever; it said: " + said);
  }

  @Test
  @DisplayName("a method that the contract does not have is refused with those that it has")
  void unknownMethods() throws IOException {
    for (String method : List.of("PROPFIND", "TRACE", "OPTIONS", "FOO", "PATCH", "DELETE")) {
      String answer =
          raw(method + " " + JOBS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(method).startsWith("HTTP/1.1 405");
      assertThat(answer).as(method).contains("Allow: POST, GET", "Method Not Allowed");
    }
  }

  @Test
  @DisplayName("a form with more than its file is not read for ever")
  void endlessForm() {
    byte[] much = new byte[(int) TestServer.MAX_UPLOAD];
    Reply reply =
        k1.api()
            .form(
                FILES,
                new Form()
                    .file("nobody_wants_this", "a", much)
                    .file("nor_this", "b", much)
                    .file("upload_file", "c", new byte[1]));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(413);
    assertThat(reply.detail()).startsWith("Body too large: the limit is ");
  }

  @Test
  @DisplayName("a connection whose body nobody wanted stays open for the next request")
  void connectionAfterAnUnwantedBody() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.http.port())) {
      String request = "POST " + JOBS + " HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
      socket.setSoTimeout(5_000);
      send(socket, request);
      assertThat(answer(socket)).contains(" 401 ");

      socket.setSoTimeout(1_500);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .as("silence, not the end")
          .isInstanceOf(SocketTimeoutException.class);

      socket.setSoTimeout(5_000);
      send(socket, request);
      assertThat(answer(socket)).contains(" 401 ");
    }
  }

  /** One answer with a JSON object as its body. */
  private static String answer(Socket socket) throws IOException {
    var text = new StringBuilder();
    while (text.indexOf("}") < 0) {
      int read = socket.getInputStream().read();
      assertThat(read).as(text.toString()).isNotNegative();
      text.append((char) read);
    }
    return text.toString();
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.http.port())) {
      socket.setSoTimeout(5_000);
      send(
          socket,
          request.replace(
              "Connection: close\r\n",
              "Connection: close\r\nAuthorization: " + k1.api().authorization() + "\r\n"));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
