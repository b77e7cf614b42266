package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.server.http.HttpSettings;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunningShownTest extends ScenarioV2 {
  @BeforeAll
  @Override
  void startServer() {
    server =
        TestServer.start(settings ->
            new HttpSettings(
                settings.host(),
                0,
                null,
                settings.trustedProxies(),
                settings.maxUploadBytes(),
                settings.maxJsonBytes(),
                settings.idleTimeout(),
                true));
  }

  @Test
  @DisplayName("V2-38 where it is to be shown, a job at work is RUNNING and is listed as such")
  void running() {
    String file = note();
    server.engine.holdingBack(() -> {
      JsonNode job = made(k1, over(file));

      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> status(good(k1.api().get(CLASSIFY + "/" + id(job)))).equals("RUNNING"));

      assertThat(ids(k1.api().get(CLASSIFY + "?status=RUNNING"))).containsExactly(id(job));
      assertThat(ids(k1.api().get(CLASSIFY + "?status=PENDING"))).isEmpty();
    });
  }
}
