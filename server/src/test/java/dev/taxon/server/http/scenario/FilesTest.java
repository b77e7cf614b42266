package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FilesTest extends Scenario {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

  @Test
  @DisplayName("V1-57 a file of the first generation, and the same again by its id")
  void firstGeneration() {
    byte[] pdf = Documents.invoice();
    Reply uploaded =
        k1.api()
            .form(FILES + "?external_file_id=e", new Form().file("upload_file", "Bill.PDF", pdf));

    assertThat(uploaded.status()).isEqualTo(200);
    assertThat(uploaded.text("/name")).isEqualTo("Bill.PDF");
    assertThat(uploaded.json().path("file_size").longValue()).isEqualTo(pdf.length);
    assertThat(uploaded.text("/file_type")).isEqualTo("pdf");
    assertThat(uploaded.text("/external_file_id")).isEqualTo("e");
    assertThat(uploaded.text("/project_id")).isEqualTo(k1.p1().toString());
    assertThat(k1.api().get(FILES + "/" + uploaded.text("/id")).json()).isEqualTo(uploaded.json());
    assertThat(k1.api().get(FILES + "/dfl-" + uploaded.text("/id")).json())
        .isEqualTo(uploaded.json());
  }

  @Test
  @DisplayName("V1-58 a file of the second generation, its parts in any order")
  void secondGeneration() {
    var purposeFirst = new Form().text("purpose", "classify").file("file", "a.pdf", HELLO);
    var fileFirst =
        new Form()
            .text("unknown", "part")
            .file("file", "a.pdf", HELLO)
            .text("purpose", "classify")
            .text("external_file_id", "e-2");
    for (Form form : List.of(purposeFirst, fileFirst)) {
      Reply reply = k1.api().form(BETA, form);
      assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
      assertThat(reply.text("/id")).startsWith("dfl-");
      assertThat(reply.text("/purpose")).isEqualTo("classify");
      assertThat(reply.json().path("download_url").isNull()).isTrue();
      assertThat(k1.api().get(BETA + "/" + reply.text("/id")).json()).isEqualTo(reply.json());
    }
  }

  @Test
  @DisplayName("V1-59 names: raw UTF-8, paths of either system, RFC 5987, quotes as sent")
  void names() {
    assertThat(name("form-data; name=\"upload_file\"; filename=\"Rechnung März 発票.pdf\""))
        .isEqualTo("Rechnung März 発票.pdf");
    assertThat(name("form-data; name=\"upload_file\"; filename=\"../../x.pdf\""))
        .isEqualTo("x.pdf");
    assertThat(name("form-data; name=\"upload_file\"; filename=\"C:\\a\\b.pdf\""))
        .isEqualTo("b.pdf");
    assertThat(
            name(
                "form-data; name=\"upload_file\"; filename=\"x.pdf\";"
                    + " filename*=UTF-8''%E7%99%BA%E7%A5%A8.pdf"))
        .isEqualTo("発票.pdf");
    assertThat(name("form-data; name=\"upload_file\"; filename=\"a%22b%0A.pdf\""))
        .isEqualTo("a%22b%0A.pdf");
    assertThat(name("form-data; name=\"upload_file\"; filename=\"a\u0007b\u007f.pdf\""))
        .isEqualTo("ab.pdf");
    assertThat(name("form-data; name=upload_file; filename=plain.txt")).isEqualTo("plain.txt");
    assertThat(name("form-data; filename=\"..\"; name=\"upload_file\"")).isEqualTo("upload");
  }

  @Test
  @DisplayName("V1-60 without a file name: a word for a name, its type from the bytes, classified")
  void withoutName() {
    Reply reply =
        k1.api()
            .form(
                BETA,
                new Form()
                    .raw("form-data; name=\"file\"", Documents.invoice())
                    .text("purpose", "user_data"));
    assertThat(reply.text("/name")).isEqualTo("upload");
    assertThat(reply.text("/file_type")).isEqualTo("pdf");
    assertThat(
            classified(k1, minimal(reply.text("/id"))).getFirst().at("/result/type").stringValue())
        .isEqualTo("invoice");

    Reply named =
        k1.api()
            .form(
                FILES + "?external_file_id=/home/ann/bill.pdf",
                new Form().raw("form-data; name=\"upload_file\"", HELLO));
    assertThat(named.text("/name")).isEqualTo("bill.pdf");
    assertThat(named.text("/external_file_id")).isEqualTo("/home/ann/bill.pdf");
  }

  @Test
  @DisplayName("V1-61 forms that lack something")
  void incompleteForms() {
    Reply noFile = k1.api().form(BETA, new Form().text("purpose", "classify"));
    assertThat(noFile.toString())
        .isEqualTo("400 {\"detail\":\"file field is required for multipart requests.\"}");

    assertThat(refused(BETA, new Form().file("file", "a", HELLO)))
        .containsExactly("missing [body, purpose]");
    assertThat(refused(BETA, new Form().text("purpose", "x").file("file", "a", HELLO)))
        .containsExactly("enum [body, purpose]");
    assertThat(refused(BETA, new Form().file("file", "a", HELLO).text("purpose", "x")))
        .containsExactly("enum [body, purpose]");
    assertThat(refused(FILES, new Form().text("other", "x")))
        .containsExactly("missing [body, upload_file]");
    assertThat(
            refused(
                FILES, new Form().file("upload_file", "a", HELLO).file("upload_file", "b", HELLO)))
        .containsExactly("value_error [body, upload_file]");
    assertThat(k1.api().post(BETA, "{}").status()).isEqualTo(422);
    assertThat(k1.api().post(FILES, "{}").status()).isEqualTo(422);
    assertThat(k1.api().get(BETA).json().path("items").size()).isZero();
  }

  @Test
  @DisplayName("V1-70 a file is deleted once, and by its owner alone")
  void delete() {
    String file = invoice();
    assertThat(k2.api().delete(FILES + "/" + file).toString())
        .isEqualTo("404 {\"detail\":\"File not found\"}");

    Reply deleted = k1.api().delete(FILES + "/" + file);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.body()).isEmpty();
    for (Reply gone :
        List.of(
            k1.api().delete(FILES + "/" + file),
            k1.api().get(FILES + "/" + file),
            k1.api().get(BETA + "/dfl-" + file),
            k1.api().get(FILES + "/" + file + "/content"),
            k2.api().get(FILES + "/" + UUID.randomUUID()))) {
      assertThat(gone.toString()).isEqualTo("404 {\"detail\":\"File not found\"}");
    }
    String beta = upload(k1, "b.txt", HELLO);
    assertThat(k1.api().delete(BETA + "/dfl-" + beta).status()).isEqualTo(204);
    assertThat(k1.api().post(JOBS, minimal(beta)).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("V1-71 lists by ids, name and order")
  void lists() {
    String a = upload(k1, "a.txt", HELLO);
    String c = upload(k1, "c.txt", HELLO);
    String b = upload(k1, "?external_file_id=e", "b.txt", HELLO);
    upload(k2, "a.txt", HELLO);

    assertThat(listed("?file_ids=" + a + "&file_ids=dfl-" + b)).containsExactly(b, a);
    assertThat(listed("?file_name=c.txt")).containsExactly(c);
    assertThat(listed("?file_name=c")).isEmpty();
    assertThat(listed("?external_file_id=e")).containsExactly(b);
    assertThat(listed("?order_by=name")).containsExactly(a, b, c);
    assertThat(listed("?order_by=name%20desc")).containsExactly(c, b, a);
    assertThat(listed("?order_by=created_at")).containsExactly(b, c, a);
    assertThat(listed("?order_by=created_at%20asc")).containsExactly(a, c, b);
    assertThat(listed("?file_name=a.txt&external_file_id=e")).isEmpty();
    Reply reply = k1.api().get(BETA + "?page_size=1001&order_by=size");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problems())
        .containsExactlyInAnyOrder(
            "less_than_equal [query, page_size]", "value_error [query, order_by]");
  }

  @Test
  @DisplayName("files by query: filter, order, pages, a project of the filter")
  void query() {
    String a = upload(k1, "a.txt", HELLO);
    String b = upload(k1, "b.txt", HELLO);
    String other = upload(k1, "?project_id=" + k1.p2(), "a.txt", HELLO);

    assertThat(queried("{}")).containsExactly(b, a);
    assertThat(queried("{\"filter\":{\"file_name\":\"a.txt\"},\"order_by\":\"name\"}"))
        .containsExactly(a);
    assertThat(queried("{\"filter\":{\"file_ids\":[\"" + b + "\"],\"project_id\":null}}"))
        .containsExactly(b);
    assertThat(queried("{\"filter\":{\"project_id\":\"" + k1.p2() + "\"}}")).containsExactly(other);
    assertThat(queried("{\"filter\":null,\"page_size\":5000}")).containsExactly(b, a);
    JsonNode first = k1.api().post(BETA + "/query", "{\"page_size\":1}").json();
    assertThat(
            queried(
                "{\"page_size\":1,\"page_token\":\""
                    + first.path("next_page_token").stringValue()
                    + "\"}"))
        .containsExactly(a);
    assertThat(k1.api().post(BETA + "/query", "{\"page_token\":\"x\"}").toString())
        .isEqualTo("400 {\"detail\":\"Invalid page token\"}");
    assertThat(
            k1.api()
                .post(BETA + "/query", "{\"filter\":{\"project_id\":\"" + k2.p1() + "\"}}")
                .toString())
        .isEqualTo("404 {\"detail\":\"Project not found\"}");
  }

  @Test
  @DisplayName("V1-72 fetching from a URL is off, and where it is on it does not reach inside")
  void fromUrl() {
    assertThat(
            k1.api()
                .put(FILES + "/upload_from_url", "{\"url\":\"http://127.0.0.1:1/x.pdf\"}")
                .toString())
        .isEqualTo("400 {\"detail\":\"URL inputs are disabled on this server\"}");
    assertThat(k1.api().put(FILES + "/upload_from_url", "{}").problems())
        .containsExactly("missing [body, url]");
    try (var fetching = TestServer.fetchingFromOutside();
        var inside = Receiver.thankful()) {
      Reply refused =
          fetching
              .tenant()
              .api()
              .put(FILES + "/upload_from_url", "{\"url\":\"" + inside.url() + "/file/x.pdf\"}");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.detail())
          .startsWith("Could not fetch the URL: 127.0.0.1 is a loopback address");
      assertThat(inside.posts).isEmpty();
    }
  }

  @Test
  @DisplayName("expand adds a download URL that works")
  void expand() {
    String file = upload(k1, "a.txt", HELLO);

    for (Reply reply :
        List.of(
            k1.api().get(BETA + "/dfl-" + file + "?expand=download_url"),
            k1.api().get(BETA + "?expand=download_url"))) {
      JsonNode shown = reply.json().has("items") ? reply.json().at("/items/0") : reply.json();
      String url = shown.at("/download_url/url").stringValue();
      assertThat(k1.api().as(null).get(url).body()).isEqualTo(HELLO);
    }
    assertThat(k1.api().get(BETA + "/" + file + "?expand=all").problems())
        .containsExactly("enum [query, expand, 0]");
  }

  @Test
  @DisplayName("each project has its own files")
  void projectsOfFiles() {
    String file = upload(k1, "?project_id=" + k1.p2(), "a.txt", HELLO);

    assertThat(k1.api().get(FILES + "/" + file).status()).isEqualTo(200);
    assertThat(k1.api().get(FILES + "/" + file + "?project_id=" + k1.p1()).toString())
        .isEqualTo("404 {\"detail\":\"File not found\"}");
    assertThat(k1.api().post(JOBS, minimal(file)).detail())
        .isEqualTo("File ID " + file + " is not in Project ID " + k1.p1());
    assertThat(
            k1.api()
                .send(
                    "DELETE",
                    FILES + "/" + file + "?project_id=" + k1.p1(),
                    BodyPublishers.noBody())
                .status())
        .isEqualTo(404);
  }

  private String name(String disposition) {
    Reply reply = k1.api().form(FILES, new Form().raw(disposition, HELLO));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.text("/name");
  }

  private List<String> refused(String path, Form form) {
    Reply reply = k1.api().form(path, form);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    return reply.problems();
  }

  private List<String> listed(String query) {
    return ids(k1.api().get(BETA + query));
  }

  private List<String> queried(String body) {
    return ids(k1.api().post(BETA + "/query", body));
  }

  private static List<String> ids(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply
        .json()
        .path("items")
        .valueStream()
        .map(file -> file.path("id").stringValue().substring("dfl-".length()))
        .toList();
  }
}
