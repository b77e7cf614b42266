package dev.taxon.bench.quality;

import dev.taxon.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets of labelled documents and all that was read of them.
 *
 * @param documents by file; a file that holds nothing to read is not there
 */
public record Corpus(List<DocumentSet> sets, Map<String, Document> documents) {
  private static final int TOLD = 50;

  /**
   * Reads what is wanted of a collection.
   *
   * @param wanted names of sets, or null for all
   */
  public static Corpus read(Path folder, @Nullable List<String> wanted, ReadDocuments reading)
      throws IOException {
    var collection = new DocumentCollection(folder);
    List<DocumentSet> sets =
        collection.sets().stream()
            .filter(set -> wanted == null || wanted.contains(set.name()))
            .toList();
    var labelled = new LinkedHashMap<String, Labelled>();
    sets.forEach(set -> set.documents().forEach(each -> labelled.put(each.file(), each)));
    var documents = new LinkedHashMap<String, Document>();
    var silent = new ArrayList<String>();
    int seen = 0;
    for (Labelled each : labelled.values()) {
      Document document = reading.read(collection.path(each));
      if (document == null) {
        silent.add(each.file());
      } else {
        documents.put(each.file(), document);
      }
      if (++seen % TOLD == 0) {
        Progress.tell(seen + " of " + labelled.size() + " documents read");
      }
    }
    Progress.tell(documents.size() + " documents read; nothing to read in " + silent);
    return new Corpus(sets, documents);
  }
}
