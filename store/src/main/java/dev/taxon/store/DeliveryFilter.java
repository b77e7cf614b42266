package dev.taxon.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deliveries a list is of; null for any. */
public record DeliveryFilter(
    @Nullable DeliveryStatus status, @Nullable UUID jobId, @Nullable String eventType) {
  public static final DeliveryFilter ANY = new DeliveryFilter(null, null, null);
}
