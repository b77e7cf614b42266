package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.http.scenario.TestServer.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OperatorTest extends ScenarioV2 {
  @Test
  @DisplayName("V1-51 an operator cancels a job at work, of either wire; what is done stays")
  void cancelled() {
    String locked = upload(k1, "locked.pdf", Documents.encrypted());
    String file = invoice();
    var jobs = new ArrayList<JsonNode>();
    server.engine.holdingBack(() -> {
      JsonNode job = create(k1, minimal(locked, file));
      jobs.add(job);
      JsonNode second = made(k1, over(note()));

      Reply reply = cancel(k1, id(job));

      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.text("/status")).isEqualTo("CANCELLED");
      assertThat(cancel(k1, id(second)).text("/id")).isEqualTo(id(second));
      assertThat(cancel(k2, id(second)).detail()).isEqualTo("Classify job not found");
    });

    JsonNode end = k1.api().get(JOBS + "/" + id(jobs.getFirst())).json();
    assertThat(status(end)).isEqualTo("CANCELLED");
    assertThat(results(k1, end).path("items").size()).isEqualTo(2);
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
