package dev.taxon.server.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Runs each call on a platform thread of its own and stops waiting when its time is over. A thread
 * that does not answer its interrupt is abandoned: Java cannot end it. It keeps its place until it
 * ends, so there are never more threads than places.
 */
final class Deadline {
  /** No place came free in time: too many abandoned threads still run. */
  static final class NoPlace extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final Semaphore places;
  private final AtomicInteger abandoned = new AtomicInteger();

  /**
   * @param places calls that run at once, abandoned ones included
   */
  Deadline(int places) {
    this.places = new Semaphore(places, true);
  }

  /** Threads that still run though nobody waits for them. */
  int abandoned() {
    return abandoned.get();
  }

  /**
   * The call's result.
   *
   * @param time for the call, and once more at most for a free place before it
   * @throws TimeoutException when the time was over; the thread has been interrupted
   * @throws ExecutionException what the call threw
   * @throws InterruptedException when the caller was interrupted; so has been the thread
   */
  <T> T call(Duration time, Callable<T> call)
      throws NoPlace, TimeoutException, ExecutionException, InterruptedException {
    if (!places.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new NoPlace();
    }
    var run = new Run<>(call, MDC.getCopyOfContextMap());
    try {
      Thread.ofPlatform().daemon().name("reading").start(run);
    } catch (OutOfMemoryError noThread) {
      places.release();
      throw noThread;
    }
    try {
      return run.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | InterruptedException e) {
      run.abandon();
      throw e;
    }
  }

  /** One call and its thread. */
  private final class Run<T> extends FutureTask<T> {
    private final @Nullable Map<String, String> context;
    private boolean isAbandoned;
    private boolean isOver;

    Run(Callable<T> call, @Nullable Map<String, String> context) {
      super(call);
      this.context = context;
    }

    @Override
    public void run() {
      try {
        if (context != null) {
          MDC.setContextMap(context);
        }
        super.run();
      } finally {
        over();
      }
    }

    private synchronized void over() {
      isOver = true;
      if (isAbandoned) {
        abandoned.decrementAndGet();
      }
      places.release();
    }

    private synchronized void abandon() {
      cancel(true);
      if (!isOver) {
        isAbandoned = true;
        abandoned.incrementAndGet();
      }
    }
  }
}
