package dev.taxon.bench.fit;

import dev.taxon.bench.quality.Corpus;
import dev.taxon.bench.quality.Digest;
import dev.taxon.bench.quality.KeptVectors;
import dev.taxon.bench.quality.Options;
import dev.taxon.bench.quality.Progress;
import dev.taxon.bench.quality.ReadDocuments;
import dev.taxon.bench.quality.Shared;
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

  private Fit() {}

  /** Runs {@code fit [OPTIONS]}. */
  public static void main(String[] arguments) throws IOException {
    var options = new Options(List.of(arguments), Set.of("--collection", "--out"));
    Corpus corpus =
        Corpus.read(
            options.path("--collection", Shared.folder().resolve("corpus/dev")),
            null,
            new ReadDocuments(new FileReader(ReaderSettings.DEFAULT), CACHE.resolve("documents")));
    Fitted fitted = Fitted.shipped();
    try (var model = new SentenceEncoder(0);
        var encoder = new KeptVectors(model, CACHE)) {
      Knowledge knowledge = Knowledge.shipped(encoder);
      for (Way way : List.of(Way.FAST, Way.FULL)) {
        String name = way.name().toLowerCase(Locale.ROOT);
        Progress.tell("measuring, " + name);
        Choices choices = Choices.of(corpus, new KnowingClassifier(() -> knowledge, way));
        double[] start =
            Measured.parts().stream().mapToDouble(part -> number(name, part)).toArray();
        var weights = new WeightsFit(choices, start);
        System.out.printf("%n== %s ==%n%s", name, weights.told());
        for (int part = 0; part < start.length; part++) {
          fitted =
              fitted.with(name + "." + Measured.parts().get(part), rounded(weights.whole()[part]));
        }
        var certainty = new CertaintyFit(choices, weights);
        System.out.print(certainty.told());
        for (int i = 0; i < Measured.featureNames().size(); i++) {
          String feature = Measured.featureNames().get(i);
          fitted =
              fitted
                  .with(name + ".right." + feature, rounded(certainty.right()[i]))
                  .with(name + ".none." + feature, rounded(certainty.none()[i]))
                  .with(name + ".plain.right." + feature, rounded(certainty.plainRight()[i]))
                  .with(name + ".plain.none." + feature, rounded(certainty.plainNone()[i]));
        }
      }
    }
    Path out = options.path("--out", SHIPPED);
    Files.writeString(out, file(fitted, corpus));
    Progress.tell("written to " + out);
  }

  private static double number(String way, String part) {
    return Fitted.shipped().get(way + "." + part);
  }

  private static double rounded(double number) {
    return Math.rint(number * 10_000) / 10_000 + 0.0;
  }

  private static String file(Fitted fitted, Corpus corpus) {
    var file = new StringBuilder();
    file.append("# Learned from documents by ./dev bench fit; written by it, not by hand.\n");
    file.append("# fast. and full. are the two ways: weights of a rule's parts, and of what the\n");
    file.append(
        "# confidence in the winner (right) and in none of the rules (none) is made of,\n# plain where rules ask for topics and not for kinds of document.\n");
    file.append("# kinds. weighs what speaks for a kind, rules. what a rule says of kinds.\n");
    file.append("# documents = ").append(corpus.documents().size()).append('\n');
    file.append("# sha256 of what was read of them and of their labels = ");
    file.append(Digest.of(corpus.documents().toString(), corpus.sets().toString())).append('\n');
    fitted
        .numbers()
        .forEach((name, value) -> file.append(name).append(" = ").append(value).append('\n'));
    return file.toString();
  }
}
