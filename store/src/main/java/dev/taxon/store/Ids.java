package dev.taxon.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Version 7 UUIDs (RFC 9562, method 3): milliseconds, the microseconds within, then 62 random bits,
 * so that ids sort by the moment they were made.
 */
final class Ids {
  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  UUID at(Instant moment) {
    long sinceEpoch = ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    long millis = Math.floorDiv(sinceEpoch, 1_000L);
    long micros = Math.floorMod(sinceEpoch, 1_000L);
    return new UUID(
        millis << 16 | 0x7000 | micros << 2, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
  }
}
