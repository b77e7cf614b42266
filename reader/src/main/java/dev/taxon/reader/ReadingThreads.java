package dev.taxon.reader;

import dev.taxon.reader.pages.Attempt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs each reading on a platform thread of its own and gives the caller its turn back at the
 * deadline. Java cannot kill a thread; so at the deadline everything the attempt opened is closed
 * and the thread interrupted, which ends every parser that still reads, writes or looks at the
 * time. One that does not is counted here until it ends.
 */
final class ReadingThreads {
  /** Some parsers walk nested structures recursively. Only memory that is touched counts. */
  private static final long STACK_BYTES = 16L << 20;

  private static final long GRACE_MILLIS = 250;

  private enum State {
    RUNNING,
    STUCK,
    ENDED
  }

  private final AtomicInteger stuck = new AtomicInteger();

  /** Readings that go on beyond their time. */
  int stuck() {
    return stuck.get();
  }

  /**
   * The work's result, no later than moments after the attempt's deadline.
   *
   * @throws TimeoutException when the time was up first
   * @throws ExecutionException with what the work threw
   * @throws InterruptedException when the caller was interrupted; the work is ended too
   */
  <T> T run(Attempt attempt, Callable<T> work)
      throws ExecutionException, InterruptedException, TimeoutException {
    FutureTask<T> task = new FutureTask<>(work);
    AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    Runnable body =
        () -> {
          try {
            task.run();
          } finally {
            if (state.getAndSet(State.ENDED) == State.STUCK) {
              stuck.decrementAndGet();
            }
          }
        };
    Thread thread = new Thread(null, body, "taxon-reader", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(Math.max(1, attempt.remainingNanos()), TimeUnit.NANOSECONDS);
    } finally {
      attempt.close();
      if (!task.isDone()) {
        end(thread, state);
      }
    }
  }

  private void end(Thread thread, AtomicReference<State> state) throws InterruptedException {
    thread.interrupt();
    try {
      thread.join(GRACE_MILLIS);
    } finally {
      if (thread.isAlive() && state.compareAndSet(State.RUNNING, State.STUCK)) {
        stuck.incrementAndGet();
      }
    }
  }
}
