package dev.taxon.server;

import dev.taxon.store.Sweeper;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps now and then, the first time soon after the start. */
final class Sweeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LAST = Duration.ofSeconds(10);

  private final Sweeper sweeper;
  private final Metrics metrics;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sweeper").factory());

  Sweeping(Sweeper sweeper, Metrics metrics) {
    this.sweeper = sweeper;
    this.metrics = metrics;
  }

  void start(Duration interval) {
    Duration first = interval.compareTo(SOON) < 0 ? interval : SOON;
    var _ =
        timer.scheduleWithFixedDelay(
            this::sweep, first.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      Sweeper.Sweep sweep = sweeper.sweep();
      metrics.swept(sweep);
      if (sweep.files() + sweep.blobs() + sweep.temporaryFiles() > 0) {
        LOG.info(
            "Swept {} expired files, {} contents and {} temporary files: {} bytes.",
            sweep.files(),
            sweep.blobs(),
            sweep.temporaryFiles(),
            sweep.bytes());
      }
    } catch (RuntimeException e) {
      // the next sweep does what this one did not
      LOG.warn("The sweep did not end well.", e);
    }
  }

  /** Lets a sweep that runs come to its end. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
