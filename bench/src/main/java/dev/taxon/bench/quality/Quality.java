package dev.taxon.bench.quality;

import dev.taxon.Classifier;
import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.Fitted;
import dev.taxon.engine.Knowledge;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the engine as it ships and writes a report; see {@code docs/bench.md}. */
public final class Quality {
  private static final Path CACHE = Path.of("target/bench/cache");
  private static final Path COMMITTED = Path.of("bench/reports/quality.json");
  private static final Path PAIRS = Path.of("target/bench/pairs.txt");
  private static final int TEXTS = 300;

  private final Options options;
  private final Metrics metrics = new Metrics();
  private final Measures measures = new Measures(metrics);
  private final Map<String, List<Map.Entry<String, List<String>>>> confusions =
      new LinkedHashMap<>();

  private Quality(Options options) {
    this.options = options;
  }

  /** Runs {@code quality [OPTIONS]}. */
  public static void main(String[] arguments) throws IOException {
    try {
      new Quality(
              new Options(
                  List.of(arguments),
                  Set.of("--collection", "--sets", "--ways", "--texts", "--report", "--ablation")))
          .run();
    } catch (IllegalArgumentException e) {
      System.err.println("bench quality: " + e.getMessage());
      System.exit(2);
    }
  }

  private void run() throws IOException {
    Path collection = options.path("--collection", Shared.folder().resolve("corpus/dev"));
    Corpus corpus =
        Corpus.read(
            collection,
            options.list("--sets"),
            new ReadDocuments(new FileReader(ReaderSettings.DEFAULT), CACHE.resolve("documents")));
    List<TextSet> texts = texts(collection.resolveSibling("benchmarks"));
    try (var model = new SentenceEncoder(0);
        var encoder = new KeptVectors(model, CACHE)) {
      for (Judged way : ways()) {
        judge(way, way.classifier(encoder), corpus, texts);
        if (!corpus.documents().isEmpty()) {
          metrics.put(way.label() + ".pace", new Pace(way.classifier(model)).measure(corpus));
        }
      }
      if (options.has("--ablation")) {
        var ablation =
            new Ablation(Knowledge.shipped(encoder), Fitted.shipped(), corpus.documents());
        corpus.sets().stream()
            .filter(DocumentSet::whole)
            .findFirst()
            .ifPresent(set -> ablation.measure(set, metrics));
      }
    }
    write(collection);
  }

  private List<Judged> ways() {
    @Nullable List<String> wanted = options.list("--ways");
    return wanted == null ? List.of(Judged.values()) : wanted.stream().map(Judged::of).toList();
  }

  private List<TextSet> texts(Path folder) throws IOException {
    var sets = new ArrayList<TextSet>();
    int most = options.number("--texts", TEXTS);
    List<String> wanted = options.list("--sets");
    if (most > 0 && Files.isDirectory(folder)) {
      for (String name : TextSet.names(folder)) {
        if (wanted == null || wanted.contains(name)) {
          sets.add(TextSet.read(folder, name, most));
        }
      }
    }
    return sets;
  }

  private void judge(Judged way, Classifier classifier, Corpus corpus, List<TextSet> texts) {
    var judge = new Judge(classifier, corpus.documents());
    for (DocumentSet set : corpus.sets()) {
      var wordings = new ArrayList<List<Answer>>();
      for (Wording wording : set.wordings()) {
        String prefix = way.label() + "." + set.name() + "." + wording.name();
        Progress.tell(prefix);
        List<Answer> answers = judge.answers(set.documents(), wording);
        wordings.add(answers);
        measures.answers(prefix, answers);
        if (set.whole()) {
          measures.slices(prefix, answers);
          var mix = new ArrayList<>(answers);
          mix.addAll(judge.answersWithoutTheirRule(set.documents(), wording));
          measures.none(prefix, mix);
          measures.confidence(prefix, answers);
          measures.few(prefix + ".few", judge.answersUnderFew(set.documents(), wording));
        }
        if (way == ways().getLast()) {
          confusions.put(set.name() + ", " + wording.name(), Measures.confusions(answers));
        }
      }
      measures.kept(way.label() + "." + set.name() + ".kept", wordings);
    }
    texts(way, judge, texts);
  }

  private void texts(Judged way, Judge judge, List<TextSet> sets) {
    var all = new ArrayList<Answer>();
    for (TextSet set : sets) {
      String prefix = way.label() + ".texts." + set.name();
      Progress.tell(prefix);
      List<Answer> answers =
          set.texts().stream()
              .map(text ->
                  judge.answer(text.label(), text.document(), set.wording(), set.wording().rules()))
              .toList();
      measures.answers(prefix, answers);
      all.addAll(answers);
    }
    if (!all.isEmpty()) {
      String prefix = way.label() + ".texts";
      for (String figure : List.of("argmax", "macroF1", "answered")) {
        metrics.put(
            prefix + ".mean." + figure,
            metrics.mean(
                sets.stream().map(set -> prefix + "." + set.name() + "." + figure).toList()));
      }
      measures.confidence(prefix + ".all", all);
    }
  }

  private void write(Path collection) throws IOException {
    Path report = options.path("--report", Path.of("target/bench/quality"));
    Files.createDirectories(report.toAbsolutePath().getParent());
    Metrics last = Metrics.read(COMMITTED);
    String markdown =
        new QualityReport(metrics, last, confusions).markdown(collection.getFileName().toString());
    Files.writeString(Path.of(report + ".md"), markdown);
    Files.writeString(PAIRS, pairs());
    metrics.write(Path.of(report + ".json"));
    System.out.println(markdown);
    Progress.tell("written to " + report + ".md and .json, documents behind each pair to " + PAIRS);
  }

  private String pairs() {
    var lines = new StringBuilder();
    confusions.forEach((set, pairs) -> {
      lines.append(set).append('\n');
      pairs.forEach(pair ->
          lines
              .append("  ")
              .append(pair.getKey())
              .append(": ")
              .append(String.join(" ", pair.getValue()))
              .append('\n'));
    });
    return lines.toString();
  }
}
