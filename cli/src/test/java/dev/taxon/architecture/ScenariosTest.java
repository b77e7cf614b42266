package dev.taxon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every scenario of the contract is proven by a test that has its number in its name; {@code
 * docs/scenarios.md} says by which.
 */
class ScenariosTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs/scenarios.md");
  private static final Path AS_IT_SHOULD_BE = Path.of("target/scenarios.md");

  private static final Pattern NUMBER = Pattern.compile("V[12]-[0-9]{2}");
  private static final Pattern NAMED_TEST =
      Pattern.compile("@DisplayName\\((.*?)\\)\\s+(?:[A-Za-z<>.]+ )+(\\w+)\\(", Pattern.DOTALL);

  private static final List<String> SCENARIOS =
      Stream.concat(numbered("V1", 80), numbered("V2", 54)).toList();

  @Test
  void everyScenarioIsProvenByATestAndThereIsNoOther() throws IOException {
    assertThat(tests().keySet()).containsExactlyElementsOf(SCENARIOS);
  }

  @Test
  void thePageSaysByWhich() throws IOException {
    String page = page(tests());
    Files.writeString(AS_IT_SHOULD_BE, page);

    assertThat(Files.readString(PAGE))
        .as("docs/scenarios.md; cli/target/scenarios.md has it as it should be")
        .isEqualTo(page);
  }

  @Test
  void theContractHasNoOtherScenarios() throws IOException {
    String told = System.getProperty("TAXON_SHARED", System.getenv("TAXON_SHARED"));
    Path contract = (told == null ? ROOT.resolve("shared") : Path.of(told)).resolve("contract");
    if (!Files.isDirectory(contract)) {
      System.out.println("Skipped: no shared/contract; set TAXON_SHARED to the folder over it.");
      return;
    }
    var rows = Pattern.compile("(?m)^\\| (V[12]-[0-9]{2}) \\|");
    for (String wire : List.of("V1", "V2")) {
      String text = Files.readString(contract.resolve(wire + ".md"));
      assertThat(rows.matcher(text).results().map(row -> row.group(1)))
          .containsExactlyElementsOf(SCENARIOS.stream().filter(id -> id.startsWith(wire)).toList());
    }
  }

  private static Stream<String> numbered(String wire, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(n -> "%s-%02d".formatted(wire, n));
  }

  /** The tests of each scenario, as class and method. */
  private static Map<String, Set<String>> tests() throws IOException {
    var found = new TreeMap<String, Set<String>>();
    for (String module : List.of("server", "cli")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(name -> name.toString().endsWith("Test.java")).toList()) {
          String type = file.getFileName().toString().replace(".java", "");
          NAMED_TEST
              .matcher(Files.readString(file))
              .results()
              .forEach(test ->
                  numbers(test.group(1))
                      .forEach(id ->
                          found
                              .computeIfAbsent(id, none -> new TreeSet<>())
                              .add(type + "#" + test.group(2))));
        }
      }
    }
    return found;
  }

  private static Stream<String> numbers(String title) {
    return NUMBER.matcher(title).results().map(MatchResult::group);
  }

  private static String page(Map<String, Set<String>> tests) {
    String rows =
        tests.entrySet().stream()
            .map(row ->
                "| %s | %s |"
                    .formatted(
                        row.getKey(),
                        row.getValue().stream()
                            .map(test -> "`" + test + "`")
                            .collect(Collectors.joining(", "))))
            .collect(Collectors.joining("\n"));
    return """
    # Scenarios and their tests

    Each scenario of the wire has a number, and a test that proves it has that number in its name. `ScenariosTest` holds this table to
    the tests: it fails when a scenario has none, and writes the table as it should be to `cli/target/scenarios.md`.

    | scenario | proven by |
    |---|---|
    %s
    """
        .formatted(rows);
  }
}
