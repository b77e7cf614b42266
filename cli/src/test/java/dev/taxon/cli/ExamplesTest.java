package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taxon.Decision;
import dev.taxon.ReadRequest;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Screen;
import dev.taxon.cli.rules.RuleBook;
import dev.taxon.cli.rules.RuleReader;
import dev.taxon.cli.run.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The example documents, read and answered by the parts that users get. */
final class ExamplesTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final Path DOCUMENTS = EXAMPLES.resolve("documents");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("bank-statement-march.pdf", "bank_statement"),
          Map.entry("contract-catering.docx", "contract"),
          Map.entry("cv-nora-lindqvist.pdf", "cv"),
          Map.entry("delivery-note-scan.pdf", "delivery_note"),
          Map.entry("invoice-2026-0417.pdf", "invoice"),
          Map.entry("leave-request.pdf", "form"),
          Map.entry("letter-roof-repair.pdf", "letter"),
          Map.entry("mail-room-change.eml", "email"),
          Map.entry("minutes-2026-03-12.txt", "meeting_minutes"),
          Map.entry("rechnung-2026-118.pdf", "invoice"),
          Map.entry("receipt-2026-03-14.png", "receipt"),
          Map.entry("sales-report-q1.html", "report"));
  private static final String MISFIT = "sunday-soup.txt";
  private static final Set<String> PICTURES =
      Set.of("delivery-note-scan.pdf", "receipt-2026-03-14.png");

  private final Parts parts =
      new Composition(
              new Console(
                  InputStream.nullInputStream(),
                  new PrintStream(PrintStream.nullOutputStream()),
                  new PrintStream(PrintStream.nullOutputStream()),
                  Map.of(),
                  Screen.NONE))
          .parts();

  @Test
  void everyDocumentIsAnsweredByOneOfTheRulesButOne() throws IOException {
    var names = new HashSet<>(TYPES.keySet());
    names.add(MISFIT);
    try (var files = Files.list(DOCUMENTS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names);
    }
    assertThat(new HashSet<>(TYPES.values())).isEqualTo(new HashSet<>(book().rules().types()));
  }

  @TestFactory
  Stream<DynamicTest> eachGetsItsType() throws IOException {
    RuleBook book = book();
    var expected = new HashMap<>(TYPES);
    expected.put(MISFIT, null);
    return expected.keySet().stream()
        .sorted()
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () -> {
                  if (PICTURES.contains(name)) {
                    needTesseract();
                  }
                  var request =
                      new ReadRequest(name, book.language(), book.pages(), parts.limits());
                  Decision decision =
                      parts
                          .classifier()
                          .classify(
                              parts.reader().read(DOCUMENTS.resolve(name), request), book.rules());
                  assertThat(decision.type())
                      .as(decision.reasoning())
                      .isEqualTo(expected.get(name));
                }));
  }

  private static RuleBook book() throws IOException {
    Path rules = EXAMPLES.resolve("rules.yaml");
    return RuleReader.read("rules.yaml", Files.readString(rules));
  }

  private static void needTesseract() throws InterruptedException {
    boolean there;
    try {
      there =
          new ProcessBuilder("tesseract", "--version")
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      there = false;
    }
    if (System.getenv("CI") != null) {
      assertThat(there).as("tesseract is on the PATH, which CI has to have").isTrue();
    }
    assumeTrue(there, "tesseract is not on the PATH (Debian: apt install tesseract-ocr)");
  }
}
