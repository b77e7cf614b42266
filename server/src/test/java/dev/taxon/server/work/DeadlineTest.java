package dev.taxon.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class DeadlineTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Deadline deadline = new Deadline(1);

  @Test
  void aCallInTimeGivesItsResult() throws Exception {
    assertThat(deadline.call(LONG, () -> "done")).isEqualTo("done");
    assertThat(deadline.abandoned()).isZero();
  }

  @Test
  void whatACallThrowsIsTheCause() {
    var cause = new StackOverflowError();
    assertThatThrownBy(() ->
            deadline.call(
                LONG,
                () -> {
                  throw cause;
                }))
        .isInstanceOf(ExecutionException.class)
        .hasCause(cause);
  }

  @Test
  void aCallThatListensIsInterruptedAndLeavesNothingBehind() {
    assertThatThrownBy(() -> deadline.call(SHORT, () -> new CountDownLatch(1).await(1, HOURS)))
        .isInstanceOf(TimeoutException.class);
    await().untilAsserted(() -> assertThat(deadline.abandoned()).isZero());
  }

  @Test
  void aCallThatNeverReturnsIsAbandonedAndKeepsItsPlaceUntilItEnds() throws Exception {
    var end = new CountDownLatch(1);
    assertThatThrownBy(() -> deadline.call(SHORT, () -> deaf(end)))
        .isInstanceOf(TimeoutException.class);
    assertThat(deadline.abandoned()).isEqualTo(1);
    assertThatThrownBy(() -> deadline.call(SHORT, () -> "no place"))
        .isInstanceOf(Deadline.NoPlace.class);

    end.countDown();

    assertThat(deadline.call(LONG, () -> "a place again")).isEqualTo("a place again");
    assertThat(deadline.abandoned()).isZero();
  }

  @Test
  void anInterruptReachesTheCall() throws Exception {
    var begun = new CountDownLatch(1);
    var heard = new CountDownLatch(1);
    var thrown = new AtomicReference<Throwable>();
    Thread caller =
        Thread.ofPlatform()
            .start(() -> {
              try {
                deadline.call(
                    LONG,
                    () -> {
                      begun.countDown();
                      try {
                        return new CountDownLatch(1).await(1, HOURS);
                      } finally {
                        heard.countDown();
                      }
                    });
              } catch (Exception e) {
                thrown.set(e);
              }
            });
    begun.await();

    caller.interrupt();
    caller.join();

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    heard.await();
  }

  @Test
  void logLinesOfTheCallSayWhatTheyAreAbout() throws Exception {
    MDC.put("job_id", "42");
    try {
      assertThat(deadline.call(LONG, () -> MDC.get("job_id"))).isEqualTo("42");
    } finally {
      MDC.remove("job_id");
    }
  }

  private static final java.util.concurrent.TimeUnit HOURS = java.util.concurrent.TimeUnit.HOURS;

  /** Waits for the end whatever interrupts it. */
  private static String deaf(CountDownLatch end) {
    while (true) {
      try {
        end.await();
        return "late";
      } catch (InterruptedException ignored) {
        // deaf
      }
    }
  }
}
