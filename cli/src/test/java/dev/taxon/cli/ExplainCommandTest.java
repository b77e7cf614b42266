package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Evidence;
import dev.taxon.ReadLimits;
import dev.taxon.cli.Shell.Outcome;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import dev.taxon.cli.run.Parts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
  private static final Parts PARTS =
      new Parts(
          Shell::read,
          (document, rules) ->
              new Decision(
                  "invoice",
                  0.91,
                  "Says so.",
                  List.of(new Evidence(1, 6, 13, "Invoice", "usual in an invoice")),
                  List.of(new Candidate("invoice", 0.91), new Candidate("letter", 0.06))),
          ReadLimits.DEFAULT);

  @TempDir Path folder;
  private Shell shell;
  private String rules;
  private String document;

  @BeforeEach
  void writeFiles() {
    shell = new Shell(folder);
    rules =
        shell.file(
            "rules.yaml",
            """
            - {type: invoice, description: Asks for payment of a total}
            - {type: letter, description: Is addressed to a person}
            """);
    document = shell.file("a.txt", "Hello\nInvoice 42\nTotal 5\u001B[31m\n");
  }

  @Test
  void showsTheAnswerEveryRuleTheEvidenceAndTheText() {
    Outcome outcome = shell.type(PARTS, "explain", rules, document);
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            FILE  text/plain, 1 page, 5 words

            answer      invoice  0.91
            because     Says so.

            RULE            CONF
            invoice         0.91  ██████████████████
            letter          0.06  █
            (no rule fits)  0.03  █

            EVIDENCE
            page 1, line 2    "Invoice"  usual in an invoice

            TEXT
             1.1  Hello
             1.2  Invoice 42
             1.3  Total 5�[31m
            """
                .replace("FILE", document));
  }

  @Test
  void showsWhatRulesLeaveOutAndWhichTakesTheRest() {
    String careful =
        shell.file(
            "careful.yaml",
            """
            - {type: invoice, description: "Asks for payment, not a quote or a reminder"}
            - {type: other, description: Anything else}
            """);

    assertThat(shell.type(PARTS, "explain", careful, document).out())
        .contains(
            """
            UNDERSTOOD
            invoice leaves out: "not a quote or a reminder"
            other takes what no other rule takes

            EVIDENCE
            """);
    assertThat(shell.type(PARTS, "explain", "-o", "json", careful, document).out())
        .contains("\"leaves_out\" : [ \"not a quote or a reminder\" ]")
        .contains("\"takes_the_rest\" : true");
  }

  @Test
  void onATerminalTheQuotesAreMarkedAndNothingIsWiderThanIt() {
    Outcome outcome =
        shell.on(new Screen(true, true, false, 60, 30)).type(PARTS, "explain", rules, document);
    assertThat(outcome.out())
        .contains("\u001B[33mInvoice\u001B[0m 42")
        .contains("\u001B[32minvoice");
    assertThat(outcome.lines())
        .filteredOn(line -> !line.contains("a.txt"))
        .allSatisfy(line ->
            assertThat(line.replaceAll("\u001B\\[[0-9]*m", "")).hasSizeLessThanOrEqualTo(60));
  }

  @Test
  void programsGetEverythingAsJson() {
    Outcome outcome = shell.type(PARTS, "explain", document, "--rules", rules, "-o", "json");
    assertThat(outcome.out())
        .contains("\"type\" : \"invoice\"")
        .contains("\"line\" : 2")
        .contains("\"text\" : \"Hello\\nInvoice 42");
  }

  @Test
  void aDocumentThatCannotBeReadIsTold() {
    Outcome outcome = shell.type(PARTS, "explain", rules, shell.file("b.pdf", "broken"), document);
    assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
    assertThat(outcome.err())
        .isEqualTo("error: The PDF is damaged; save it again.\n  where: " + folder + "/b.pdf\n");
    assertThat(outcome.out()).doesNotStartWith("\n").contains("answer      invoice");
  }

  @Test
  void programsAreToldAboutAnUnreadableDocumentAsTheyAsked() {
    String broken = shell.file("b.pdf", "broken");
    Outcome outcome = shell.type("explain", rules, broken, document, "--json-errors");
    assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
    assertThat(outcome.err())
        .isEqualTo(
            "{\"error\":\"The PDF is damaged; save it again.\",\"where\":\""
                + broken
                + "\",\"exit\":1}\n");
    assertThat(outcome.out()).contains("Hello");
  }

  @Test
  void forgottenRulesAreAskedForInTheCommandsOwnWords() {
    assertThat(shell.type(PARTS, "explain", document).err())
        .contains("  hint: taxon explain rules.yaml " + document + "\n");
    assertThat(shell.type(PARTS, "explain", rules).err())
        .startsWith("error: there is no document to explain\n");
  }
}
