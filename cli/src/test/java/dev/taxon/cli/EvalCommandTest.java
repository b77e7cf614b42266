package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.Shell.Outcome;
import dev.taxon.cli.console.Exit;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvalCommandTest {
  @TempDir Path folder;
  private Shell shell;
  private String rules;

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
    shell.file("sorted/invoice/1.txt", "an invoice");
    shell.file("sorted/invoice/2.txt", "a letter that is none");
    shell.file("sorted/letter/3.txt", "a letter");
    shell.file("sorted/_untyped/4.txt", "a poem");
  }

  @Test
  void aFolderForEachTypeIsALabel() {
    Outcome outcome = shell.type("eval", rules, folder + "/sorted");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .startsWith("accuracy 0.750  3 of 4 documents right  macro F1 0.777\n")
        .contains("TYPE     DOCUMENTS  PRECISION  RECALL     F1\n")
        .contains("invoice          2      1.000   0.500  0.666\n")
        .contains("IS       TAKEN FOR  TIMES  SUCH AS\n")
        .contains("invoice  letter         1  invoice/2.txt\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void aFileOfLabelsNamesDocumentsBesideIt() {
    String labels =
        shell.file(
            "sorted/labels.csv",
            """
            id,type,file
            1,invoice,invoice/1.txt
            2,,_untyped/4.txt
            3,flyer,letter/3.txt
            """);
    Outcome outcome = shell.type("eval", rules, labels, "-o", "json");
    assertThat(outcome.out())
        .contains("\"documents\" : 3")
        .contains("\"right\" : 2")
        .contains("\"truth\" : null");
    assertThat(outcome.err())
        .isEqualTo("warning: no rule gives these types of the labels: flyer\n");
    String lines =
        shell.file("sorted/l.jsonl", "{\"file\":\"letter/3.txt\",\"type\":\"letter\"}\n");
    assertThat(shell.type("eval", rules, lines).out())
        .startsWith("accuracy 1.000  1 of 1 document");
  }

  @Test
  void aFileOfLabelsNeedsNoNamesOfColumns() {
    String bare = shell.file("sorted/bare.csv", "invoice/1.txt,invoice\nletter/3.txt,letter\n");
    assertThat(shell.type("eval", rules, bare).out())
        .startsWith("accuracy 1.000  2 of 2 documents right");
    shell.file("sorted/name", "a letter");
    String odd = shell.file("sorted/odd.csv", "\uFEFFname,letter\nletter/3.txt,letter\n");
    assertThat(shell.type("eval", rules, odd).out())
        .as("a document may be called as a column")
        .startsWith("accuracy 1.000  2 of 2 documents right");

    String other = shell.file("sorted/other.csv", "document,kind\ninvoice/1.txt,invoice\n");
    Outcome outcome = shell.type("eval", rules, other);
    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err())
        .isEqualTo(
            "error: the first line neither has the columns 'file' and 'type' nor names a file\n"
                + "  where: "
                + other
                + ":1\n");
    String typed = shell.file("sorted/typed.csv", "document,type\ninvoice/1.txt,invoice\n");
    assertThat(shell.type("eval", rules, typed).err())
        .isEqualTo("error: there is no column 'file' beside 'type'\n  where: " + typed + ":1\n");
  }

  @Test
  void whereNoDocumentCanBeReadNothingIsDone() {
    String gone = shell.file("gone.csv", "file,type\na.pdf,invoice\nb.pdf,letter\n");
    Outcome outcome = shell.type("eval", rules, gone);
    assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
    assertThat(outcome.out()).contains("2 could not be read");
    String half = shell.file("sorted/half.csv", "file,type\na.pdf,invoice\nletter/3.txt,letter\n");
    assertThat(shell.type("eval", rules, half).exit()).isZero();
  }

  @Test
  void anAccuracyBelowTheLeastFails() {
    assertThat(shell.type("eval", rules, folder + "/sorted", "--min", "0.75").exit()).isZero();
    assertThat(shell.type("eval", rules, folder + "/sorted", "--min", "0.76").exit())
        .isEqualTo(Exit.FAILED);
  }

  @Test
  void twoFilesOfRulesAreCompared() {
    String other =
        shell.file(
            "other.yaml",
            """
            - {type: poem, description: Has verses that rhyme}
            - {type: invoice, description: Asks for payment of a total}
            """);
    Outcome outcome = shell.type("eval", rules, folder + "/sorted", "--against", other);
    assertThat(outcome.out())
        .contains(other + " → " + rules + "  accuracy 0.250 → 0.750 (+50.0 points)\n")
        .contains("2 fixed, 0 broken; this may well be chance (50 %)\n")
        .contains("FIXED\n  _untyped/4.txt  poem → (none)  0.25\n");
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(shell.type("eval", rules).err())
        .startsWith("error: there are no labelled documents\n");
    assertThat(shell.type("eval", rules, folder + "/gone.csv").exit()).isEqualTo(Exit.NOT_FOUND);
    String noType = shell.file("x.csv", "file,size\na.txt,1\n");
    assertThat(shell.type("eval", rules, noType).err())
        .isEqualTo("error: there is no column 'type' beside 'file'\n  where: " + noType + ":1\n");
  }
}
