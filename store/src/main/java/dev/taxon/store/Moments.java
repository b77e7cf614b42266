package dev.taxon.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Instants in whole microseconds, each later than the one before, also when the clock stands or
 * goes back: what was made later also sorts later.
 */
final class Moments {
  private final Clock clock;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

  Moments(Clock clock) {
    this.clock = clock;
  }

  Instant next() {
    var now = now();
    return last.updateAndGet(
        before -> now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS));
  }

  /** The clock's time, for comparing with what is due. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
