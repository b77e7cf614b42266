package dev.taxon.bench.fit;

import dev.taxon.bench.quality.Corpus;
import dev.taxon.bench.quality.Digest;
import dev.taxon.bench.quality.KeptVectors;
import dev.taxon.bench.quality.Options;
import dev.taxon.bench.quality.Progress;
import dev.taxon.bench.quality.ReadDocuments;
import dev.taxon.bench.quality.Shared;
import dev.taxon.bench.quality.TextSet;
import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.Fitted;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;
import dev.taxon.engine.Measured;
import dev.taxon.engine.Way;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Learns the weights of the engine's parts and of its confidence from a collection, tells how well
 * they do on documents and rule sets that they did not see, and writes the file that ships. The
 * same documents, engine and encoder give the same digits.
 */
public final class Fit {
  private static final Path CACHE = Path.of("target/bench/cache");
  private static final Path SHIPPED =
      Path.of("engine/src/main/resources/dev/taxon/engine/fitted.properties");

  /** So many texts of each set teach. */
  private static final int TEXTS = 150;

  /** Parts that rules for kinds of documents do not need; what a file's format is worth is set. */
  private static final Set<String> OF_TEXTS = Set.of("format", "described");

  /**
   * Half of the cases have no right rule, which is harder than life; weighed so, a third has none.
   */
  private static final double NONE_OF_KINDS = 0.5;

  /** Who sorts texts by topic has rules for most of them: about one in twenty has none. */
  private static final double NONE_OF_TEXTS = 0.06;

  private Fit() {}

  /** Runs {@code fit [OPTIONS]}. */
  public static void main(String[] arguments) throws IOException {
    var options = new Options(List.of(arguments), Set.of("--collection", "--texts", "--out"));
    Corpus corpus =
        Corpus.read(
            options.path("--collection", Shared.folder().resolve("corpus/dev")),
            null,
            new ReadDocuments(new FileReader(ReaderSettings.DEFAULT), CACHE.resolve("documents")));
    List<TextSet> texts =
        TextSet.readAll(
            options.path("--texts", Shared.folder().resolve("corpus/benchmarks")), TEXTS);
    Fitted fitted = Fitted.shipped();
    try (var model = new SentenceEncoder(0);
        var encoder = new KeptVectors(model, CACHE)) {
      Knowledge knowledge = Knowledge.shipped(encoder);
      for (Way way : List.of(Way.FAST, Way.FULL)) {
        String name = way.name().toLowerCase(Locale.ROOT);
        Progress.tell("measuring, " + name);
        var classifier = new KnowingClassifier(() -> knowledge, way);
        fitted = learned(fitted, name + ".", Choices.of(corpus, classifier), true);
        fitted = learned(fitted, name + ".plain.", Choices.of(texts, classifier), false);
      }
    }
    Path out = options.path("--out", SHIPPED);
    Files.writeString(out, file(fitted, corpus, texts));
    Progress.tell("written to " + out);
  }

  /** Numbers for rules that ask for kinds of documents, or for others. */
  private static Fitted learned(Fitted before, String prefix, Choices choices, boolean ofKinds) {
    double[] start =
        Measured.parts().stream().mapToDouble(part -> before.get(prefix + part)).toArray();
    var weights = new WeightsFit(choices, start, ofKinds ? OF_TEXTS : Set.of());
    System.out.printf("%n== %s ==%n%s", prefix, weights.told());
    Fitted fitted = before;
    for (int part = 0; part < start.length; part++) {
      fitted = fitted.with(prefix + Measured.parts().get(part), rounded(weights.whole()[part]));
    }
    var certainty =
        new CertaintyFit(choices, weights, ofKinds, ofKinds ? NONE_OF_KINDS : NONE_OF_TEXTS);
    System.out.print(certainty.told());
    for (int i = 0; i < Measured.featureNames().size(); i++) {
      String feature = Measured.featureNames().get(i);
      fitted =
          fitted
              .with(prefix + "right." + feature, rounded(certainty.right()[i]))
              .with(prefix + "none." + feature, rounded(certainty.none()[i]));
    }
    return fitted;
  }

  private static double rounded(double number) {
    return Math.rint(number * 10_000) / 10_000 + 0.0;
  }

  private static String file(Fitted fitted, Corpus corpus, List<TextSet> texts) {
    var file = new StringBuilder();
    file.append("# Learned from documents by ./dev bench fit; written by it, not by hand.\n");
    file.append("# fast. and full. are the two ways: weights of a rule's parts, and of what the\n");
    file.append("# confidence in the winner (right) and in none of the rules (none) is made of;\n");
    file.append("# plain. where rules ask for topics and not for kinds of document.\n");
    file.append("# kinds. weighs what speaks for a kind, rules. what a rule says of kinds.\n");
    file.append("# documents = ").append(corpus.documents().size()).append('\n');
    file.append("# sha256 of what was read of them and of their labels = ");
    file.append(Digest.of(corpus.documents().toString(), corpus.sets().toString())).append('\n');
    file.append("# texts = ").append(texts.stream().mapToInt(set -> set.texts().size()).sum());
    file.append(" of ").append(texts.size()).append(" sets\n# sha256 of them = ");
    file.append(Digest.of(texts.toString())).append('\n');
    fitted
        .numbers()
        .forEach((name, value) -> file.append(name).append(" = ").append(value).append('\n'));
    return file.toString();
  }
}
