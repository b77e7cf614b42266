package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HappyPathTest extends Scenario {
  @Test
  @DisplayName("V1-01 a minimal job is pending with every default told")
  void minimalJob() {
    JsonNode job = create(k1, minimal(invoice()));

    assertThat(job.path("status").stringValue()).isEqualTo("PENDING");
    assertThat(job.path("mode").stringValue()).isEqualTo("FAST");
    assertThat(job.path("parsing_configuration").toString())
        .isEqualTo("{\"lang\":\"en\",\"max_pages\":5,\"target_pages\":null}");
    assertThat(job.path("error_message").isNull()).isTrue();
    assertThat(job.path("job_record_id").isNull()).isTrue();
    assertThat(job.path("project_id").stringValue()).isEqualTo(k1.p1().toString());
    assertThat(job.path("rules").toString()).isEqualTo("[" + RULE + "]");
  }

  @Test
  @DisplayName("V1-02 V1-03 it ends within ten seconds, with a result that says why")
  void endsWithAResult() {
    String file = invoice();
    long start = System.nanoTime();
    JsonNode job = create(k1, minimal(file));

    JsonNode end = ended(k1, job);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(end.path("status").stringValue()).isEqualTo("SUCCESS");
    for (int i = 0; i < 20; i++) {
      assertThat(k1.api().get(JOBS + "/" + id(job)).json()).as("never back").isEqualTo(end);
    }
    assertThat(time(end, "effective_at")).isAfterOrEqualTo(time(end, "created_at"));
    assertThat(time(end, "updated_at")).isAfterOrEqualTo(time(job, "updated_at"));
    JsonNode results = results(k1, job);
    assertThat(results.path("next_page_token").isNull()).isTrue();
    assertThat(results.path("total_size").intValue()).isEqualTo(1);
    JsonNode item = results.at("/items/0");
    assertThat(item.path("file_id").stringValue()).isEqualTo(file);
    assertThat(item.at("/result/type").stringValue()).isEqualTo("invoice");
    assertThat(item.at("/result/confidence").doubleValue()).isBetween(0.0, 1.0);
    assertThat(item.at("/result/reasoning").stringValue()).isNotBlank();
  }

  @Test
  @DisplayName("V1-04 a file that fits no rule is a success with type null")
  void fitsNoRule() {
    String letter = upload(k1, "letter.pdf", Documents.letter());
    JsonNode job = create(k1, minimal(letter));

    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    JsonNode result = results(k1, job).at("/items/0/result");
    assertThat(result.path("type").isNull()).isTrue();
    assertThat(result.path("confidence").isNumber()).isTrue();
    assertThat(result.path("reasoning").stringValue()).isNotBlank();
  }

  @Test
  @DisplayName("V1-05 a full body is echoed and the job ends well")
  void fullBody() {
    String options =
        ",\"mode\":\"MULTIMODAL\",\"parsing_configuration\":"
            + "{\"lang\":\"de\",\"max_pages\":null,\"target_pages\":[0]},"
            + "\"webhook_configurations\":[{\"webhook_url\":\"https://hooks.example.org/c\","
            + "\"webhook_events\":[\"classify.success\"],\"webhook_headers\":{\"X-Team\":\"a\"},"
            + "\"webhook_output_format\":\"json\",\"webhook_signing_secret\":\"keep-me\"}]";
    Reply reply = k1.api().post(JOBS, job(List.of(invoice()), List.of(RULE), options));

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.text("/mode")).isEqualTo("MULTIMODAL");
    assertThat(reply.json().path("parsing_configuration").toString())
        .isEqualTo("{\"lang\":\"de\",\"max_pages\":null,\"target_pages\":[0]}");
    assertThat(reply.string()).doesNotContain("keep-me", "hooks.example.org");
    assertThat(ended(k1, reply.json()).path("status").stringValue()).isEqualTo("SUCCESS");
  }

  @Test
  @DisplayName("V1-06 500 files make one job in under a second and one answer of results")
  void fiveHundredFiles() {
    String first = invoice();
    String second = upload(k1, "letter.pdf", Documents.letter());
    var files = new java.util.ArrayList<String>();
    for (int i = 0; i < 500; i++) {
      files.add(i % 3 == 0 ? first : second);
    }
    String body = job(files, List.of(RULE), "");

    long start = System.nanoTime();
    JsonNode job = create(k1, body);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(took).isLessThan(Duration.ofSeconds(1));
    JsonNode results = results(k1, job);
    assertThat(results.path("items").valueStream().map(i -> i.path("file_id").stringValue()))
        .containsExactlyElementsOf(files);
    assertThat(results.path("next_page_token").isNull()).isTrue();
    assertThat(results.path("total_size").intValue()).isEqualTo(500);
  }

  @Test
  @DisplayName("V1-06 500 different files end, each with its result, in order")
  void fiveHundredDifferentFiles() {
    var files = new java.util.ArrayList<String>();
    for (int i = 0; i < 500; i++) {
      files.add(
          upload(
              k1,
              i + ".pdf",
              Documents.pdf(List.of(List.of("Invoice " + i, "Total due " + i + " EUR")))));
    }

    String body = job(files, List.of(RULE), "");

    long start = System.nanoTime();
    JsonNode job = create(k1, body);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    JsonNode results = results(k1, job);
    assertThat(results.path("next_page_token").isNull()).isTrue();
    List<JsonNode> items = results.path("items").valueStream().toList();
    assertThat(items)
        .extracting(i -> i.path("file_id").stringValue())
        .containsExactlyElementsOf(files);
    assertThat(items).allSatisfy(item -> assertThat(item.path("result").isObject()).isTrue());
  }

  @Test
  @DisplayName("V1-07 unknown members are ignored and not echoed")
  void unknownMembers() {
    String body =
        "{\"foo\":1,\"rules\":[{\"classification\":\"x\","
            + RULE.substring(1)
            + "],\"file_ids\":[\""
            + invoice()
            + "\"]}";

    Reply reply = k1.api().post(JOBS, body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.string()).doesNotContain("foo", "classification");
  }

  @Test
  @DisplayName("V1-08 the same file and rules give the same result twice")
  void sameAgain() {
    String file = invoice();

    assertThat(classified(k1, minimal(file)).getFirst().path("result"))
        .isEqualTo(classified(k1, minimal(file)).getFirst().path("result"));
  }

  private static String id(JsonNode job) {
    return job.path("id").stringValue();
  }

  private static Instant time(JsonNode job, String member) {
    return Instant.parse(job.path(member).stringValue());
  }
}
