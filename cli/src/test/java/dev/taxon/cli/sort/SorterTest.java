package dev.taxon.cli.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SorterTest {
  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Sorter sorter(Sorter.Way way, boolean dry) {
    return new Sorter(way, folder.resolve("sorted"), dry, told::add);
  }

  @Test
  void filesOfOneNameAreNumberedAndNeverOverwritten() throws IOException {
    Sorter sorter = sorter(Sorter.Way.MOVE, false);
    sorter.put(file("a/r.tar.gz", "1"), "invoice");
    sorter.put(file("b/r.tar.gz", "2"), "invoice");
    sorter.put(file("c/r.tar.gz", "3"), "invoice");
    sorter.put(file("c/none", "4"), null);
    assertThat(folder.resolve("sorted/invoice/r.tar.gz")).hasContent("1");
    assertThat(folder.resolve("sorted/invoice/r.tar-1.gz")).hasContent("2");
    assertThat(folder.resolve("sorted/invoice/r.tar-2.gz")).hasContent("3");
    assertThat(folder.resolve("sorted/_untyped/none")).hasContent("4");
    assertThat(folder.resolve("a/r.tar.gz")).doesNotExist();
    assertThat(sorter.summary()).isEqualTo("4 moved");
    assertThat(told).isEmpty();
  }

  @Test
  void copiesAndLinksLeaveTheFileWhereItIs() throws IOException {
    Path file = file("a/x.txt", "1");
    sorter(Sorter.Way.COPY, false).put(file, "letter");
    sorter(Sorter.Way.LINK, false).put(file, "letter");
    assertThat(file).hasContent("1");
    assertThat(folder.resolve("sorted/letter/x.txt")).isRegularFile();
    assertThat(folder.resolve("sorted/letter/x-1.txt")).isSymbolicLink().hasContent("1");
  }

  @Test
  void aLinkThatIsThereIsNotMadeAgain() throws IOException {
    Path first = file("a/x.txt", "1");
    Path second = file("b/x.txt", "2");
    Sorter sorter = sorter(Sorter.Way.LINK, false);
    sorter.put(first, "letter");
    sorter.put(second, "letter");
    assertThat(sorter.summary()).isEqualTo("2 linked");

    for (boolean dry : new boolean[] {true, false}) {
      Sorter again = sorter(Sorter.Way.LINK, dry);
      again.put(second, "letter");
      again.put(first, "letter");
      assertThat(again.summary()).startsWith("0 ");
    }
    assertThat(told).isEmpty();
    assertThat(folder.resolve("sorted/letter")).isDirectoryNotContaining("glob:**-2.txt");
    assertThat(folder.resolve("sorted/letter/x-1.txt")).hasContent("2");
  }

  @Test
  void aDryRunTellsTheWholePlanAndDoesNothing() throws IOException {
    Sorter sorter = sorter(Sorter.Way.MOVE, true);
    sorter.put(file("a/x.txt", "1"), "letter");
    sorter.put(file("b/x.txt", "2"), "letter");
    assertThat(told)
        .containsExactly(
            "would move " + folder + "/a/x.txt to " + folder + "/sorted/letter/x.txt",
            "would move " + folder + "/b/x.txt to " + folder + "/sorted/letter/x-1.txt");
    assertThat(folder.resolve("sorted")).doesNotExist();
    assertThat(sorter.summary()).isEqualTo("2 would be moved");
  }

  @Test
  void aLinkThatIsMovedLeadsWhereItLedBefore() throws IOException {
    file("sorted/letter/x.txt", "another x");
    Path moved = file("a/x.txt", "1");
    file("a/stays.txt", "2");
    Path toMoved = Files.createSymbolicLink(folder.resolve("a/one.txt"), Path.of("x.txt"));
    Path toStaying = Files.createSymbolicLink(folder.resolve("a/two.txt"), Path.of("stays.txt"));
    Sorter sorter = sorter(Sorter.Way.MOVE, false);
    sorter.put(moved, "letter");
    sorter.put(toMoved, "letter");
    sorter.put(toStaying, "letter");
    assertThat(folder.resolve("sorted/letter/one.txt")).isSymbolicLink().hasContent("1");
    assertThat(folder.resolve("sorted/letter/two.txt")).isSymbolicLink().hasContent("2");
    assertThat(toMoved).doesNotExist();
    assertThat(Files.isSymbolicLink(toStaying)).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void aNameWithALineBreakIsToldOnOneLine() throws IOException {
    sorter(Sorter.Way.MOVE, true).put(file("a/x\n\u001b[31my.txt", "1"), "letter");
    assertThat(told)
        .containsExactly(
            "would move "
                + folder
                + "/a/x \uFFFD[31my.txt to "
                + folder
                + "/sorted/letter/x \uFFFD[31my.txt");
  }

  @Test
  void aFileThatLiesWhereItBelongsStays() throws IOException {
    Path file = file("sorted/letter/x.txt", "1");
    Sorter sorter = sorter(Sorter.Way.MOVE, false);
    sorter.put(file, "letter");
    assertThat(file).hasContent("1");
    assertThat(sorter.summary()).isEqualTo("0 moved");
  }

  @Test
  void whatCannotBeMovedIsToldAndCounted() throws IOException {
    file("sorted/letter", "a file where a folder should be");
    Sorter sorter = sorter(Sorter.Way.MOVE, false);
    sorter.put(file("a/x.txt", "1"), "letter");
    assertThat(told).singleElement().asString().startsWith("warning: ").contains("a/x.txt");
    assertThat(sorter.failed()).isEqualTo(1);
  }

  @Test
  void aTypeNeverLeadsOutOfTheFolder() {
    assertThat(Sorter.folderName("../../etc")).isEqualTo("__.._etc");
    assertThat(Sorter.folderName("..")).isEqualTo("_");
    assertThat(Sorter.folderName("a/b:c")).isEqualTo("a_b_c");
    assertThat(Sorter.folderName("CON")).isEqualTo("_CON");
    assertThat(Sorter.folderName("_untyped")).isEqualTo("__untyped");
    assertThat(Sorter.folderName("Lohn & Gehalt ä")).isEqualTo("Lohn & Gehalt ä");
    assertThat(Sorter.folderName(null)).isEqualTo("_untyped");
  }

  @Test
  void aNameThatIsNoUtf8StaysAsItIs() throws Exception {
    Path shell = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(shell), "skipped: there is no shell");
    Files.createDirectories(folder.resolve("in"));
    String name = "$(printf 'caf\\351.txt')";
    var made = new ProcessBuilder(shell.toString(), "-c", "echo 1 > \"in/" + name + "\"");
    assumeTrue(made.directory(folder.toFile()).start().waitFor() == 0, "skipped: no such names");
    try (var files = Files.list(folder.resolve("in"))) {
      sorter(Sorter.Way.MOVE, false).put(files.findFirst().orElseThrow(), "letter");
    }
    var found =
        new ProcessBuilder(shell.toString(), "-c", "test -f \"sorted/letter/" + name + "\"");
    assertThat(found.directory(folder.toFile()).start().waitFor()).isZero();
  }
}
