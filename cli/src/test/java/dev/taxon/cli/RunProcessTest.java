package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the real program shows: its reader and engine, signals, and what it leaves behind. */
final class RunProcessTest {
  private static final int MANY = 6_000;

  @TempDir Path folder;

  @BeforeEach
  void writeRules() throws IOException {
    Files.writeString(
        folder.resolve("rules.yaml"),
        """
        rules:
          - type: invoice
            description: Invoice that asks for payment, with invoice number, VAT and total due
          - type: resume
            description: Resume of a person, with work experience, education and skills
        """);
  }

  @Test
  void ctrlCKeepsTheRowsThatAreDoneAndEndsWith130() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path first = Files.writeString(inbox.resolve("0000.txt"), "Invoice number 7\nTotal due 5 EUR");
    for (int i = 1; i < MANY; i++) {
      Files.createLink(inbox.resolve("%04d.txt".formatted(i)), first);
    }
    try (Program program =
        Program.start(
            folder, folder, Map.of(), "run", "rules.yaml", "inbox", "--jobs=1", "--out=some.csv")) {
      awaitWork();
      assertThat(program.signal("INT").exit()).isEqualTo(130);
      List<String> rows = Files.readAllLines(folder.resolve("some.csv"));
      assertThat(rows.size()).isBetween(2, MANY);
      for (int i = 1; i < rows.size(); i++) {
        assertThat(rows.get(i)).startsWith("inbox/%04d.txt,invoice,".formatted(i - 1));
      }
      assertThat(program.err()).contains((rows.size() - 1) + " file");
    }
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void ctrlCBeforeAllIsGatheredLeavesNothing() throws IOException {
    try (Program program =
        Program.start(folder, folder, Map.of(), "run", "rules.yaml", "-", "--out=some.csv")) {
      // it reads the standard input, which has no end here, into a file of its own
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !leftBehind().isEmpty());
      assertThat(program.signal("INT").exit()).isEqualTo(130);
    }
    assertThat(folder.resolve("some.csv")).doesNotExist();
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void ctrlCWhileTheEngineIsLoadedLeavesWhatWasThereUntilThereIsMore() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Invoice number 7\nTotal due 5 EUR");
    Files.writeString(folder.resolve("some.csv"), "what an earlier run found\n");
    try (Program program =
        Program.start(folder, folder, Map.of(), "run", "rules.yaml", "a.txt", "--out=some.csv")) {
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !leftBehind().isEmpty());
      assertThat(program.signal("INT").exit()).isEqualTo(130);
    }
    List<String> lines = Files.readAllLines(folder.resolve("some.csv"));
    if (lines.size() == 1) {
      assertThat(lines).containsExactly("what an earlier run found");
    } else {
      assertThat(lines).hasSize(2).startsWith("file,type,confidence,reasoning,error");
    }
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void aFullDiskUnderTheRowsIsTold() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no " + full);
    Files.writeString(folder.resolve("a.txt"), "Invoice number 7\nTotal due 5 EUR");
    try (Program program = Program.into(full, folder, "run", "rules.yaml", "a.txt")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.err()).contains("error: the output is not whole: ");
    }
    try (Program program =
        Program.start(folder, folder, Map.of(), "run", "rules.yaml", "a.txt", "--out=/dev/full")) {
      assertThat(program.exit()).isEqualTo(2);
      assertThat(program.err()).contains("the ending of /dev/full says no form");
    }
    try (Program program =
        Program.start(
            folder, folder, Map.of(), "run", "rules.yaml", "a.txt", "--out=/dev/full", "-o=csv")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.err()).startsWith("error: /dev/full could not be written whole\n");
    }
    assertThat(leftBehind()).isEmpty();
  }

  /** The first rows are in the file that is written aside. */
  private void awaitWork() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          try (var files = Files.list(folder)) {
            return files.anyMatch(file ->
                file.getFileName().toString().endsWith(".part") && file.toFile().length() > 100);
          }
        });
  }

  @Test
  void everyFileOfAMixedFolderGetsItsRow() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Files.writeString(inbox.resolve("a.txt"), "INVOICE\nInvoice number 42\nVAT 19 %\nTotal due 5");
    Files.writeString(inbox.resolve("b.pdf"), "%PDF-1.7 and then nothing");
    Files.writeString(
        inbox.resolve("c.html"),
        "<h1>Resume</h1><p>Work experience: baker. Education: school. Skills: bread.</p>");
    Files.write(inbox.resolve("d.txt"), new byte[0]);
    try (Program program =
        Program.start(folder, folder, Map.of(), "run", "rules.yaml", "inbox", "-o", "tsv")) {
      assertThat(program.exit()).isEqualTo(1);
      List<String> rows = program.out().lines().toList();
      assertThat(rows.get(1)).startsWith("inbox/a.txt\tinvoice\t");
      assertThat(rows.get(2)).startsWith("inbox/b.pdf\t\t\t\tPDF_IS_BROKEN: ");
      assertThat(rows.get(3)).startsWith("inbox/c.html\tresume\t");
      assertThat(rows.get(4)).startsWith("inbox/d.txt\t\t\t\tNO_DATA_FOUND_IN_FILE: ");
      assertThat(rows).hasSize(5);
      assertThat(program.err()).startsWith("4 files  2 classified  0 without type  2 errors  ");
    }
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void aServiceGivesTheSameRowsAsThisProcess() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Files.writeString(inbox.resolve("a.txt"), "INVOICE\nInvoice number 42\nVAT 19 %\nTotal due 5");
    Files.writeString(inbox.resolve("über.txt"), "Nothing of the kind");
    Files.writeString(inbox.resolve("z.pdf"), "%PDF-1.7 and then nothing");
    try (Program service =
        Program.start(
            folder,
            folder,
            Map.of("TAXON_API_KEY", "k"),
            "serve",
            "--port=0",
            "--data=" + folder.resolve("data"))) {
      String out = service.untilOut("Ctrl-C stops it.").out();
      String address = out.replaceFirst("(?s).* listens on (\\S+)\n.*", "$1");
      String[] local = {"run", "rules.yaml", "inbox", "-o", "jsonl", "--fail-on=none"};
      String[] remote = {
        "run", "rules.yaml", "inbox", "-o", "jsonl", "--server", address, "--api-key=k"
      };
      try (Program here = Program.start(folder, folder, Map.of("LC_ALL", "C.UTF-8"), local);
          Program there = Program.start(folder, folder, Map.of("LC_ALL", "C.UTF-8"), remote)) {
        assertThat(here.exit()).isZero();
        assertThat(there.exit()).isEqualTo(1);
        assertThat(there.out()).isEqualTo(here.out()).hasLineCount(3);
        assertThat(there.err()).contains("1 error").contains("(" + address + ")");
      }
      remote[remote.length - 1] = "--api-key=wrong";
      try (Program refused = Program.start(folder, folder, Map.of(), remote)) {
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).startsWith("error: the service refused the key: ");
      }
      service.signal("TERM").exit();
      try (Program nobody = Program.start(folder, folder, Map.of(), remote)) {
        assertThat(nobody.exit()).isEqualTo(6);
        assertThat(nobody.err())
            .isEqualTo(
                "error: the service at "
                    + address
                    + " cannot be reached\n  hint: start one with: taxon serve\n");
      }
    }
  }

  /** Without what libraries keep or forget in the folder for temporary files: that is not ours. */
  private List<String> leftBehind() throws IOException {
    try (var files = Files.list(folder.resolve("tmp"));
        var parts = Files.list(folder)) {
      return Stream.concat(
              files.filter(file -> file.getFileName().toString().startsWith("taxon-")),
              parts.filter(file -> file.getFileName().toString().endsWith(".part")))
          .map(Path::toString)
          .toList();
    }
  }
}
