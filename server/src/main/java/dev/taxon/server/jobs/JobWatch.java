package dev.taxon.server.jobs;

import dev.taxon.store.Job;
import dev.taxon.store.JobNews;
import dev.taxon.store.JobStanding;
import dev.taxon.store.Jobs;
import dev.taxon.store.Scope;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for what happens to jobs, without asking the database for each who waits.
 *
 * <p>Changes made in this process are heard at once. Those of another server on the same database
 * are found by one query a second for all jobs that anybody looks out for. Who waits is a virtual
 * thread, so thousands of them cost little more than their connections.
 */
public final class JobWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Jobs jobs;
  private final Duration pause;
  private final Semaphore waits;
  private final Set<Lookout> lookouts = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private boolean closed;

  /**
   * A watch over all jobs.
   *
   * @param waits how many may wait for ends at once, at least 0
   */
  public JobWatch(Jobs jobs, int waits) {
    this(jobs, waits, PAUSE);
  }

  /**
   * As above.
   *
   * @param pause between two looks for what other servers do
   */
  JobWatch(Jobs jobs, int waits, Duration pause) {
    this.jobs = jobs;
    this.waits = new Semaphore(waits);
    this.pause = pause;
    Thread.ofVirtual().name("job-watch").start(this::look);
  }

  /** What came of waiting. */
  public enum News {
    /** The job changed. */
    CHANGED,
    /** Nothing did within the time. */
    NONE,
    /** The server is about to stop; no news will come any more. */
    CLOSING
  }

  /**
   * A job at its end, or as it is when the time is over, the server stops, or too many wait.
   *
   * @param scope in which it is found
   */
  public Job ended(Scope scope, Job job, Duration atMost) {
    if (atMost.isZero() || job.status().isTerminal() || !waits.tryAcquire()) {
      return job;
    }
    try (var lookout = lookout(job.id())) {
      long end = System.nanoTime() + atMost.toNanos();
      while (isAtWork(job.id())) {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || lookout.end(left) != News.CHANGED) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return job;
    } finally {
      waits.release();
    }
    return jobs.find(scope, job.wire(), job.id()).orElse(job);
  }

  private boolean isAtWork(UUID job) {
    JobStanding now = jobs.standings(Set.of(job)).get(job);
    return now != null && !now.status().isTerminal();
  }

  /** Begins to look out for changes of a job; to be closed. */
  public Lookout lookout(UUID job) {
    var lookout = new Lookout(job);
    lookouts.add(lookout);
    jobs.news().listen(job, lookout);
    return lookout;
  }

  /** How many look out. */
  public int lookouts() {
    return lookouts.size();
  }

  /** Ends all waiting, now and from now on. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
    lookouts.forEach(Lookout::wake);
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Looks again and again for what other servers did. */
  private void look() {
    while (goesOn()) {
      if (lookouts.isEmpty()) {
        continue;
      }
      try {
        var ids = new HashSet<UUID>();
        lookouts.forEach(lookout -> ids.add(lookout.job));
        Map<UUID, JobStanding> now = jobs.standings(ids);
        lookouts.forEach(lookout -> {
          if (ids.contains(lookout.job)) {
            lookout.seen(now.get(lookout.job));
          }
        });
      } catch (RuntimeException e) {
        LOG.warn("Jobs that are waited for could not be looked at: {}", e.getMessage());
      }
    }
  }

  /** After a pause; false when there is no need to look any more. */
  private boolean goesOn() {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (!closed && left > 0) {
        left = closing.awaitNanos(left);
      }
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** One who looks out for one job; for one thread. */
  public final class Lookout implements JobNews.Listener, AutoCloseable {
    private final UUID job;
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition news = turn.newCondition();
    private boolean isChanged;
    private boolean isEnded;
    private boolean isKnown;
    private @Nullable JobStanding standing;

    private Lookout(UUID job) {
      this.job = job;
    }

    /** Waits for a change since the last one that was told. */
    public News change(Duration atMost) throws InterruptedException {
      return await(atMost, false);
    }

    /** Waits until the job has ended, or something speaks for it. */
    News end(Duration atMost) throws InterruptedException {
      return await(atMost, true);
    }

    private News await(Duration atMost, boolean onlyEnd) throws InterruptedException {
      long left = atMost.toNanos();
      turn.lock();
      try {
        while (!isClosed()) {
          if (onlyEnd ? isEnded : isChanged) {
            isChanged = false;
            isEnded = false;
            return News.CHANGED;
          }
          if (left <= 0) {
            return News.NONE;
          }
          left = news.awaitNanos(left);
        }
        return News.CLOSING;
      } finally {
        turn.unlock();
      }
    }

    @Override
    public void changed(boolean ended) {
      turn.lock();
      try {
        isChanged = true;
        isEnded |= ended;
        news.signal();
      } finally {
        turn.unlock();
      }
    }

    private void seen(@Nullable JobStanding now) {
      boolean differs;
      turn.lock();
      try {
        // what happened before the first look may have been missed
        differs = !isKnown || !Objects.equals(standing, now);
        isKnown = true;
        standing = now;
      } finally {
        turn.unlock();
      }
      if (differs || (now != null && now.status().isTerminal())) {
        changed(now == null || now.status().isTerminal());
      }
    }

    private void wake() {
      turn.lock();
      try {
        news.signal();
      } finally {
        turn.unlock();
      }
    }

    @Override
    public void close() {
      lookouts.remove(this);
      jobs.news().leave(job, this);
    }
  }
}
