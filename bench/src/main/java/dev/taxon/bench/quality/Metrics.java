package dev.taxon.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Figures by name, in the order in which they came. */
final class Metrics {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One figure.
   *
   * @param low lower end of the 95 % interval, or null where there is none
   */
  record Metric(double value, @Nullable Double low, @Nullable Double high) {}

  private final Map<String, Metric> metrics = new LinkedHashMap<>();

  void put(String name, double value) {
    metrics.put(name, new Metric(rounded(value), null, null));
  }

  /** The share of answers that hold, with its interval; nothing where there are no answers. */
  void share(String name, List<Answer> answers, Predicate<Answer> holds) {
    if (answers.isEmpty()) {
      return;
    }
    var cases = new boolean[answers.size()];
    double count = 0;
    for (int i = 0; i < cases.length; i++) {
      cases[i] = holds.test(answers.get(i));
      count += cases[i] ? 1 : 0;
    }
    Interval interval = Interval.of(cases);
    metrics.put(
        name,
        new Metric(
            rounded(count / cases.length), rounded(interval.low()), rounded(interval.high())));
  }

  /** More digits than four are noise, and would make reports differ between machines. */
  private static double rounded(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }

  @Nullable Metric get(String name) {
    return metrics.get(name);
  }

  /** The mean of those that are there of some names; NaN where none is. */
  double mean(List<String> names) {
    return names.stream()
        .map(metrics::get)
        .filter(metric -> metric != null)
        .mapToDouble(Metric::value)
        .average()
        .orElse(Double.NaN);
  }

  Map<String, Metric> all() {
    return metrics;
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(metrics) + "\n");
  }

  /** Reads what {@link #write} wrote; nothing where there is no such file. */
  static Metrics read(Path file) throws IOException {
    var read = new Metrics();
    if (Files.exists(file)) {
      JsonNode top = JSON.readTree(Files.readString(file));
      top.propertyStream()
          .forEach(each -> read.put(each.getKey(), each.getValue().path("value").asDouble()));
    }
    return read;
  }
}
