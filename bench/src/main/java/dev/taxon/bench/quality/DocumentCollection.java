package dev.taxon.bench.quality;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A folder of labelled documents: {@code labels.csv} (file, type, also_ok, lang, format, scan,
 * none_kind) and {@code rules/SET.yaml} with {@code SET.terse.yaml} and {@code SET.reworded.yaml}.
 * A set with {@code rules/SET.labels.csv} has labels of its own and no documents without a type;
 * for any other set all documents count, and a type that its rules lack is none.
 */
public final class DocumentCollection {
  private static final String NONE = "null";

  private final Path folder;
  private final Map<String, Labelled> labels = new LinkedHashMap<>();

  /** Reads the labels. */
  public DocumentCollection(Path folder) throws IOException {
    this.folder = folder;
    for (CSVRecord row : rows(folder.resolve("labels.csv"))) {
      String file = row.get("file");
      labels.put(
          file,
          new Labelled(
              file,
              typeOf(row.get("type")),
              Arrays.stream(optional(row, "also_ok").split(";"))
                  .map(String::strip)
                  .filter(type -> !type.isEmpty())
                  .collect(Collectors.toSet()),
              optional(row, "lang"),
              optional(row, "format"),
              optional(row, "scan").equals("yes"),
              optional(row, "none_kind")));
    }
  }

  private static @Nullable String typeOf(String written) {
    return written.isBlank() || written.equals(NONE) ? null : written;
  }

  private static String optional(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        var parser = format.parse(reader)) {
      return parser.getRecords();
    }
  }

  /** Where a document's bytes lie. */
  public Path path(Labelled document) {
    return folder.resolve(document.file());
  }

  /** All sets, by name. */
  public List<DocumentSet> sets() throws IOException {
    var sets = new ArrayList<DocumentSet>();
    try (Stream<Path> files = Files.list(folder.resolve("rules"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") && name.split("\\.").length == 2)
              .map(name -> name.substring(0, name.indexOf('.')))
              .sorted()
              .toList();
      for (String name : names) {
        sets.add(set(name));
      }
    }
    return List.copyOf(sets);
  }

  private DocumentSet set(String name) throws IOException {
    Path rules = folder.resolve("rules");
    var wordings = new ArrayList<Wording>();
    wordings.add(RuleFile.read("customer", rules.resolve(name + ".yaml")));
    for (String wording : List.of("terse", "reworded")) {
      Path file = rules.resolve(name + "." + wording + ".yaml");
      if (Files.exists(file)) {
        wordings.add(RuleFile.read(wording, file));
      }
    }
    Path own = rules.resolve(name + ".labels.csv");
    boolean whole = !Files.exists(own);
    Set<String> types = Set.copyOf(wordings.getFirst().rules().types());
    List<Labelled> documents =
        whole
            ? labels.values().stream().map(document -> document.under(types)).toList()
            : ownLabels(own);
    return new DocumentSet(name, documents, wordings, whole);
  }

  private List<Labelled> ownLabels(Path own) throws IOException {
    var documents = new ArrayList<Labelled>();
    var known = new HashMap<>(labels);
    for (CSVRecord row : rows(own)) {
      String file = row.get("file");
      Labelled label = known.get(file);
      String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      documents.add(
          new Labelled(
              file,
              typeOf(row.get("type")),
              Set.of(),
              label == null ? "en" : label.language(),
              label == null ? ending : label.format(),
              label != null && label.scan(),
              ""));
    }
    return documents;
  }
}
