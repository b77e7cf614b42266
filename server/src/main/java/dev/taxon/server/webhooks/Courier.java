package dev.taxon.server.webhooks;

import dev.taxon.server.outbound.Outbound;
import dev.taxon.server.outbound.RefusedTarget;
import dev.taxon.server.outbound.Target;
import dev.taxon.server.outbound.Unreached;
import dev.taxon.store.Deliveries;
import dev.taxon.store.DeliveryAttempt;
import dev.taxon.store.DeliveryStatus;
import dev.taxon.store.DeliveryWork;
import dev.taxon.store.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits. One thread looks for deliveries that are due, when the bell rings or the next
 * one falls due; each is sent on a virtual thread of its own. A delivery is claimed before it is
 * sent and noted afterwards, so one that a death cuts off is sent again, with the same id and
 * bytes.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** Other servers of a common database may bring work without a bell. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Beyond the time for an answer, before a claim ends. */
  private static final Duration SPARE = Duration.ofSeconds(30);

  private static final Duration STOP = Duration.ofSeconds(5);

  private final Deliveries deliveries;
  private final Outbound outbound;
  private final Sealing sealing;
  private final CourierSettings settings;
  private final Clock clock;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread looker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Map<String, Integer> busy = new HashMap<>();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private int underWay;
  private boolean bell = true;
  private boolean stops;

  public Courier(
      Deliveries deliveries,
      Outbound outbound,
      Sealing sealing,
      CourierSettings settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.outbound = outbound;
    this.sealing = sealing;
    this.settings = settings;
    this.clock = clock;
    this.looker = Thread.ofPlatform().name("courier").daemon().unstarted(this::look);
  }

  /** Takes up what an earlier life of this server left, and sends from now on. */
  public void start() {
    deliveries.attend(settings.attempts(), this::ring);
    deliveries.release(settings.server());
    looker.start();
  }

  /** Tries that a receiver took. */
  public long delivered() {
    return delivered.sum();
  }

  /** Tries that came to nothing. */
  public long failed() {
    return failed.sum();
  }

  private void ring() {
    lock.lock();
    try {
      bell = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void look() {
    try {
      while (awaitWork()) {
        send(claimed());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until there may be something to send and room to send it; false when it is over. */
  private boolean awaitWork() throws InterruptedException {
    Duration pause = pause();
    lock.lock();
    try {
      long left = pause.toNanos();
      while (!stops && (!bell || underWay >= settings.atOnce()) && left > 0) {
        left = rung.awaitNanos(left);
      }
      bell = false;
      return !stops;
    } finally {
      lock.unlock();
    }
  }

  private Duration pause() {
    try {
      return deliveries
          .nextDue()
          .map(due -> Duration.between(clock.instant(), due))
          .filter(wait -> wait.compareTo(LOOK) < 0)
          // one that is due and was not taken waits for room, which rings
          .map(wait -> wait.isPositive() ? wait : Duration.ofMillis(100))
          .orElse(LOOK);
    } catch (StoreUnavailable | IllegalStateException e) {
      return LOOK;
    }
  }

  private List<DeliveryWork> claimed() {
    Map<String, Integer> receivers;
    int room;
    lock.lock();
    try {
      receivers = Map.copyOf(busy);
      room = settings.atOnce() - underWay;
    } finally {
      lock.unlock();
    }
    if (room <= 0) {
      return List.of();
    }
    try {
      Instant until = clock.instant().plus(settings.answer()).plus(SPARE);
      return deliveries.claim(settings.server(), until, room, receivers, settings.perReceiver());
    } catch (RuntimeException e) {
      LOG.warn("Deliveries cannot be looked up now; they are tried again shortly.", e);
      return List.of();
    }
  }

  private void send(List<DeliveryWork> works) {
    for (var work : works) {
      lock.lock();
      try {
        underWay++;
        busy.merge(work.receiver(), 1, Integer::sum);
        // more may be due than there was room for
        bell = true;
      } finally {
        lock.unlock();
      }
      senders.execute(() -> {
        try {
          deliver(work);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
          LOG.warn("A delivery could not be noted; it is sent again.", e);
        } finally {
          done(work);
        }
      });
    }
  }

  private void done(DeliveryWork work) {
    lock.lock();
    try {
      underWay--;
      busy.merge(work.receiver(), -1, (before, less) -> before + less == 0 ? null : before + less);
      bell = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void deliver(DeliveryWork work) throws InterruptedException {
    Instant began = clock.instant();
    long start = System.nanoTime();
    Integer status = null;
    String problem = null;
    boolean hopeless = work.webhook().isDeleted();
    try {
      if (hopeless) {
        problem = "its owner deleted the webhook";
      } else {
        status = post(work);
      }
    } catch (RefusedTarget | Unreached e) {
      problem = e.getMessage();
    } catch (Seal.WrongKey e) {
      problem = "its secrets were sealed with a key that this server does not have";
      hopeless = true;
    }
    boolean took = status != null && status >= 200 && status < 300;
    (took ? delivered : failed).increment();
    var then =
        took
            ? DeliveryStatus.DELIVERED
            : hopeless || work.attemptsLeft() <= 1 ? DeliveryStatus.FAILED : DeliveryStatus.WAITING;
    note(work, new DeliveryAttempt(0, began, millis(start), status, problem), then);
  }

  private static long millis(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private int post(DeliveryWork work) throws Unreached, Seal.WrongKey, InterruptedException {
    byte[] body = work.body().getBytes(StandardCharsets.UTF_8);
    HookSecrets secrets = sealing.open(work.webhook());
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    secrets
        .headers()
        .forEach((name, value) -> {
          if (!isOurs(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, value);
          }
        });
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", settings.userAgent());
    headers.put("X-Webhook-Event-ID", work.id().toString());
    headers.put("X-Webhook-Event-Type", work.eventType());
    if (secrets.signing() != null) {
      headers.put("LC-Signature", Signature.of(secrets.signing(), body));
    }
    return outbound.post(Target.of(work.webhook().url()), headers, body, settings.answer());
  }

  /** What a receiver believes is the service's own word. */
  private static boolean isOurs(String name) {
    return name.equals("lc-signature") || name.startsWith("x-webhook-");
  }

  private void note(DeliveryWork work, DeliveryAttempt attempt, DeliveryStatus then) {
    @Nullable Instant due =
        then == DeliveryStatus.WAITING
            ? clock.instant().plus(pauseAfter(work.attemptsLeft()))
            : null;
    deliveries.attempted(work.id(), attempt, then, due);
    if (then == DeliveryStatus.FAILED) {
      LOG.warn(
          "The delivery {} was given up: {}.",
          work.id(),
          attempt.httpStatus() == null ? attempt.problem() : "answered " + attempt.httpStatus());
    }
  }

  /** A second, then two, then four. */
  private Duration pauseAfter(int attemptsLeft) {
    int made = Math.max(0, settings.attempts() - attemptsLeft);
    return settings.firstPause().multipliedBy(1L << Math.min(made, 6));
  }

  /**
   * Lets what is under way end, for 5 seconds; what is cut off is sent again after the next start.
   */
  @Override
  public void close() {
    deliveries.attend(settings.attempts(), () -> {});
    lock.lock();
    try {
      stops = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      looker.join(STOP);
      senders.shutdown();
      if (!senders.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        senders.shutdownNow();
        senders.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
