package dev.taxon.bench.quality;

import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Short texts with a label each, and the rules to sort them by. */
public record TextSet(String name, List<Text> texts, Wording wording) {
  private static final JsonMapper JSON = new JsonMapper();

  /** One text; the engine sees nothing else of it. */
  public record Text(Labelled label, Document document) {}

  public TextSet {
    texts = List.copyOf(texts);
  }

  /** Reads all sets of a folder, of each at most so many texts. */
  public static List<TextSet> readAll(Path folder, int most) throws IOException {
    var sets = new ArrayList<TextSet>();
    for (String name : names(folder)) {
      sets.add(read(folder, name, most));
    }
    return List.copyOf(sets);
  }

  /** The names of the sets in a folder. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jsonl.gz"))
          .map(name -> name.substring(0, name.length() - ".jsonl.gz".length()))
          .sorted()
          .toList();
    }
  }

  /** Reads a set; of more than {@code most} texts those with the least digests. */
  static TextSet read(Path folder, String name, int most) throws IOException {
    var texts = new ArrayList<Text>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode each = JSON.readTree(line);
        JsonNode label = each.path("label");
        texts.add(
            new Text(
                new Labelled(
                    name + "/" + each.path("id").asString(),
                    label.isNull() ? null : label.asString(),
                    Set.of(),
                    language(name),
                    "txt",
                    false,
                    label.isNull() ? "clear" : ""),
                document(each.path("text").asString())));
      }
    }
    texts.sort(Comparator.comparing(text -> Digest.of(text.label().file())));
    return new TextSet(
        name,
        texts.subList(0, Math.min(most, texts.size())),
        RuleFile.read("customer", folder.resolve(name + ".rules.yaml")));
  }

  private static String language(String name) {
    return name.matches(".*-(de|fr|es)\\d*") ? name.replaceAll(".*-(de|fr|es)\\d*", "$1") : "en";
  }

  private static Document document(String text) {
    List<Line> lines = text.lines().filter(line -> !line.isBlank()).map(Line::of).toList();
    return new Document(
        "text/plain", List.of(new Page(1, lines, Page.Source.TEXT, null)), 1, false);
  }
}
