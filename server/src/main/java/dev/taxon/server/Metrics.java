package dev.taxon.server;

import dev.taxon.ReadFailure;
import dev.taxon.server.work.WorkObserver;
import dev.taxon.store.Sweeper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is counted and timed, as Prometheus reads it. Labels have few values: operations of the
 * contract, statuses, codes; never an id or a name.
 */
final class Metrics implements WorkObserver, AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final Timer reading = timer("taxon.reading", "From a document's start to its pages");
  private final Timer deciding = timer("taxon.deciding", "From a document's pages to its decision");
  private final Counter retried =
      counter("taxon.documents.retried", "Documents that went back to the queue");
  private final Counter sweptBytes =
      counter("taxon.swept.bytes", "Bytes freed in the folder of file contents");
  private final Counter sweptFiles = counter("taxon.swept.files", "Expired files removed");

  Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  /** Prometheus text, version 0.0.4. */
  String text() {
    return registry.scrape();
  }

  /** A value that is asked for at each scrape. */
  <T> void gauge(String name, String meaning, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value).description(meaning).register(registry);
  }

  /**
   * A number that only grows, asked for at each scrape.
   *
   * @param status the value of the label of that name, or null for no label
   */
  <T> void count(
      String name, String meaning, @Nullable String status, T of, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, of, value)
        .description(meaning)
        .tags(status == null ? Tags.empty() : Tags.of("status", status))
        .register(registry);
  }

  void request(String operation, int status, Duration time) {
    Timer.builder("taxon.requests")
        .description("Requests by operation and status")
        .tag("operation", operation)
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(time);
  }

  void swept(Sweeper.Sweep sweep) {
    sweptBytes.increment((double) sweep.bytes());
    sweptFiles.increment(sweep.files());
  }

  @Override
  public void read(Duration time) {
    reading.record(time);
  }

  @Override
  public void decided(Duration time, @Nullable String way) {
    deciding.record(time);
    if (way != null) {
      Counter.builder("taxon.decisions")
          .description("Decisions by how much work went into them")
          .tag("way", way)
          .register(registry)
          .increment();
    }
  }

  @Override
  public void ended(ReadFailure.@Nullable Code failure) {
    Counter.builder("taxon.documents")
        .description("Documents that have their outcome")
        .tag("outcome", failure == null ? "CLASSIFIED" : failure.name())
        .register(registry)
        .increment();
  }

  @Override
  public void retried() {
    retried.increment();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }

  private Timer timer(String name, String meaning) {
    return Timer.builder(name).description(meaning).register(registry);
  }

  private Counter counter(String name, String meaning) {
    return Counter.builder(name).description(meaning).register(registry);
  }
}
