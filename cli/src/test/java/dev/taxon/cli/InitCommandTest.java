package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taxon.cli.Shell.Outcome;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import dev.taxon.cli.rules.RuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitCommandTest {
  @TempDir Path folder;
  private Shell shell;
  private String out;

  @BeforeEach
  void writeSamples() {
    shell = new Shell(folder);
    out = folder + "/rules.yaml";
    for (int i = 0; i < 3; i++) {
      shell.file(
          "samples/invoice/" + i + ".txt",
          "Page one\nInvoice number "
              + i
              + "\nPlease pay the total due\nMrs "
              + List.of("Ames", "Boll", "Cole").get(i));
      shell.file(
          "samples/lab_report/" + i + ".txt",
          "Page one\nPatient sample " + i + "\nReference range of haemoglobin\n");
    }
  }

  @Test
  void eachFolderBecomesARuleWithWhatItsSamplesHaveInCommon() throws IOException {
    Outcome outcome = shell.type("init", folder + "/samples", "--out", out);
    assertThat(outcome.exit()).isZero();
    String text = Files.readString(Path.of(out));
    assertThat(text)
        .contains("  - type: invoice\n    description: Invoice with words such as ")
        .contains("invoice number")
        .contains("total due")
        .contains("  - type: lab_report\n    description: Lab report with words such as ")
        .contains("haemoglobin")
        .doesNotContain("page one")
        .doesNotContain("ames");
    assertThat(RuleReader.read("rules.yaml", text).rules().types())
        .containsExactly("invoice", "lab_report");
    assertThat(outcome.err()).contains("2 rules\n").contains("taxon check " + out);
  }

  @Test
  void theDraftIsTriedOnItsOwnSamples() {
    shell.file("samples/memo/0.txt", "memo\nto all\n");
    shell.file("samples/memo/1.txt", "a memo as well\nto all\n");
    shell.file("samples/memo/2.txt", "nothing that says so\n");
    assertThat(shell.type("init", folder + "/samples", "--out", out).err())
        .endsWith("These rules give 2 of 9 samples the type of the folder.\n");
  }

  @Test
  void aFileThatIsThereIsKeptUnlessForced() throws IOException {
    Files.writeString(Path.of(out), "mine");
    Outcome outcome = shell.type("init", folder + "/samples", "--out", out);
    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(Path.of(out)).hasContent("mine");
    assertThat(shell.type("init", folder + "/samples", "--out", out, "--force").exit()).isZero();
    assertThat(Files.readString(Path.of(out))).startsWith("# Drafted by taxon init from ");
  }

  @Test
  void aFullDiskLeavesNoEmptyFile() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
    Outcome outcome = shell.type("init", folder + "/samples", "--out", "/dev/full", "--force");
    assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
    assertThat(outcome.err())
        .contains("error: /dev/full could not be written whole\n")
        .doesNotContain("2 rules");
  }

  @Test
  void withoutAFolderItAsksAtTheKeyboard() throws IOException {
    Outcome outcome =
        shell
            .on(new Screen(true, true, true, 80, 24))
            .reading("invoice\nshort\nAsks for payment: a total\nno\nSays that it is refused\n\n")
            .type("init", "--out", out);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("say in a sentence what stands on such a document");
    String text = Files.readString(Path.of(out));
    assertThat(text).contains("type: \"no\"\n").contains("\"Asks for payment: a total\"");
    assertThat(RuleReader.read("rules.yaml", text).rules().types())
        .containsExactly("invoice", "no");
  }

  @Test
  void whereThereIsNothingToMakeRulesOfThatIsSaid() {
    assertThat(shell.type("init", folder + "/samples/invoice", "--out", out).err())
        .startsWith("error: " + folder + "/samples/invoice has no sub-folders");
    assertThat(shell.type("init", folder + "/gone", "--out", out).exit()).isEqualTo(Exit.NOT_FOUND);
    assertThat(shell.type("init", "--out", out).err())
        .startsWith("error: there is nothing to make rules of\n");
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void aFileIsNoFolder() {
    Outcome outcome = shell.type("init", folder + "/samples/invoice/0.txt", "--out", out);
    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err())
        .isEqualTo(
            "error: "
                + folder
                + "/samples/invoice/0.txt is a file; rules are drafted from a folder with a"
                + " sub-folder for each type\n");
    assertThat(shell.type("init", folder + "/gone", "--out", out).exit()).isEqualTo(Exit.NOT_FOUND);
  }

  @Test
  void theDraftMayGoToStandardOutput() {
    assertThat(shell.type("init", folder + "/samples", "--out", "-").out())
        .startsWith("# Drafted by taxon init from ");
  }
}
