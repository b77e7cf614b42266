package dev.taxon.cli.init;

import dev.taxon.Classifier;
import dev.taxon.Document;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadRequest;
import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.run.Gathering;
import dev.taxon.cli.run.Parts;
import dev.taxon.cli.run.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Documents whose type is known because they lie in a folder of its name.
 *
 * @param byType in the order of the folders' names; a type may have none
 */
record Samples(Map<String, List<Document>> byType) {
  static final int LONGEST_TYPE = 50;

  /** Enough to see what they have in common. */
  private static final int EACH = 8;

  private static final int PAGES = 2;
  private static final int PHRASES = 6;

  /**
   * Reads the first of each sub-folder, and tells what is left out.
   *
   * @throws Failure when there is nothing to make types of
   */
  static Samples in(Path folder, Parts parts, Console console) {
    if (!Files.isDirectory(folder)) {
      throw Files.exists(folder)
          ? new Failure(
              Exit.USAGE,
              folder
                  + " is a file; rules are drafted from a folder with a sub-folder for each type")
          : new Failure(Exit.NOT_FOUND, "there is no folder " + folder);
    }
    var byType = new LinkedHashMap<String, List<Document>>();
    for (Path type : folders(folder)) {
      String name = String.valueOf(type.getFileName());
      if (name.length() > LONGEST_TYPE) {
        console.err().println("warning: " + name + " is too long for a type and is left out");
      } else {
        byType.put(name, read(type, parts, console));
      }
    }
    if (byType.isEmpty()) {
      throw new Failure(
          Exit.USAGE,
          folder + " has no sub-folders to make types of",
          null,
          "put some samples of each kind into a sub-folder named after it\n"
              + Product.typed()
              + " init without a folder asks instead");
    }
    return new Samples(byType);
  }

  private static List<Path> folders(Path folder) {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed
          .filter(Files::isDirectory)
          .filter(type -> !String.valueOf(type.getFileName()).matches("[._].*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Failure(Exit.NOT_FOUND, folder + " cannot be listed");
    }
  }

  private static List<Document> read(Path type, Parts parts, Console console) {
    var documents = new ArrayList<Document>();
    try (var gathering = Gathering.ofFiles(InputStream.nullInputStream())) {
      gathering.add(type.toString());
      for (Source source : gathering.sources()) {
        if (documents.size() == EACH) {
          break;
        }
        var request =
            new ReadRequest(
                source.fileName(), RuleBook.LANGUAGE, new PageChoice(null, PAGES), parts.limits());
        try {
          documents.add(parts.reader().read(source.path(), request));
        } catch (ReadFailure e) {
          console.err().println("warning: " + source.name() + " is left out: " + e.getMessage());
        }
      }
    }
    return documents;
  }

  /** Types whose samples are too few to see what they have in common. */
  List<String> few() {
    return byType.entrySet().stream()
        .filter(type -> type.getValue().size() < 2)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A rule for each type, out of what its samples have in common and the others have not. */
  List<Rule> rules() {
    var texts = new LinkedHashMap<String, List<String>>();
    byType.forEach(
        (type, documents) -> texts.put(type, documents.stream().map(Samples::text).toList()));
    Map<String, List<String>> phrases = Phrases.of(texts, PHRASES);
    return byType.keySet().stream()
        .map(type -> new Rule(type, Draft.description(type, phrases.getOrDefault(type, List.of()))))
        .toList();
  }

  private static String text(Document document) {
    return document.pages().stream().map(Page::text).collect(Collectors.joining("\n"));
  }

  int count() {
    return byType.values().stream().mapToInt(List::size).sum();
  }

  /** How many of them are answered with their own type. */
  int right(List<Rule> rules, Classifier classifier) {
    var asked = new RuleSet(rules);
    return byType.entrySet().stream()
        .mapToInt(type ->
            (int)
                type.getValue().stream()
                    .filter(
                        sample -> type.getKey().equals(classifier.classify(sample, asked).type()))
                    .count())
        .sum();
  }
}
