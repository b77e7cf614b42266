package dev.taxon.cli.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line on the standard error, for programs; at most ten a second, and the last.
 */
public final class ProgressJson implements Progress {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final PrintStream err;
  private final LongSupplier nanos;
  private final long started;
  private long printed;

  /**
   * Begins to count time.
   *
   * @param nanos a clock such as {@link System#nanoTime}
   */
  public ProgressJson(PrintStream err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
    this.printed = started - PAUSE.toNanos();
  }

  private record Line(
      String doing, int done, int total, double seconds, TreeMap<String, Integer> counts) {}

  @Override
  public synchronized void at(Step step) {
    long now = nanos.getAsLong();
    if (now - printed < PAUSE.toNanos() && step.done() < step.total()) {
      return;
    }
    printed = now;
    double seconds = Math.round((now - started) / 1e6) / 1e3;
    var line =
        new Line(step.doing(), step.done(), step.total(), seconds, new TreeMap<>(step.counts()));
    err.println(JsonMapper.shared().writeValueAsString(line));
  }

  @Override
  public void aside(Runnable print) {
    print.run();
  }

  @Override
  public void close() {}
}
