package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.server.http.scenario.TestServer.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OperatorTest extends ScenarioV2 {
  @Test
  @DisplayName("V1-51 an operator cancels a job at work, of either wire; what is done stays")
  void cancelled() {
    String done = invoice();
    String held = upload(k1, "letter.pdf", Documents.letter());
    var jobs = new ArrayList<JsonNode>();
    server.engine.holdingBack(
        document -> !document.pages().getFirst().text().contains("20417"),
        () -> {
          JsonNode job = create(k1, minimal(done, held));
          jobs.add(job);
          JsonNode second = made(k1, over(note()));
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> results(k1, job).at("/items/0/result").isObject());

          Reply reply = cancel(k1, id(job));

          assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
          assertThat(reply.text("/status")).isEqualTo("CANCELLED");
          assertThat(cancel(k1, id(second)).text("/id")).isEqualTo(id(second));
          assertThat(cancel(k2, id(second)).detail()).isEqualTo("Classify job not found");
        });

    JsonNode end = k1.api().get(JOBS + "/" + id(jobs.getFirst())).json();
    // another job through the same workers: the late answer has come by then
    ended(k1, create(k1, minimal(done)));
    ended(k1, create(k1, minimal(held)));
    assertThat(k1.api().get(JOBS + "/" + id(end)).json()).isEqualTo(end);
    assertThat(status(end)).isEqualTo("CANCELLED");
    JsonNode items = results(k1, end).path("items");
    assertThat(items.size()).isEqualTo(2);
    assertThat(items.at("/0/result/type").stringValue()).isEqualTo("invoice");
    assertThat(items.at("/1/result").isNull()).isTrue();
    assertThat(cancel(k1, id(end)).detail())
        .isEqualTo(
            "Job " + id(end) + " has ended and cannot be cancelled: its status is CANCELLED");
  }

  @Test
  @DisplayName("what names no job is unknown")
  void unknown() {
    for (String id : List.of("x", UNKNOWN, "clj-" + UNKNOWN)) {
      assertThat(cancel(k1, id).detail()).isEqualTo("Classify job not found");
    }
    assertThat(cancel(k1, "pjb-" + UNKNOWN).detail()).isEqualTo("Parse job not found");
  }

  private static Reply cancel(Tenant tenant, String id) {
    return tenant.api().send("POST", "/api/taxon/jobs/" + id + "/cancel", BodyPublishers.noBody());
  }
}
