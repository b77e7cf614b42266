package dev.taxon.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.PageChoice;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import dev.taxon.reader.pages.Attempt;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ReadingThreadsTest {
  private final ReadingThreads threads = new ReadingThreads();

  @Test
  void workGivesItsResult() throws Exception {
    assertThat(threads.run(attempt(Duration.ofSeconds(20)), () -> "read")).isEqualTo("read");
    assertThat(threads.stuck()).isZero();
  }

  @Test
  void workThatWaitsIsInterruptedAtTheDeadline() {
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThatThrownBy(() ->
            threads.run(
                attempt(Duration.ofMillis(50)),
                () -> {
                  try {
                    return new CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.HOURS);
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                  }
                }))
        .isInstanceOf(TimeoutException.class);
    Awaitility.await().until(() -> interrupted.getCount() == 0);
    assertThat(threads.stuck()).isZero();
  }

  @Test
  void whatTheWorkOpenedIsClosedAtTheDeadline() {
    Attempt attempt = attempt(Duration.ofMillis(50));
    AtomicBoolean closed = new AtomicBoolean();

    assertThatThrownBy(() ->
            threads.run(
                attempt,
                () -> {
                  Closeable resource = () -> closed.set(true);
                  attempt.closing(resource);
                  while (!closed.get()) {
                    Thread.onSpinWait();
                  }
                  return "ended by the close alone";
                }))
        .isInstanceOf(TimeoutException.class);
    assertThat(closed).isTrue();
  }

  /** No parser ignores everything for ever; but if one does, it must be seen. */
  @Test
  void workThatIgnoresEverythingIsCountedUntilItEnds() {
    AtomicBoolean release = new AtomicBoolean();

    assertThatThrownBy(() ->
            threads.run(
                attempt(Duration.ofMillis(20)),
                () -> {
                  while (!release.get()) {
                    Thread.onSpinWait();
                  }
                  return "late";
                }))
        .isInstanceOf(TimeoutException.class);

    assertThat(threads.stuck()).isEqualTo(1);
    release.set(true);
    Awaitility.await().until(() -> threads.stuck() == 0);
  }

  @Test
  void aStackThatOverflowsAndMemoryThatRunsOutAreFailuresOfTheWork() {
    assertThatThrownBy(() -> threads.run(attempt(Duration.ofSeconds(20)), () -> deep(1)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
  }

  private static int deep(int depth) {
    return depth == Integer.MAX_VALUE ? 0 : 1 + deep(depth + 1);
  }

  private static Attempt attempt(Duration time) {
    ReadLimits limits = new ReadLimits(1, 1, 1, 1, time);
    ReadRequest request = new ReadRequest("file", "en", PageChoice.ALL, limits);
    return new Attempt(Path.of("file"), request, System.nanoTime());
  }
}
