package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void classifiesTheExamplesThroughAServiceAndLeavesNothingBehind() throws IOException {
    Path examples = Files.createDirectories(folder.resolve("home/examples/documents"));
    Files.writeString(
        examples.resolve("../rules.yaml"),
        """
        rules:
          - type: invoice
            description: Invoice that asks for payment, with invoice number, VAT and total due
          - type: letter
            description: Letter to a person that begins with Dear and ends with regards
        """);
    Files.writeString(examples.resolve("a.txt"), "Invoice number 42\nVAT 19 %\nTotal due 5 EUR");
    Files.writeString(examples.resolve("b.pdf"), "%PDF-1.7 and then nothing");
    // Settings of a real service must not reach the demonstration.
    var environment = Map.of("TAXON_PORT", "1", "TAXON_DATA", folder.resolve("mine").toString());
    try (Program demo = Program.start(folder, folder.resolve("home"), environment, "demo")) {
      assertThat(demo.exit()).as(() -> demo.out() + demo.err()).isZero();
      assertThat(demo.out())
          .contains("2 files uploaded, 2 rules, job ")
          .contains(": PARTIAL_SUCCESS after ")
          .containsPattern("FILE +TYPE +CONF +REASONING\na.txt +invoice +0\\.\\d\\d +\\S")
          .containsPattern("b.pdf +error +– +PDF_IS_BROKEN: ")
          .contains("taxon serve");
      assertThat(demo.err()).isEmpty();
    }
    assertThat(filesIn(folder.resolve("tmp"))).isEmpty();
    assertThat(folder.resolve("mine")).doesNotExist();
  }

  @Test
  void ctrlCLeavesNothingBehindEither() throws IOException {
    Path examples = Files.createDirectories(folder.resolve("home/examples/documents"));
    Files.writeString(
        examples.resolve("../rules.yaml"),
        "[{type: invoice, description: Invoice that asks for payment}]");
    for (int i = 0; i < 400; i++) {
      Files.writeString(examples.resolve(i + ".txt"), "Invoice number " + i);
    }
    try (Program demo = Program.start(folder, folder.resolve("home"), Map.of(), "demo")) {
      demo.untilOut(" serves at http://127.0.0.1:");
      assertThat(filesIn(folder.resolve("tmp"))).isNotEmpty();
      assertThat(demo.signal("INT").exit()).isEqualTo(130);
      assertThat(demo.err()).doesNotContain("\tat ");
    }
    assertThat(filesIn(folder.resolve("tmp"))).isEmpty();
  }

  @Test
  void withoutExamplesItSaysWhereTheyShouldBe() {
    try (Program demo = Program.start(folder, folder, Map.of(), "demo")) {
      assertThat(demo.exit()).isEqualTo(1);
      assertThat(demo.err())
          .startsWith("error: the examples are not where they belong\n  where: " + folder);
    }
  }

  /** Without what libraries keep there while they run, or forget: that is not ours. */
  private static List<Path> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("taxon-")).toList();
    }
  }
}
