package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sequences of requests that the known clients make, to the letter. */
class FlowsTest extends Scenario {
  @Test
  @DisplayName("V1-79 as npm and Python 1 do: beta upload, create, poll, results")
  void generatedClients() {
    Reply file =
        k1.api()
            .form(
                BETA + "?project_id=&organization_id=",
                new Form().file("file", "a.pdf", Documents.invoice()).text("purpose", "classify"));
    JsonNode job =
        k1.api()
            .post(
                JOBS,
                minimal(file.text("/id")),
                "X-Stainless-Retry-Count",
                "0",
                "X-Stainless-Lang",
                "js")
            .json();

    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    JsonNode item = results(k1, job).at("/items/0");
    assertThat(item.path("file_id").stringValue()).isEqualTo(file.text("/id"));
    assertThat(item.at("/result/type").stringValue()).isEqualTo("invoice");
  }

  @Test
  @DisplayName("V1-79 as the older npm does: upload and create in a project, poll without one")
  void olderNpm() {
    String query = "?project_id=" + k1.p2();
    Reply file =
        k1.api().form(FILES + query, new Form().file("upload_file", "a.pdf", Documents.invoice()));
    String body =
        job(
            java.util.List.of(file.text("/id")),
            java.util.List.of(RULE),
            ",\"parsing_configuration\":{\"lang\":\"en\",\"max_pages\":5}");
    JsonNode job = k1.api().post(JOBS + query, body).json();

    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    Reply results = k1.api().get(JOBS + "/" + job.path("id").stringValue() + "/results" + query);
    assertThat(results.text("/items/0/result/type")).isEqualTo("invoice");
  }

  @Test
  @DisplayName("V1-79 as the older Python does: announce, put, look, classify, with double slashes")
  void olderPython() {
    byte[] pdf = Documents.invoice();
    Reply announced =
        k1.api()
            .put(
                "/" + FILES,
                "{\"name\":\"a.pdf\",\"external_file_id\":\"/home/ann/a.pdf\",\"file_size\":"
                    + pdf.length
                    + "}");
    String id = announced.text("/file_id");
    k1.api().as(null).send("PUT", announced.text("/url"), BodyPublishers.ofByteArray(pdf));
    assertThat(k1.api().get("/" + FILES + "/" + id).text("/name")).isEqualTo("a.pdf");
    JsonNode job = k1.api().post("/" + JOBS, minimal(id)).json();

    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    JsonNode items = results(k1, job).path("items");
    assertThat(items.size()).isEqualTo(1);
    assertThat(items.at("/0/file_id").stringValue()).isEqualTo(id);
    assertThat(items.at("/0/result/type").stringValue()).isEqualTo("invoice");
  }

  @Test
  @DisplayName("V1-79 as Java does: chunked, the file first, no Accept")
  void java() {
    Reply file =
        k1.api()
            .chunkedForm(
                BETA,
                new Form().file("file", "a.pdf", Documents.invoice()).text("purpose", "classify"));

    assertThat(file.status()).as(file.toString()).isEqualTo(201);
    assertThat(
            classified(k1, minimal(file.text("/id"))).getFirst().at("/result/type").stringValue())
        .isEqualTo("invoice");
  }

  @Test
  @DisplayName("a client that asks before it sends gets its answer, good or bad")
  void expectContinue() throws IOException, InterruptedException {
    byte[] body = new Form().file("upload_file", "a.bin", new byte[1 << 20]).build();
    try (var client = HttpClient.newHttpClient()) {
      for (String key : new String[] {k1.api().authorization(), "Bearer nonsense"}) {
        HttpResponse<String> response =
            client.send(
                HttpRequest.newBuilder(URI.create(k1.api().base() + FILES))
                    .timeout(Duration.ofSeconds(10))
                    .expectContinue(true)
                    .header("Authorization", key)
                    .header("Content-Type", "multipart/form-data; boundary=" + Form.BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(key.contains("nonsense") ? 401 : 200);
      }
    }
  }

  @Test
  @DisplayName("V1-41 while the server stops, what runs ends and what comes is told to come again")
  void stopping() throws Exception {
    try (var stopped = TestServer.start()) {
      var tenant = stopped.tenant();
      byte[] form = new Form().file("upload_file", "a.bin", new byte[10_000]).build();
      try (var running = new Socket(InetAddress.getLoopbackAddress(), stopped.http.port());
          var waiting = new Socket(InetAddress.getLoopbackAddress(), stopped.http.port())) {
        String authorization = "Authorization: " + tenant.api().authorization() + "\r\n";
        send(
            running,
            "POST "
                + FILES
                + " HTTP/1.1\r\nHost: x\r\n"
                + authorization
                + "Content-Type: multipart/form-data; boundary="
                + Form.BOUNDARY
                + "\r\nContent-Length: "
                + form.length
                + "\r\n\r\n");
        int before = stopped.storedBytes().size();
        running.getOutputStream().write(form, 0, 5_000);
        await().atMost(Duration.ofSeconds(5)).until(() -> stopped.storedBytes().size() > before);
        send(waiting, "GET " + JOBS + " HTTP/1.1\r\nHost: x\r\n");

        Thread stop = Thread.ofVirtual().start(stopped.http::close);
        await().atMost(Duration.ofSeconds(5)).until(() -> !accepts(stopped.http.port()));
        send(waiting, authorization + "\r\n");
        assertThat(answer(waiting))
            .startsWith("HTTP/1.1 503")
            .contains("Retry-After: 1", "{\"detail\":\"Service Unavailable\"");
        running.getOutputStream().write(form, 5_000, form.length - 5_000);
        assertThat(answer(running)).startsWith("HTTP/1.1 200");
        stop.join();
      }
    }
  }

  private static boolean accepts(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.setSoTimeout(5_000);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** One answer with a Content-Length, head and body. */
  private static String answer(Socket socket) throws IOException {
    var head = new StringBuilder();
    var in = socket.getInputStream();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      assertThat(b).as("answer ends in its head: " + head).isNotNegative();
      head.append((char) b);
    }
    int length =
        Integer.parseInt(head.toString().replaceAll("(?is).*content-length: ([0-9]+).*", "$1"));
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
