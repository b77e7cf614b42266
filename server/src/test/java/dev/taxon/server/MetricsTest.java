package dev.taxon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void countsDecisionsByTheirWayWhereThereIsMoreThanOne() {
    try (var metrics = new Metrics()) {
      metrics.decided(Duration.ofMillis(3), "fast");
      metrics.decided(Duration.ofMillis(3), "fast");
      metrics.decided(Duration.ofMillis(90), "full");
      metrics.decided(Duration.ofMillis(1), null);

      assertThat(metrics.text())
          .contains(
              "taxon_decisions_total{way=\"fast\"} 2.0",
              "taxon_decisions_total{way=\"full\"} 1.0",
              "taxon_deciding_seconds_count 4");
    }
  }
}
