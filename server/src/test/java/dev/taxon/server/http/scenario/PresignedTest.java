package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.http.HttpSettings;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PresignedTest extends Scenario {
  private static final byte[] TEXT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Api anyone = new Api("", null);

  @BeforeEach
  void withoutKey() {
    anyone = k1.api().as(null);
  }

  @Test
  @DisplayName("V1-65 a download without a key: attachment, nosniff, ranges, HEAD")
  void download() {
    String url = contentUrl(upload(k1, "Größe 5.txt", TEXT));
    assertThat(url).startsWith(k1.api().base() + "/files/");

    Reply whole = anyone.get(url);
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(TEXT);
    assertThat(whole.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(whole.header("Content-Disposition"))
        .startsWith("attachment; filename=\"Gr__e 5.txt\"; ")
        .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe%205.txt");

    Reply ten = anyone.get(url, "Range", "bytes=0-9");
    assertThat(ten.status()).isEqualTo(206);
    assertThat(ten.body()).isEqualTo(Arrays.copyOf(TEXT, 10));
    assertThat(ten.header("Content-Range")).isEqualTo("bytes 0-9/16");
    assertThat(anyone.get(url, "Range", "bytes=-3").string()).isEqualTo("def");
    assertThat(anyone.get(url, "Range", "bytes=14-").string()).isEqualTo("ef");
    assertThat(anyone.get(url, "Range", "bytes=14-99").header("Content-Range"))
        .isEqualTo("bytes 14-15/16");
    Reply allOfIt = anyone.get(url, "Range", "bytes=0-15");
    assertThat(allOfIt.status()).isEqualTo(206);
    assertThat(allOfIt.header("Content-Range")).isEqualTo("bytes 0-15/16");
    Reply beyond = anyone.get(url, "Range", "bytes=16-");
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.header("Content-Range")).isEqualTo("bytes */16");
    assertThat(anyone.get(url, "Range", "bytes=0-1,4-5").status()).isEqualTo(200);
    assertThat(anyone.get(url, "Range", "bytes=0-1", "If-Range", "\"other\"").status())
        .isEqualTo(200);
    assertThat(anyone.get(url, "Range", "bytes=0-1", "If-Range", whole.header("ETag")).status())
        .isEqualTo(206);

    Reply head = anyone.send("HEAD", url, BodyPublishers.noBody());
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo("16");
  }

  @Test
  @DisplayName("V1-66 expired, altered in any character, used for another thing")
  void refused() {
    String file = upload(k1, "a.txt", TEXT);
    String url = k1.api().get(FILES + "/" + file + "/content?expires_at_seconds=1").text("/url");
    assertThat(anyone.get(url).status()).isEqualTo(200);

    int query = url.indexOf('?');
    for (int i = url.indexOf("/files/") + "/files/".length(); i < url.length(); i++) {
      char other = url.charAt(i) == 'A' ? 'B' : 'A';
      if (i == query || url.charAt(i) == '&' || url.charAt(i) == '=') {
        continue;
      }
      String altered = url.substring(0, i) + other + url.substring(i + 1);
      assertThat(anyone.get(altered).toString())
          .as(altered)
          .isEqualTo("403 {\"detail\":\"Invalid signature\"}");
    }
    assertThat(anyone.get(url.substring(0, query)).status()).isEqualTo(403);
    for (String method : List.of("PUT", "POST")) {
      assertThat(anyone.send(method, url, BodyPublishers.ofByteArray(TEXT)).toString())
          .isEqualTo("403 {\"detail\":\"Invalid signature\"}");
    }
    String put = k1.api().put(FILES, "{\"name\":\"b.txt\"}").text("/url");
    assertThat(anyone.get(put).toString()).isEqualTo("403 {\"detail\":\"Invalid signature\"}");

    server.clock.forward(Duration.ofSeconds(2));
    assertThat(anyone.get(url).toString()).isEqualTo("403 {\"detail\":\"URL expired\"}");
  }

  @Test
  @DisplayName("a URL of a file that is gone")
  void fileGone() {
    String file = upload(k1, "a.txt", TEXT);
    String get = contentUrl(file);
    JsonNode announced = k1.api().put(FILES, "{\"name\":\"b.txt\"}").json();
    k1.api().delete(FILES + "/" + file);
    k1.api().delete(FILES + "/" + announced.path("file_id").stringValue());

    assertThat(anyone.get(get).toString()).isEqualTo("404 {\"detail\":\"File not found\"}");
    assertThat(
            anyone
                .send("PUT", announced.path("url").stringValue(), BodyPublishers.ofByteArray(TEXT))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aMomentOutsideTheYearsOneTo9999IsRefused() {
    for (String moment :
        new String[] {
          "-999999999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "0000-06-01T00:00:00Z"
        }) {
      assertThat(
              k1.api()
                  .put(FILES, "{\"name\":\"x\",\"last_modified_at\":\"" + moment + "\"}")
                  .problems())
          .containsExactly("datetime_parsing [body, last_modified_at]");
    }
  }

  @Test
  @DisplayName("how long a URL may be good")
  void lifetimes() {
    String path = FILES + "/" + upload(k1, "a.txt", TEXT) + "/content?expires_at_seconds=";
    for (String seconds : List.of("0", "604801", "-1", "x")) {
      assertThat(k1.api().get(path + seconds).status()).isEqualTo(422);
    }
    assertThat(k1.api().get(path + "604800").status()).isEqualTo(200);
    assertThat(k1.api().put(FILES + "?expires_at_seconds=0", "{\"name\":\"a\"}").problems())
        .containsExactly("greater_than_equal [query, expires_at_seconds]");
  }

  @Test
  @DisplayName("V1-67 announce, put the bytes without a key, look, classify")
  void announced() {
    byte[] pdf = Documents.invoice();
    Reply reply =
        k1.api()
            .put(
                FILES,
                "{\"name\":\"/home/ann/bill.pdf\",\"external_file_id\":\"/home/ann/bill.pdf\","
                    + "\"file_size\":"
                    + pdf.length
                    + ",\"resource_info\":{\"a\":[1,null]},"
                    + "\"last_modified_at\":\"2026-03-02T09:15:00.12+01:00\"}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    String id = reply.text("/file_id");

    for (String method : List.of("PUT", "POST")) {
      Reply put = anyone.send(method, reply.text("/url"), BodyPublishers.ofByteArray(pdf));
      assertThat(put.status()).as(put.toString()).isEqualTo(200);
      assertThat(put.body()).isEmpty();
      assertThat(put.header("Content-Type")).isEmpty();
    }

    JsonNode file = k1.api().get(FILES + "/" + id).json();
    assertThat(file.path("name").stringValue()).isEqualTo("/home/ann/bill.pdf");
    assertThat(file.path("file_size").longValue()).isEqualTo(pdf.length);
    assertThat(file.path("file_type").stringValue()).isEqualTo("pdf");
    assertThat(file.path("resource_info").toString()).isEqualTo("{\"a\":[1,null]}");
    assertThat(file.path("last_modified_at").stringValue())
        .isEqualTo("2026-03-02T08:15:00.120000Z");
    JsonNode job = create(k1, minimal(id));
    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    assertThat(anyone.get(contentUrl(id)).body()).isEqualTo(pdf);
  }

  @Test
  @DisplayName("V1-68 an announced file whose bytes never came cannot be classified")
  void neverUploaded() {
    String id = k1.api().put(FILES, "{\"name\":\"a.pdf\"}").text("/file_id");

    Reply reply = k1.api().post(JOBS, minimal(id));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problems()).containsExactly("value_error [body, file_ids, 0]");
    assertThat(k1.api().get(FILES + "/" + id).json().path("file_size").isNull()).isTrue();
    assertThat(anyone.get(contentUrl(id)).status()).isEqualTo(404);
  }

  @Test
  @DisplayName(
      "V1-69 other bytes than announced are refused and leave nothing; the right ones come later")
  void otherSize() {
    List<Path> before = server.storedBytes();
    String url = k1.api().put(FILES, "{\"name\":\"a.txt\",\"file_size\":16}").text("/url");
    for (byte[] wrong : List.of(Arrays.copyOf(TEXT, 15), Arrays.copyOf(TEXT, 17), new byte[0])) {
      Reply reply = anyone.send("PUT", url, BodyPublishers.ofByteArray(wrong));
      assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
      assertThat(reply.detail()).startsWith("The file was announced with 16 bytes, but ");
    }
    assertThat(server.storedBytes()).containsExactlyInAnyOrderElementsOf(before);

    assertThat(anyone.send("PUT", url, BodyPublishers.ofByteArray(TEXT)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("a presigned upload beyond the limit")
  void tooLarge() {
    String url = k1.api().put(FILES, "{\"name\":\"a.bin\"}").text("/url");

    Reply reply =
        anyone.send(
            "PUT", url, BodyPublishers.ofByteArray(new byte[(int) TestServer.MAX_UPLOAD + 1]));

    assertThat(reply.status()).isEqualTo(413);
  }

  @Test
  @DisplayName(
      "URLs begin with the public address, or what the request came to, proxies only if trusted")
  void addresses() {
    String file = upload(k1, "a.txt", TEXT);
    assertThat(
            k1.api()
                .get(
                    FILES + "/" + file + "/content",
                    "X-Forwarded-Host",
                    "evil.example",
                    "X-Forwarded-Proto",
                    "https")
                .text("/url"))
        .startsWith(k1.api().base() + "/files/");

    try (var behind = TestServer.start(s -> settings(s, null, List.of("127.0.0.0/8")))) {
      var tenant = behind.tenant();
      String id = tenant.api().form(FILES, new Form().file("upload_file", "a", TEXT)).text("/id");
      assertThat(
              tenant
                  .api()
                  .get(
                      FILES + "/" + id + "/content",
                      "X-Forwarded-Host",
                      "taxon.example.org",
                      "X-Forwarded-Proto",
                      "https")
                  .text("/url"))
          .startsWith("https://taxon.example.org/files/");
      assertThat(
              tenant
                  .api()
                  .get(
                      FILES + "/" + id + "/content",
                      "Forwarded",
                      "for=10.0.0.1;proto=https;host=t.example:8443")
                  .text("/url"))
          .startsWith("https://t.example:8443/files/");
    }
    try (var named =
        TestServer.start(
            s -> settings(s, URI.create("https://taxon.example.org/base/"), List.of()))) {
      var tenant = named.tenant();
      assertThat(tenant.api().put(FILES, "{\"name\":\"a\"}").text("/url"))
          .startsWith("https://taxon.example.org/base/files/");
    }
  }

  @Test
  @DisplayName("a file that is announced to be larger than any may be is refused at once")
  void announcedTooLarge() {
    String most = "{\"name\":\"a\",\"file_size\":" + TestServer.MAX_UPLOAD + "}";
    assertThat(k1.api().put(FILES, most).status()).isEqualTo(200);
    Reply refused =
        k1.api().put(FILES, "{\"name\":\"a\",\"file_size\":" + (TestServer.MAX_UPLOAD + 1) + "}");
    assertThat(refused.toString())
        .isEqualTo(
            "413 {\"detail\":\"File too large: the limit is "
                + TestServer.MAX_UPLOAD
                + " bytes\"}");
    assertThat(k1.api().get(BETA).json().path("items").size()).isEqualTo(1);
  }

  private String contentUrl(String file) {
    Reply reply = k1.api().get(FILES + "/" + file + "/content");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.text("/url");
  }

  private static HttpSettings settings(
      HttpSettings base, @org.jspecify.annotations.Nullable URI publicUrl, List<String> proxies) {
    return new HttpSettings(
        base.host(),
        base.port(),
        publicUrl,
        proxies,
        base.maxUploadBytes(),
        base.maxJsonBytes(),
        base.idleTimeout(),
        false);
  }
}
