package dev.taxon.cli.official.wire;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sends a request up to three times: again when no answer came, or when the status or the server's
 * own header ask for it, after the time that the server names or half a second, doubled each time.
 */
public final class Exchange {
  private static final int RETRIES = 2;
  private static final int REDIRECTS = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(1);

  /** Waits. */
  public interface Pause {
    void last(Duration time) throws InterruptedException;
  }

  private final Transport transport;
  private final Pause pause;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Optional<DebugLog> log;

  public Exchange(
      Transport transport,
      Pause pause,
      RandomGenerator random,
      InstantSource clock,
      Optional<DebugLog> log) {
    this.transport = transport;
    this.pause = pause;
    this.random = random;
    this.clock = clock;
    this.log = log;
  }

  /**
   * The last answer, whatever its status.
   *
   * @throws Unreachable if the last attempt had none
   */
  public Answer send(Request request) throws Unreachable {
    for (int retry = 0; ; retry++) {
      Request attempt = request.with("X-Stainless-Retry-Count", Integer.toString(retry));
      try {
        Answer answer = follow(attempt);
        if (retry == RETRIES || !wantsRetry(answer)) {
          return answer;
        }
        rest(asked(answer).orElse(pauseBefore(retry)));
      } catch (Unreachable e) {
        if (retry == RETRIES) {
          throw e;
        }
        rest(pauseBefore(retry));
      }
    }
  }

  /** Sends it and follows redirects; another server does not get the key. */
  private Answer follow(Request first) throws Unreachable {
    Request request = first;
    for (int hop = 0; ; hop++) {
      Answer answer = once(request);
      Optional<String> location = answer.header("location");
      if (answer.status() / 100 != 3 || location.isEmpty() || hop == REDIRECTS) {
        return answer;
      }
      boolean same = answer.status() == 307 || answer.status() == 308;
      if (!same && !(answer.status() >= 301 && answer.status() <= 303)) {
        return answer;
      }
      URI target;
      try {
        target = request.uri().resolve(location.get());
      } catch (IllegalArgumentException e) {
        return answer;
      }
      var headers = new java.util.TreeMap<>(request.headers());
      if (!String.valueOf(target.getAuthority()).equals(request.uri().getAuthority())) {
        headers.remove("Authorization");
      }
      if (!same) {
        headers.remove("Content-Type");
      }
      request =
          same
              ? new Request(request.method(), target, headers, request.body())
              : new Request("GET", target, headers, Body.none());
    }
  }

  private Answer once(Request request) throws Unreachable {
    log.ifPresent(open -> open.request(request));
    try {
      Answer answer = transport.send(request);
      log.ifPresent(open -> open.answer(answer));
      return answer;
    } catch (IOException e) {
      throw Unreachable.of(request, e);
    }
  }

  private static boolean wantsRetry(Answer answer) {
    String said = answer.header("x-should-retry").orElse("");
    if (said.equals("true") || said.equals("false")) {
      return said.equals("true");
    }
    int status = answer.status();
    return status == 408 || status == 409 || status == 429 || status >= 500;
  }

  /** The pause that the server asks for, when it is under a minute. */
  private Optional<Duration> asked(Answer answer) {
    Optional<Duration> asked =
        number(answer, "retry-after-ms", 1)
            .or(() -> number(answer, "retry-after", 1000))
            .or(() -> answer.header("retry-after").flatMap(this::untilDate));
    return asked.filter(time -> !time.isNegative() && time.compareTo(LONGEST_ASKED) < 0);
  }

  private static Optional<Duration> number(Answer answer, String header, double millis) {
    try {
      return answer
          .header(header)
          .map(text -> Duration.ofNanos((long) (Double.parseDouble(text) * millis * 1e6)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<Duration> untilDate(String text) {
    try {
      var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), date.toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** 0.5 s, then 1 s, each less up to a quarter. */
  private Duration pauseBefore(int retry) {
    long nanos = FIRST_PAUSE.multipliedBy(1L << retry).toNanos();
    return Duration.ofNanos(nanos - random.nextLong(nanos / 4));
  }

  private void rest(Duration time) {
    try {
      pause.last(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
