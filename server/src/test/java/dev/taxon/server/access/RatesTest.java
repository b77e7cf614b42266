package dev.taxon.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RatesTest {
  private final UUID key = new UUID(0, 1);
  private long now;

  @Test
  void aSecondsWorthMayComeAtOnceAndThenOneByOne() {
    var rates = new Rates(2, () -> now);
    assertThat(rates.admits(key)).isTrue();
    assertThat(rates.admits(key)).isTrue();
    assertThat(rates.admits(key)).isFalse();
    assertThat(rates.admits(new UUID(0, 2))).isTrue();

    now += Duration.ofMillis(499).toNanos();
    assertThat(rates.admits(key)).isFalse();
    now += Duration.ofMillis(2).toNanos();
    assertThat(rates.admits(key)).isTrue();
    assertThat(rates.admits(key)).isFalse();

    now += Duration.ofHours(1).toNanos();
    assertThat(rates.admits(key)).isTrue();
    assertThat(rates.admits(key)).isTrue();
    assertThat(rates.admits(key)).isFalse();
  }

  @Test
  void withoutALimitAnyNumberMayCome() {
    var rates = new Rates(0, () -> now);
    for (int i = 0; i < 1_000; i++) {
      assertThat(rates.admits(key)).isTrue();
    }
  }
}
