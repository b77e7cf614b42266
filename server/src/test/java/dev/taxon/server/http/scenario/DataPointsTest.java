package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When jobs waited, ran and ended. */
class DataPointsTest extends ScenarioV2 {
  private static final String POINTS = "/api/v1/job-data-points?job_type=";

  private JsonNode point(String query) {
    JsonNode items = good(k1.api().get(POINTS + query)).path("items");
    assertThat(items.size()).as(items.toString()).isEqualTo(1);
    return items.get(0);
  }

  @Test
  @DisplayName("a job that completed tells when it waited, ran and completed")
  void completed() {
    JsonNode job = polled(k1, made(k1, over(note())));

    JsonNode point = point("classify");

    assertThat(id(point)).isEqualTo(id(job));
    assertThat(point.path("project_id")).isEqualTo(job.path("project_id"));
    assertThat(status(point)).isEqualTo("completed");
    assertThat(point.path("error_message").isNull()).isTrue();
    JsonNode times = point.path("state_transitions");
    assertThat(times.path("pending_at")).isEqualTo(job.path("created_at"));
    assertThat(times.path("running_at").stringValue())
        .isGreaterThan(times.path("pending_at").stringValue());
    assertThat(times.path("completed_at").stringValue())
        .isGreaterThan(times.path("running_at").stringValue());
    for (String other : new String[] {"throttled_at", "failed_at", "cancelled_at"}) {
      assertThat(times.path(other).isNull()).as(other).isTrue();
    }
  }

  @Test
  @DisplayName(
      "a job that failed says why and when, a job at work is running, a cancelled one ends")
  void failedRunningCancelled() {
    String empty = beta(k1, "empty.txt", " ".getBytes(StandardCharsets.UTF_8));
    JsonNode failed = polled(k1, made(k1, over(empty)));
    String file = note();
    server.engine.holdingBack(() -> {
      JsonNode running = made(k1, over(file));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> ids(k1.api().get(POINTS + "classify&status=running")).size() == 1);
      assertThat(id(point("classify&status=running"))).isEqualTo(id(running));
      assertThat(ids(k1.api().get(POINTS + "classify&status=pending"))).isEmpty();
      assertThat(ids(k1.api().get(POINTS + "classify&status=pending&status=failed")))
          .containsExactly(id(failed));
      assertThat(ids(k1.api().get(POINTS + "classify&status=running&status=failed")))
          .containsExactly(id(running), id(failed));
      assertThat(ids(k1.api().get(POINTS + "classify&status=pending&status=running")))
          .containsExactly(id(running));
      good(k1.api().post(CLASSIFY + "/" + id(running) + "/cancel", ""));
      assertThat(point("classify&status=cancelled").at("/state_transitions/cancelled_at").isNull())
          .isFalse();
    });

    JsonNode point = point("classify&status=failed");
    assertThat(id(point)).isEqualTo(id(failed));
    assertThat(point.path("error_message")).isEqualTo(failed.path("error_message"));
    assertThat(point.at("/state_transitions/failed_at").isNull()).isFalse();
    assertThat(point.at("/state_transitions/completed_at").isNull()).isTrue();
  }

  @Test
  @DisplayName("jobs that read are told under their own ids; there are none that extract")
  void otherTypes() {
    JsonNode job = parsed(parse(note()));

    assertThat(id(point("parse"))).isEqualTo(id(job));
    assertThat(ids(k1.api().get(POINTS + "classify"))).isEmpty();
    assertThat(ids(k1.api().get(POINTS + "extract"))).isEmpty();
    assertThat(ids(k1.api().get(POINTS + "parse&status=throttled"))).isEmpty();
    assertThat(ids(k2.api().get(POINTS + "parse"))).isEmpty();
  }

  @Test
  @DisplayName("a page at a time, newest first; the hours and bounds say how far back")
  void pages() {
    String file = note();
    JsonNode first = made(k1, over(file));
    JsonNode second = made(k1, over(file));

    Reply page = k1.api().get(POINTS + "classify&page_size=1");
    assertThat(ids(page)).containsExactly(id(second));
    String token = "&page_token=" + page.text("/next_page_token");
    assertThat(ids(k1.api().get(POINTS + "classify&page_size=1" + token)))
        .containsExactly(id(first));
    assertThat(k1.api().get(POINTS + "classify&hours=2" + token).status()).isEqualTo(400);

    String created = first.path("created_at").stringValue();
    assertThat(ids(k1.api().get(POINTS + "classify&created_at_on_or_before=" + created)))
        .containsExactly(id(first));
    assertThat(ids(k1.api().get(POINTS + "classify&created_at_on_or_after=2999-01-01T00:00:00Z")))
        .isEmpty();
  }

  @Test
  @DisplayName("what is wrong in a query is named")
  void refused() {
    assertThat(k1.api().get("/api/v1/job-data-points").problems())
        .containsExactly("missing [query, job_type]");
    assertThat(k1.api().get(POINTS + "split").problems()).containsExactly("enum [query, job_type]");
    assertThat(k1.api().get(POINTS + "parse&hours=0").problems())
        .containsExactly("greater_than_equal [query, hours]");
    assertThat(k1.api().get(POINTS + "parse&hours=169").problems())
        .containsExactly("less_than_equal [query, hours]");
    assertThat(k1.api().get(POINTS + "parse&status=DONE").problems())
        .containsExactly("enum [query, status, 0]");
  }
}
