package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taxon.server.http.scenario.TestServer.Tenant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Why a file was answered as it was. */
class ResultsTest extends ScenarioV2 {
  private static final String TWO =
      """
      {"type":"letter","description":"a letter from one person to another"},\
      {"type":"recipe","description":"lists ingredients and the steps of cooking a dish"}\
      """;

  @Test
  @DisplayName(
      "an entry of a job's results is explained: quotes at their places, every rule, the runner-up")
  void entry() {
    String file = invoice();
    JsonNode item = classified(k1, job(List.of(file), List.of(RULE, TWO), "")).getFirst();

    JsonNode result = good(result(k1, id(item)));

    assertThat(id(result)).isEqualTo(id(item));
    assertThat(result.path("job_id")).isEqualTo(item.path("classify_job_id"));
    assertThat(result.path("file_id").stringValue()).isEqualTo(file);
    assertThat(result.path("name").stringValue()).isEqualTo("invoice.pdf");
    assertThat(result.path("outcome").stringValue()).isEqualTo("CLASSIFIED");
    for (String same : List.of("type", "confidence", "reasoning")) {
      assertThat(result.path(same)).isEqualTo(item.path("result").path(same));
    }
    isSound(result, 4);
    assertThat(result.path("evidence").size()).isPositive();
    for (JsonNode quote : result.path("evidence")) {
      assertThat(quote.path("page").intValue()).isEqualTo(1);
      assertThat(quote.path("quote").stringValue())
          .hasSize(quote.path("end").intValue() - quote.path("start").intValue());
    }
  }

  @Test
  @DisplayName("the offsets of a quote are those of the text that the parse job gives")
  void offsets() {
    JsonNode job = polled(k1, made(k1, over(note())));

    JsonNode result = good(result(k1, id(job)));

    String text =
        k1.api()
            .get(PARSE + "/" + job.path("parse_job_id").stringValue() + "?expand=text")
            .text("/text/pages/0/text");
    assertThat(result.path("job_id").stringValue()).isEqualTo(id(job));
    assertThat(result.path("type").stringValue()).isEqualTo("delivery note");
    isSound(result, 3);
    for (JsonNode quote : result.path("evidence")) {
      assertThat(text.substring(quote.path("start").intValue(), quote.path("end").intValue()))
          .isEqualTo(quote.path("quote").stringValue());
    }
  }

  @Test
  @DisplayName("that no rule fits is an answer with its runner-up like any other")
  void none() {
    JsonNode job = polled(k1, made(k1, over(beta(k1, "cake.txt", RECIPE))));

    JsonNode result = good(result(k1, id(job)));

    assertThat(result.path("type").isNull()).isTrue();
    isSound(result, 3);
    assertThat(result.at("/runner_up/type").isString()).isTrue();
  }

  @Test
  @DisplayName("a file that failed or waits has no decision, and says so")
  void undecided() {
    String locked = upload(k1, "locked.pdf", Documents.encrypted());
    JsonNode failed = good(result(k1, id(classified(k1, minimal(locked)).getFirst())));
    assertThat(failed.path("outcome").stringValue()).isEqualTo("FAILED");
    assertThat(failed.at("/error/code").stringValue()).isEqualTo("PDF_IS_PROTECTED");
    assertThat(failed.path("confidences").isEmpty()).isTrue();

    String file = note();
    server.engine.holdingBack(() -> {
      JsonNode waiting = good(result(k1, id(made(k1, over(file)))));
      assertThat(waiting.path("outcome").stringValue()).isEqualTo("WAITING");
      assertThat(waiting.path("runner_up").isNull()).isTrue();
    });
  }

  @Test
  @DisplayName("another tenant's result is as unknown as one that never was")
  void unknown() {
    JsonNode item = classified(k1, minimal(invoice())).getFirst();
    JsonNode job = polled(k1, made(k1, over(note())));
    for (String id : List.of(id(item), id(job), UNKNOWN, "clj-" + UNKNOWN, "x")) {
      Reply reply = result(k2, id);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.detail()).isEqualTo("Result not found");
    }
    assertThat(result(k1, "clj-" + item.path("classify_job_id").stringValue()).status())
        .isEqualTo(404);
  }

  /** Every answer has its confidence, the given one first; the second is the runner-up. */
  private static void isSound(JsonNode result, int answers) {
    List<JsonNode> all = result.path("confidences").valueStream().toList();
    assertThat(new HashSet<>(all.stream().map(one -> one.path("type")).toList())).hasSize(answers);
    assertThat(all).hasSize(answers);
    assertThat(all.getFirst().path("type")).isEqualTo(result.path("type"));
    assertThat(all.getFirst().path("confidence")).isEqualTo(result.path("confidence"));
    assertThat(all.get(1)).isEqualTo(result.path("runner_up"));
    assertThat(all.stream().mapToDouble(one -> one.path("confidence").doubleValue()).sum())
        .isCloseTo(1, within(0.001));
  }

  private static Reply result(Tenant tenant, String id) {
    return tenant.api().get("/api/taxon/results/" + id);
  }
}
