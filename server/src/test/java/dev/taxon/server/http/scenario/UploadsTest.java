package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Uploads whole, too large, cut off, and many at once. */
class UploadsTest extends Scenario {
  @Test
  @DisplayName("V1-62 a file beyond the limit is told so, declared or chunked, and nothing stays")
  void tooLarge() {
    List<Path> before = server.storedBytes();
    Form form =
        new Form().file("upload_file", "big.bin", noise((int) TestServer.MAX_UPLOAD + 1, 1));

    for (Reply reply : List.of(k1.api().form(FILES, form), k1.api().chunkedForm(FILES, form))) {
      assertThat(reply.toString())
          .isEqualTo(
              "413 {\"detail\":\"File too large: the limit is "
                  + TestServer.MAX_UPLOAD
                  + " bytes\"}");
    }
    assertThat(server.storedBytes()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(k1.api().get(BETA).json().path("items").size()).isZero();
  }

  @Test
  @DisplayName("a file of just the limit is kept, chunked too")
  void justTheLimit() {
    byte[] bytes = noise((int) TestServer.MAX_UPLOAD, 2);
    Form form = new Form().file("upload_file", "big.bin", bytes);

    for (Reply reply : List.of(k1.api().form(FILES, form), k1.api().chunkedForm(FILES, form))) {
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.json().path("file_size").longValue()).isEqualTo(bytes.length);
    }
  }

  @Test
  @DisplayName("V1-63 a connection cut at half the upload leaves no row, blob or temporary file")
  void cutConnection() throws IOException {
    List<Path> before = server.storedBytes();
    byte[] body = new Form().file("upload_file", "half.bin", noise(1 << 20, 3)).build();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.http.port())) {
      var out = socket.getOutputStream();
      out.write(
          ("POST "
                  + FILES
                  + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                  + k1.api().authorization()
                  + "\r\nContent-Type: multipart/form-data; boundary="
                  + Form.BOUNDARY
                  + "\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(body, 0, body.length / 2);
      out.flush();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> server.storedBytes().size() > before.size());
    }

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(server.storedBytes()).containsExactlyInAnyOrderElementsOf(before));
    assertThat(k1.api().get(BETA).json().path("items").size()).isZero();
  }

  @Test
  @DisplayName("a form that lacks its end, or is none, is refused and nothing stays")
  void malformedForms() {
    List<Path> before = server.storedBytes();
    byte[] good = new Form().file("upload_file", "a.bin", noise(100_000, 4)).build();
    for (byte[] body :
        List.of(
            new Form().file("upload_file", "a.bin", noise(100_000, 4)).cutOff(),
            Arrays.copyOf(good, good.length / 2),
            new byte[0],
            "no form at all".getBytes(StandardCharsets.UTF_8),
            new Form()
                .file("upload_file", "a.bin", noise(100, 4))
                .raw("form-data; name=\"" + "x".repeat(100_000) + "\"", new byte[1])
                .build())) {
      Reply reply = k1.api().form(FILES, body);
      assertThat(reply.toString())
          .isEqualTo("400 {\"detail\":\"The multipart body is cut off or malformed\"}");
    }
    assertThat(
            k1.api()
                .send(
                    "POST",
                    FILES,
                    java.net.http.HttpRequest.BodyPublishers.ofByteArray(good),
                    "Content-Type",
                    "multipart/form-data")
                .toString())
        .isEqualTo("400 {\"detail\":\"The multipart body has no boundary\"}");
    assertThat(server.storedBytes()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  @DisplayName("a form found wrong behind its file leaves nothing of the file")
  void wrongBehindTheFile() {
    List<Path> before = server.storedBytes();

    Reply reply =
        k1.api().form(BETA, new Form().file("file", "a", noise(100_000, 5)).text("purpose", "x"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(server.storedBytes()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  @DisplayName("zero bytes are a file")
  void empty() {
    Reply reply = k1.api().form(FILES, new Form().file("upload_file", "empty.txt", new byte[0]));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("file_size").longValue()).isZero();
  }

  @Test
  @DisplayName("content that looks like boundaries and line breaks comes back byte for byte")
  void contentLikeBoundaries() {
    String tricky =
        "--" + Form.BOUNDARY.substring(0, 10) + "\r\n\r\n--\n" + "\r\n-".repeat(50_000) + "\r";
    byte[] content = tricky.getBytes(StandardCharsets.US_ASCII);

    String id = upload(k1, "tricky.bin", content);

    assertThat(download(id)).isEqualTo(content);
  }

  @Test
  @DisplayName("V1-64 twenty uploads at once under one external id keep their bytes apart")
  void twentyAtOnce() throws Exception {
    var count = new AtomicInteger();
    List<String> ids =
        RetriesTest.atOnce(
            20,
            () -> {
              int n = count.getAndIncrement();
              return n + " " + upload(k1, "?external_file_id=same", n + ".bin", noise(50_000, n));
            });

    assertThat(new HashSet<>(ids)).hasSize(20);
    for (String numbered : ids) {
      String[] pieces = numbered.split(" ", 2);
      assertThat(download(pieces[1])).isEqualTo(noise(50_000, Integer.parseInt(pieces[0])));
    }
    assertThat(k1.api().get(BETA + "?external_file_id=same").json().path("items").size())
        .isEqualTo(20);
  }

  private byte[] download(String id) {
    return k1.api().as(null).get(k1.api().get(FILES + "/" + id + "/content").text("/url")).body();
  }

  private static byte[] noise(int size, int seed) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
