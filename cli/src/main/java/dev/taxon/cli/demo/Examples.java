package dev.taxon.cli.demo;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.remote.Batch;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.rules.RuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documents that come with the product, and rules for them.
 *
 * @param file where the rules are written
 * @param documents in the order of their names
 */
public record Examples(Path file, RuleBook rules, List<Path> documents) {
  public Examples {
    documents = List.copyOf(documents);
  }

  /** Those of this installation. */
  public static Examples ofProduct() {
    Path folder = Product.home().resolve("examples");
    Path file = folder.resolve("rules.yaml");
    try (Stream<Path> listed = Files.list(folder.resolve("documents"))) {
      List<Path> documents = listed.filter(Files::isRegularFile).sorted().toList();
      return new Examples(
          file, RuleReader.read(file.toString(), Files.readString(file)), documents);
    } catch (IOException e) {
      throw new Failure(
          Exit.FAILED,
          "the examples are not where they belong",
          folder.toString(),
          "unpack the distribution again, or run ./taxon in the sources");
    }
  }

  /** The documents under their own names. */
  public List<Batch.Item> items() {
    return documents.stream()
        .map(path -> {
          String name = String.valueOf(path.getFileName());
          return new Batch.Item(name, name, path);
        })
        .toList();
  }
}
