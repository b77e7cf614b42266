package dev.taxon.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs a list holds; all of it must be true, null does not ask.
 *
 * @param statuses one of these; none at all fits nothing
 * @param begun of pending ones, whether work on it has begun
 * @param ids one of these
 * @param from created then or later
 * @param to created then or earlier
 */
public record JobFilter(
    Wire wire,
    @Nullable Set<JobStatus> statuses,
    @Nullable Boolean begun,
    @Nullable List<UUID> ids,
    @Nullable String configurationId,
    @Nullable Instant from,
    @Nullable Instant to) {
  public JobFilter {
    // in one order, for page tokens are of the list whose filter reads the same
    statuses = statuses == null ? null : Collections.unmodifiableSet(new TreeSet<>(statuses));
    ids = ids == null ? null : List.copyOf(ids);
  }

  /** Every job of a wire. */
  public static JobFilter of(Wire wire) {
    return new JobFilter(wire, null, null, null, null, null, null);
  }
}
