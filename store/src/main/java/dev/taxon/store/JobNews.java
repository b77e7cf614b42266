package dev.taxon.store;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells who listens in this process that a job changed, right after the transaction that changed
 * it. What another server on the same database does is not heard here.
 */
public final class JobNews {
  private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();

  JobNews() {}

  /** Hears of one job; must return at once and never throw. */
  public interface Listener {
    /**
     * The job changed.
     *
     * @param ended whether the job has ended with this
     */
    void changed(boolean ended);
  }

  /** Tells a listener of a job's changes from now on. */
  public void listen(UUID jobId, Listener listener) {
    listeners.compute(
        jobId,
        (job, some) -> {
          Set<Listener> all = some == null ? ConcurrentHashMap.newKeySet() : some;
          all.add(listener);
          return all;
        });
  }

  /** Tells it no more. */
  public void leave(UUID jobId, Listener listener) {
    listeners.computeIfPresent(
        jobId,
        (job, some) -> {
          some.remove(listener);
          return some.isEmpty() ? null : some;
        });
  }

  /** How many jobs somebody listens to. */
  public int jobs() {
    return listeners.size();
  }

  void changed(UUID jobId, boolean ended) {
    listeners.getOrDefault(jobId, Set.of()).forEach(listener -> listener.changed(ended));
  }
}
