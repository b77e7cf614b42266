package dev.taxon.server.jobs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Places for those who stay long: so many in all, and so many for each project. */
public final class Seats {
  private final int inAll;
  private final int perProject;
  private final Map<UUID, Integer> taken = new HashMap<>();
  private int all;

  /** Empty places. */
  public Seats(int inAll, int perProject) {
    this.inAll = inAll;
    this.perProject = perProject;
  }

  /** A place that somebody has; to be closed once. */
  public interface Seat extends AutoCloseable {
    @Override
    void close();
  }

  /** A place; empty when there is none. */
  public synchronized Optional<Seat> take(UUID project) {
    if (all >= inAll || taken.getOrDefault(project, 0) >= perProject) {
      return Optional.empty();
    }
    all++;
    taken.merge(project, 1, Integer::sum);
    return Optional.of(() -> leave(project));
  }

  private synchronized void leave(UUID project) {
    all--;
    taken.computeIfPresent(project, (id, some) -> some == 1 ? null : some - 1);
  }
}
