package dev.taxon.cli.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line at the bottom of a terminal, drawn anew ten times a second and taken away at the end. It
 * first shows after half a second: what is done sooner needs no line.
 */
public final class ProgressLine implements Progress {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int BAR = 20;
  private static final int SHORTEST_BAR = 5;
  private static final String ERASE = "\r\u001B[K";

  private final PrintStream err;
  private final int width;
  private final LongSupplier nanos;
  private final long started;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("progress").unstarted(task));
  private @Nullable Step step;
  private long stepStarted;
  private String shown = "";

  /**
   * Begins to count the half second.
   *
   * @param width of the terminal, in characters
   * @param nanos a clock such as {@link System#nanoTime}
   */
  public ProgressLine(PrintStream err, int width, LongSupplier nanos) {
    this.err = err;
    this.width = width;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
    this.stepStarted = started;
    var _ = ticks.scheduleAtFixedRate(this::draw, 100, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void at(Step step) {
    if (this.step == null || !this.step.doing().equals(step.doing())) {
      stepStarted = nanos.getAsLong();
    }
    this.step = step;
  }

  @Override
  public synchronized void aside(Runnable print) {
    erase();
    print.run();
    draw();
  }

  @Override
  public synchronized void close() {
    ticks.shutdownNow();
    erase();
    step = null;
  }

  /** Draws the line if its time has come and something changed. */
  synchronized void draw() {
    if (step == null || nanos.getAsLong() - started < PATIENCE.toNanos()) {
      return;
    }
    String line = line(step, Duration.ofNanos(nanos.getAsLong() - stepStarted), width - 1);
    if (!line.equals(shown)) {
      err.print(ERASE + line);
      err.flush();
      shown = line;
    }
  }

  private void erase() {
    if (!shown.isEmpty()) {
      err.print(ERASE);
      err.flush();
      shown = "";
    }
  }

  /**
   * {@code reading [=====> ] 128/340 eta 7 s invoice 61 resume 40 – 27}, cut to the width; the bar
   * gives way first.
   */
  static String line(Step step, Duration elapsed, int width) {
    String figures = "%d/%d%s".formatted(step.done(), step.total(), eta(step, elapsed));
    int room = width - "%s [] %s".formatted(step.doing(), figures).length();
    int wide = Math.clamp(room, SHORTEST_BAR, BAR);
    int full = step.total() == 0 ? wide : (int) ((long) wide * step.done() / step.total());
    String bar = "=".repeat(full) + (full < wide ? ">" + " ".repeat(wide - full - 1) : "");
    String counts =
        step.counts().entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> "  " + entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining());
    String line = "%s [%s] %s%s".formatted(step.doing(), bar, figures, counts);
    int end = line.offsetByCodePoints(0, Math.min(width, line.codePointCount(0, line.length())));
    return line.substring(0, end);
  }

  private static String eta(Step step, Duration elapsed) {
    if (step.done() == 0 || step.done() >= step.total()) {
      return "";
    }
    long seconds =
        Math.round(elapsed.toMillis() / 1000.0 * (step.total() - step.done()) / step.done());
    return seconds < 120 ? "  eta " + seconds + " s" : "  eta " + (seconds + 30) / 60 + " min";
  }
}
