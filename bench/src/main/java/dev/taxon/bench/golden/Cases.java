package dev.taxon.bench.golden;

import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.TextEncoder;
import dev.taxon.bench.quality.Corpus;
import dev.taxon.bench.quality.DocumentSet;
import dev.taxon.bench.quality.ReadDocuments;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;
import dev.taxon.engine.Way;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All documents of a collection under the rules of each of its sets, by the fast way and the full
 * way, and as scans by the fast way.
 */
final class Cases {
  private final List<Case> all = new ArrayList<>();
  private final KnowingClassifier fast;
  private final KnowingClassifier full;

  /**
   * Reads the collection.
   *
   * @param kept a folder for what was read
   */
  Cases(Path collection, Path kept, TextEncoder encoder) throws IOException {
    Knowledge knowledge = Knowledge.shipped(encoder);
    fast = new KnowingClassifier(() -> knowledge, Way.FAST);
    full = new KnowingClassifier(() -> knowledge, Way.FULL);
    Corpus corpus =
        Corpus.read(
            collection, null, new ReadDocuments(new FileReader(ReaderSettings.DEFAULT), kept));
    for (DocumentSet set : corpus.sets()) {
      for (Map.Entry<String, Document> each : corpus.documents().entrySet()) {
        String file = Path.of(each.getKey()).getFileName().toString();
        add(set, Way.FAST, file, each.getValue());
        add(set, Way.FULL, file, each.getValue());
        add(set, Way.FAST, "scan of " + file, Case.asScan(each.getValue()));
      }
    }
  }

  private void add(DocumentSet set, Way way, String what, Document document) {
    String name = "%s %s %s".formatted(set.name(), way.name().toLowerCase(Locale.ROOT), what);
    all.add(new Case(name, document, set.wordings().getFirst().rules(), way));
  }

  /** In the order of the golden file. */
  List<Case> all() {
    return List.copyOf(all);
  }

  /** May be called from any thread. */
  Decision decide(Case each) {
    return (each.way() == Way.FAST ? fast : full).classify(each.document(), each.rules());
  }
}
