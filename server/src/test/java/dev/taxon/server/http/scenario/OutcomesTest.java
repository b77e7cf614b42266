package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutcomesTest extends Scenario {
  private static final List<List<String>> INVOICE_NOTES_LETTER =
      List.of(
          Documents.INVOICE_PAGE,
          List.of("Notes", "This page is left without matter on purpose."),
          Documents.LETTER_PAGE);

  @Test
  @DisplayName("V1-42 results of a pending job are there, with null")
  void pendingResults() {
    String file = invoice();
    server.engine.holdingBack(() -> {
      JsonNode job = create(k1, minimal(file));

      JsonNode results = results(k1, job);

      assertThat(results.path("items").size()).isEqualTo(1);
      assertThat(results.at("/items/0/result").isNull()).isTrue();
      assertThat(results.path("total_size").intValue()).isEqualTo(1);
      assertThat(status(job)).isEqualTo("PENDING");
    });
  }

  @Test
  @DisplayName("V1-43 one of two files fails: the job says which and why")
  void partial() {
    String locked = upload(k1, "locked.pdf", Documents.encrypted());
    JsonNode job = create(k1, minimal(invoice(), locked));

    JsonNode end = ended(k1, job);

    assertThat(end.path("status").stringValue()).isEqualTo("PARTIAL_SUCCESS");
    assertThat(end.path("error_message").stringValue())
        .startsWith("1 of 2 files failed")
        .contains(locked, "PDF_IS_PROTECTED");
    JsonNode items = results(k1, job).path("items");
    assertThat(items.at("/0/result/type").stringValue()).isEqualTo("invoice");
    assertThat(items.at("/1/result").isNull()).isTrue();
  }

  @Test
  @DisplayName("V1-44 the only file fails: ERROR, and its results are still to be had")
  void error() {
    String locked = upload(k1, "locked.pdf", Documents.encrypted());
    JsonNode job = create(k1, minimal(locked));

    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("ERROR");
    JsonNode results = results(k1, job);
    assertThat(results.path("items").size()).isEqualTo(1);
    assertThat(results.at("/items/0/result").isNull()).isTrue();
  }

  @Test
  @DisplayName("V1-45 broken neighbours do not hurt a good file")
  void brokenNeighbours() throws IOException {
    var noise = new byte[5_000];
    new Random(7).nextBytes(noise);
    for (byte[] broken : List.of(new byte[0], noise, zipBomb())) {
      String good = invoice();
      JsonNode job = create(k1, minimal(good, upload(k1, "broken", broken)));

      assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("PARTIAL_SUCCESS");
      JsonNode items = results(k1, job).path("items");
      assertThat(items.at("/0/result/type").stringValue()).isEqualTo("invoice");
      assertThat(items.at("/1/result").isNull()).isTrue();
    }
    assertThat(k1.api().get("/health/ready").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("V1-46 target pages count from 0")
  void targetPages() {
    String file = upload(k1, "three.pdf", Documents.pdf(INVOICE_NOTES_LETTER));

    assertThat(typeOf(file, "{\"target_pages\":[0]}").stringValue()).isEqualTo("invoice");
    assertThat(typeOf(file, "{\"target_pages\":[2]}").isNull()).isTrue();
  }

  @Test
  @DisplayName("V1-47 pages beyond the end are ignored, and none left is a failure")
  void pagesBeyondTheEnd() {
    String file = upload(k1, "three.pdf", Documents.pdf(INVOICE_NOTES_LETTER));

    assertThat(typeOf(file, "{\"target_pages\":[0,99]}").stringValue()).isEqualTo("invoice");
    JsonNode end = ended(k1, create(k1, parsing(file, "{\"target_pages\":[99]}")));
    assertThat(end.path("status").stringValue()).isEqualTo("ERROR");
    assertThat(end.path("error_message").stringValue()).contains("NO_DATA_FOUND_IN_FILE");
  }

  @Test
  @DisplayName("V1-48 max_pages hides what decides, null shows it")
  void maxPages() {
    String file =
        upload(
            k1, "two.pdf", Documents.pdf(List.of(Documents.LETTER_PAGE, Documents.INVOICE_PAGE)));

    assertThat(typeOf(file, "{\"max_pages\":1}").isNull()).isTrue();
    assertThat(typeOf(file, "{\"max_pages\":null}").stringValue()).isEqualTo("invoice");
  }

  @Test
  @DisplayName("V1-49 a file deleted after create is classified all the same, and keeps its place")
  void deletedFile() {
    String file = invoice();
    var created = new JsonNode[1];
    server.engine.holdingBack(() -> {
      created[0] = create(k1, minimal(file));
      assertThat(k1.api().delete(FILES + "/" + file).status()).isEqualTo(204);
      server.store.sweeper().sweep();
    });

    assertThat(ended(k1, created[0]).path("status").stringValue()).isEqualTo("SUCCESS");
    assertThat(results(k1, created[0]).at("/items/0/file_id").stringValue()).isEqualTo(file);
    String other = invoice();
    JsonNode job = create(k1, minimal(other));
    ended(k1, job);
    assertThat(k1.api().delete(FILES + "/" + other).status()).isEqualTo(204);
    assertThat(results(k1, job).at("/items/0/file_id").stringValue()).isEqualTo(other);
    assertThat(results(k1, job).at("/items/0/result/type").stringValue()).isEqualTo("invoice");
  }

  private String status(JsonNode job) {
    return k1.api().get(JOBS + "/" + job.path("id").stringValue()).text("/status");
  }

  private JsonNode typeOf(String file, String parsing) {
    JsonNode job = create(k1, parsing(file, parsing));
    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    return results(k1, job).at("/items/0/result/type");
  }

  private static String parsing(String file, String parsing) {
    return job(List.of(file), List.of(RULE), ",\"parsing_configuration\":" + parsing);
  }

  private static byte[] zipBomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }
}
