package dev.taxon.cli.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices Ctrl-C, and keeps the process alive until what is done by then is written down.
 *
 * <p>The signal starts the machine's shutdown; this hook holds it up, for some seconds at most,
 * while the command goes on to its end. The process then ends with the signal's own code, 130.
 */
final class Interruption implements AutoCloseable {
  /** So long a command may take to write down what it has. */
  private static final long MOST_SECONDS = 10;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::holdUp);

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void holdUp() {
    asked.countDown();
    try {
      var _ = written.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits, at most so long, for an interruption. */
  boolean awaitAsked(long millis) throws InterruptedException {
    return asked.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Everything is written; the process may go. */
  @Override
  public void close() {
    written.countDown();
    if (!isAsked()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // it came at this very moment; nothing is left to hold up
      }
    }
  }
}
