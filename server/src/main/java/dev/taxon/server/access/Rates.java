package dev.taxon.server.access;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Counts the requests of each key: a bucket that holds one second's worth, fills steadily, and
 * gives one for each request.
 */
public final class Rates {
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final LongSupplier nanos;
  private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

  private record Bucket(double requests, long filledAt) {}

  /**
   * @param perSecond 0 for any number
   * @param nanos a clock that only goes forward
   */
  public Rates(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
  }

  public int perSecond() {
    return perSecond;
  }

  /** Whether a key may make a request now; it then counts. */
  public boolean admits(UUID keyId) {
    if (perSecond == 0) {
      return true;
    }
    long now = nanos.getAsLong();
    var admitted = new boolean[1];
    buckets.compute(
        keyId,
        (id, before) -> {
          double there =
              before == null
                  ? perSecond
                  : Math.min(
                      perSecond, before.requests() + (now - before.filledAt()) / NANOS * perSecond);
          admitted[0] = there >= 1;
          return new Bucket(admitted[0] ? there - 1 : there, now);
        });
    return admitted[0];
  }
}
