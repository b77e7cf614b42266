package dev.taxon.server;

import dev.taxon.server.http.Operations;
import dev.taxon.server.work.Work;
import dev.taxon.store.Store;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What an operator may ask of a running service without a key. */
final class Health implements Operations {
  /** How long an answer about the disk and the database is good: anyone may ask, often. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final Store store;
  private final Work work;
  private final Metrics metrics;
  private final AtomicReference<@Nullable Checked> last = new AtomicReference<>();

  private record Checked(long nanos, Operations.Health answer) {}

  Health(Store store, Work work, Metrics metrics) {
    this.store = store;
    this.work = work;
    this.metrics = metrics;
  }

  /** Fails when only a new process can help. */
  @Override
  public Operations.Health live() {
    return work.isExhausted()
        ? Operations.Health.failing(
            work.abandoned() + " files are being read without end; the server must be restarted")
        : Operations.Health.OK;
  }

  @Override
  public Operations.Health ready() {
    if (!work.isRunning()) {
      return Operations.Health.failing("the work queue is not running");
    }
    Operations.Health live = live();
    return live.ok() ? stored() : live;
  }

  private Operations.Health stored() {
    Checked before = last.get();
    if (before != null && System.nanoTime() - before.nanos() < GOOD_FOR.toNanos()) {
      return before.answer();
    }
    Operations.Health answer =
        store.isReady()
            ? Operations.Health.OK
            : Operations.Health.failing("the database or the data folder does not answer");
    last.set(new Checked(System.nanoTime(), answer));
    return answer;
  }

  @Override
  public String metrics() {
    return metrics.text();
  }

  @Override
  public void observed(String operationId, int status, long nanos) {
    metrics.request(operationId, status, Duration.ofNanos(nanos));
  }
}
