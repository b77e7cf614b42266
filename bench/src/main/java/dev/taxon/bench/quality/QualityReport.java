package dev.taxon.bench.quality;

import dev.taxon.engine.Fitted;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** All figures of a run as Markdown: figures, never a document's name or text. */
final class QualityReport {
  private static final List<String> WAYS =
      Arrays.stream(Judged.values()).map(Judged::label).toList();
  private static final int PAIRS = 12;

  private final Metrics metrics;
  private final Metrics last;
  private final Map<String, List<Map.Entry<String, List<String>>>> confusions;
  private final StringBuilder out = new StringBuilder();

  QualityReport(
      Metrics metrics,
      Metrics last,
      Map<String, List<Map.Entry<String, List<String>>>> confusions) {
    this.metrics = metrics;
    this.last = last;
    this.confusions = confusions;
  }

  String markdown(String collection) throws IOException {
    line(String.format(Locale.ROOT, "# Quality of the engine on the collection `%s`", collection));
    line("");
    line(
        "Written by `./dev bench quality`; docs/bench.md explains the measures. 95 % intervals in");
    line("brackets; *last* is the report committed before.");
    line("");
    beside();
    everything("## Documents", name -> !name.contains(".texts.") && isFigure(name));
    everything("## Texts", name -> name.contains(".texts.") && isFigure(name));
    pairs();
    ablation();
    weights();
    return out.toString();
  }

  private static boolean isFigure(String name) {
    return !name.startsWith("ablation.");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void beside() throws IOException {
    line("## Beside what was known");
    line("");
    line(
        "| measure | words | fast | full | auto | last auto | exact words | best experiment | to reach |");
    line("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (CSVRecord row : baselines()) {
      String name = row.get("measure");
      if (WAYS.stream().anyMatch(way -> metrics.get(way + "." + name) != null)) {
        line(
            String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s | %s |",
                name,
                shown(metrics, "words." + name),
                shown(metrics, "fast." + name),
                shown(metrics, "full." + name),
                shown(metrics, "auto." + name),
                shown(last, "auto." + name),
                row.get("exact words"),
                row.get("experiment"),
                row.get("reach")));
      }
    }
    line("");
  }

  private static List<CSVRecord> baselines() throws IOException {
    var stream = Objects.requireNonNull(QualityReport.class.getResourceAsStream("baselines.csv"));
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        var parser = format.parse(reader)) {
      return parser.getRecords();
    }
  }

  private static String shown(Metrics from, String name) {
    Metrics.@Nullable Metric metric = from.get(name);
    if (metric == null) {
      return "";
    }
    Double low = metric.low();
    Double high = metric.high();
    return low == null || high == null
        ? number(metric.value())
        : "%s (%s–%s)".formatted(number(metric.value()), number(low), number(high));
  }

  private static String number(double value) {
    return Math.abs(value) >= 10
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** One line for each measure, whatever the way. */
  private void everything(String heading, java.util.function.Predicate<String> wanted) {
    List<String> names =
        metrics.all().keySet().stream()
            .filter(wanted)
            .map(name -> name.substring(name.indexOf('.') + 1))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return;
    }
    line(heading);
    line("");
    line("| measure | words | fast | full | auto | last auto |");
    line("|---|---:|---:|---:|---:|---:|");
    for (String name : names) {
      line(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s |",
              name,
              shown(metrics, "words." + name),
              shown(metrics, "fast." + name),
              shown(metrics, "full." + name),
              shown(metrics, "auto." + name),
              shown(last, "auto." + name)));
    }
    line("");
  }

  private void pairs() {
    line("## Types taken for others");
    confusions.forEach((set, pairs) -> {
      line("");
      line(String.format(Locale.ROOT, "**%s**: %d pairs", set, pairs.size()));
      line("");
      for (var pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
        line(String.format(Locale.ROOT, "* %d × %s", pair.getValue().size(), pair.getKey()));
      }
    });
    line("");
  }

  private void ablation() {
    Metrics.@Nullable Metric whole = metrics.get("ablation.nothing");
    if (whole == null) {
      return;
    }
    line("## Without one number");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "Share of right likeliest types, full, customer wording, when one number is zero; nothing"
                + " else is fitted again. With all: %s.",
            number(whole.value())));
    line("");
    line("| number | without it | change |");
    line("|---|---:|---:|");
    metrics
        .all()
        .forEach((name, metric) -> {
          if (name.startsWith("ablation.") && !name.equals("ablation.nothing")) {
            line(
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %+.3f |",
                    name.substring("ablation.".length()),
                    number(metric.value()),
                    metric.value() - whole.value()));
          }
        });
    line("");
  }

  private void weights() {
    line("## The engine's numbers");
    line("");
    Fitted.shipped()
        .numbers()
        .forEach((name, value) -> line(String.format(Locale.ROOT, "    %s = %s", name, value)));
  }
}
