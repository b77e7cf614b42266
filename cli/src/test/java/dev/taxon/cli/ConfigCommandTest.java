package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.console.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings come from, in the real program. */
final class ConfigCommandTest {
  @TempDir Path folder;

  private Path user(String text) throws IOException {
    Path file = folder.resolve("config/taxon/taxon.yaml");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> shown(Map<String, String> environment) {
    try (Program program = Program.start(folder, folder, environment, "config", "show")) {
      assertThat(program.exit()).as(program.err()).isZero();
      return program.out().lines().toList();
    }
  }

  @Test
  void aVariableWinsOverTheWorkingFolderThatOverTheUserThatOverTheStandard() throws Exception {
    assertThat(shown(Map.of())).contains("engine = auto  (default)");
    Path mine = user("engine: full\nread-pages: 7\n");
    assertThat(shown(Map.of())).contains("engine = full  (" + mine + ":1)");
    Path here = Files.writeString(folder.resolve("taxon.yaml"), "taxon:\n  engine: fast\n");
    assertThat(shown(Map.of()))
        .contains("engine = fast  (" + here + ":2)", "read-pages = 7  (" + mine + ":2)");
    assertThat(shown(Map.of("TAXON_ENGINE", "auto"))).contains("engine = auto  (TAXON_ENGINE)");
  }

  @Test
  void aFileThatCameWithSomebodysDocumentsRunsNoProgramOfTheirs() throws Exception {
    Path here = Files.writeString(folder.resolve("taxon.yaml"), "\ntesseract: ./run-me\n");
    Files.writeString(folder.resolve("a.txt"), "Invoice number 7");
    String sentence =
        "error: tesseract in "
            + here
            + ":2 is not taken from the working folder, whose files may be somebody else's; set"
            + " TAXON_TESSERACT or put it into "
            + folder.resolve("config/taxon/taxon.yaml")
            + ".\n";
    for (String[] words :
        List.of(
            new String[] {"config", "show"},
            new String[] {"serve", "--port", "0"},
            new String[] {"run", "--rule", "invoice=Asks for payment", "a.txt"})) {
      try (Program program = Program.start(folder, folder, Map.of(), words)) {
        assertThat(program.exit()).isEqualTo(Exit.USAGE);
        assertThat(program.err()).startsWith(sentence);
        assertThat(program.out()).isEmpty();
      }
    }
  }

  @Test
  void aUsersFileThatIsWrongIsToldByTheClientOfTheApiToo() throws Exception {
    Path mine = user("api-key: [k]\n");
    try (Program program = Program.start(folder, folder, Map.of(), "projects", "list")) {
      assertThat(program.exit()).isEqualTo(Exit.USAGE);
      assertThat(program.err()).startsWith("error: api-key in " + mine + ":1 is a list; ");
    }
  }

  @Test
  void rowsOfARunUnderOtherSettingsAreNotTakenOver() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "Invoice number 7\nTotal due 5 EUR");
    String first = kept();
    assertThat(kept()).as("the same settings").isEqualTo(first);

    user("engine: fast\n");
    String fast = kept();
    assertThat(fast).as("another engine, by a file").isNotEqualTo(first);

    Path kinds = Files.createDirectory(folder.resolve("kinds"));
    Files.writeString(folder.resolve("taxon.yaml"), "profiles: kinds\n");
    String own = kept();
    assertThat(own).as("kinds of one's own, by a file").isNotEqualTo(fast);
    Files.writeString(kinds.resolve("a.yaml"), "[] # none yet");
    assertThat(kept()).as("other kinds").isNotEqualTo(own);
  }

  /** What a resumed run keeps, with the digest of all that its answer depends on. */
  private String kept() throws IOException {
    try (Program program =
        Program.start(
            folder,
            folder,
            Map.of(),
            "run",
            "--rule",
            "invoice=Asks for payment of a total",
            "a.txt",
            "--resume=kept.jsonl")) {
      assertThat(program.exit()).as(program.err()).isZero();
    }
    return Files.readString(folder.resolve("kept.jsonl"));
  }
}
