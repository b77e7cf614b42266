package dev.taxon.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.ReadLimits;
import dev.taxon.cli.Shell.Outcome;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import dev.taxon.cli.run.Parts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {
  private static final String RULES =
      """
      rules:
        - {type: invoice, description: Asks for payment of a total}
        - {type: letter, description: Is addressed to a person}
      """;

  @TempDir Path folder;
  private Shell shell;
  private String rules;
  private String inbox;

  @BeforeEach
  void fillTheInbox() {
    shell = new Shell(folder);
    rules = shell.file("rules.yaml", RULES);
    shell.file("inbox/b.txt", "a letter");
    shell.file("inbox/a.txt", "an invoice, over 5 EUR");
    shell.file("inbox/sub/c.txt", "nothing");
    inbox = folder.resolve("inbox").toString();
  }

  @Test
  void whoHasNoRulesYetIsToldHowToGetSome() {
    Outcome outcome = shell.type("run", folder + "/mine.yaml", inbox);
    assertThat(outcome.exit()).isEqualTo(Exit.NOT_FOUND);
    assertThat(outcome.err())
        .isEqualTo(
            "error: there is no file "
                + folder
                + "/mine.yaml\n  where: RULES\n  hint: taxon init FOLDER drafts a rules.yaml\n");
  }

  @Test
  void aListedNameThatIsNoUtf8IsTaken() throws IOException {
    Path cafe = Path.of(java.net.URI.create(folder.toUri() + "caf%E9.txt"));
    Files.writeString(cafe, "an invoice");
    Path list = folder.resolve("list");
    byte[] lines = (folder + "/caf\u00e9.txt\n" + folder + "/gone.txt\n").getBytes(ISO_8859_1);
    Files.write(list, lines);
    Outcome outcome =
        shell.type("run", rules, "--files-from", list.toString(), "--columns=type", "-o=tsv");
    assertThat(outcome.lines()).containsExactly("type", "invoice", "");
    assertThat(outcome.err()).startsWith("2 files  1 classified  0 without type  1 error");
  }

  @Test
  void aFolderBecomesCsvRowsInPathOrderWhereNoTerminalIs() {
    Outcome outcome = shell.type("run", rules, inbox);
    assertThat(outcome.exit()).isEqualTo(Exit.DONE);
    assertThat(outcome.out())
        .isEqualTo(
            """
            file,type,confidence,reasoning,error
            IN/a.txt,invoice,0.9,"It says ""an invoice, over 5 EUR"".",
            IN/b.txt,letter,0.9,"It says ""a letter"".",
            IN/sub/c.txt,,0.25,No rule fits.,
            """
                .replace("IN", inbox)
                .replace("\n", "\r\n"));
    assertThat(outcome.err())
        .matches("3 files  2 classified  1 without type  0 errors  \\d+\\.\\d s  \\(builtin\\)\n");
  }

  @Test
  void rowsKeepTheOrderOfPathsWhicheverFileIsDoneFirst() throws Exception {
    var names = IntStream.range(0, 40).mapToObj(i -> "%02d.txt".formatted(i)).toList();
    names.forEach(name -> shell.file("many/" + name, "a letter " + name));
    var first = new CountDownLatch(1);
    var seen = new AtomicInteger();
    var parts =
        new Parts(
            (file, request) -> {
              if (request.name().equals("00.txt")) {
                awaitQuietly(first);
              } else if (seen.incrementAndGet() == 30) {
                first.countDown();
              }
              return Shell.read(file, request);
            },
            Shell::classify,
            ReadLimits.DEFAULT);
    Outcome outcome =
        shell.type(
            parts, "run", rules, folder + "/many", "--jobs=4", "--columns=file", "--no-header");
    assertThat(outcome.lines().stream().map(line -> Path.of(line).getFileName().toString()))
        .isEqualTo(names);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void brokenFilesAreRowsOfTheirOwnAndHurtNoNeighbour() {
    shell.file("inbox/a0.pdf", "broken");
    shell.file("inbox/a1.txt", "mad");
    Outcome outcome = shell.type("run", rules, inbox, "-o", "tsv", "--columns", "file,type,error");
    assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
    assertThat(outcome.lines())
        .containsExactly(
            "file\ttype\terror",
            inbox + "/a.txt\tinvoice\t",
            inbox + "/a0.pdf\t\tPDF_IS_BROKEN: The PDF is damaged; save it again.",
            inbox
                + "/a1.txt\t\tENGINE_ERROR: The document could not be classified"
                + " (IllegalStateException).",
            inbox + "/b.txt\tletter\t",
            inbox + "/sub/c.txt\t\t");
    assertThat(outcome.err()).contains("2 errors");
  }

  @Test
  void failOnDecidesWhatTheExitCodeIsAbout() {
    assertThat(shell.type("run", rules, inbox, "--fail-on=untyped").exit()).isEqualTo(Exit.FAILED);
    shell.file("inbox/x.pdf", "broken");
    assertThat(shell.type("run", rules, inbox, "--fail-on", "none").exit()).isEqualTo(Exit.DONE);
  }

  @Test
  void aTableOnATerminalIsColouredAndCutToItsWidth() {
    shell.file("inbox/a.txt", "an invoice " + "with a long first line ".repeat(20));
    Outcome outcome =
        shell
            .on(new Screen(true, true, false, 100, 30))
            .type("run", rules, inbox + "/a.txt", inbox + "/b.txt");
    assertThat(outcome.out()).contains("\u001B[1mFILE").contains("REASONING");
    assertThat(outcome.lines())
        .filteredOn(line -> line.contains("invoice\u001B") || line.contains("invoice "))
        .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains("\u001B[32minvoice")
        .contains("0.90")
        .endsWith("…");
    assertThat(outcome.lines())
        .allSatisfy(line ->
            assertThat(line.replaceAll("\u001B\\[[0-9]*m", "").length()).isLessThanOrEqualTo(100));
  }

  @Test
  void noColorTakesTheColoursAway() {
    Outcome outcome =
        shell
            .on(new Screen(true, true, false, 100, 30))
            .with("NO_COLOR", "1")
            .type("run", rules, inbox);
    assertThat(outcome.out()).doesNotContain("\u001B").contains("invoice");
  }

  @Test
  void hiddenFilesAndUnknownEndingsAreLeftOutOfFoldersAndCounted() {
    shell.file("inbox/.hidden.txt", "a letter");
    shell.file("inbox/program.bin", "a letter");
    Outcome outcome = shell.type("run", rules, inbox);
    assertThat(outcome.lines()).hasSize(4);
    assertThat(outcome.err()).contains("2 skipped: 1 of unknown type, 1 hidden");
    assertThat(shell.type("run", rules, inbox + "/program.bin").lines()).hasSize(2);
  }

  @Test
  void includeAndMaxDepthNarrowAFolder() {
    assertThat(shell.type("run", rules, inbox, "--max-depth", "1").lines()).hasSize(3);
    assertThat(
            shell
                .type("run", rules, inbox, "--include", "[ac].*", "--columns=file", "--no-header")
                .lines())
        .containsExactly(inbox + "/a.txt", inbox + "/sub/c.txt");
  }

  @Test
  void theStandardInputIsADocumentOrAListOfFiles() {
    assertThat(shell.reading("an invoice").type("run", rules, "-", "-o", "jsonl").out())
        .isEqualTo(
            """
            {"file":"-","type":"invoice","confidence":0.9,"reasoning":"It says \\"an invoice\\".","error":null}
            """);
    String list = inbox + "/b.txt\n\n" + inbox + "/gone.txt\n";
    Outcome outcome =
        shell
            .reading(list)
            .type("run", rules, "--files-from", "-", "--columns=type,error", "-o=tsv");
    assertThat(outcome.lines())
        .containsExactly("type\terror", "letter\t", "\tThere is no such file.");
    assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
  }

  @Test
  void rulesMayComeAsFlags() {
    Outcome outcome =
        shell.type(
            "run",
            "--rule",
            "letter=Is addressed to a person",
            inbox,
            "--columns=type",
            "--sort=type",
            "-o=tsv");
    assertThat(outcome.lines()).containsExactly("type", "", "", "letter");
  }

  @Test
  void weakAnswersBecomeAnswersWithoutTypeThatSayWhy() {
    Outcome outcome =
        shell.type("run", rules, inbox + "/b.txt", "--min-confidence=0.95", "-o=json");
    assertThat(outcome.out())
        .contains("\"type\":null")
        .contains("Less sure than 0.95 that it is letter. It says");
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreMadeHarmless() {
    String formula =
        shell.file("f.yaml", "[{type: =1+invoice, description: Asks for payment of a total}]");
    String file = shell.file("x.txt", "=1+invoice");
    assertThat(shell.type("run", formula, file, "--columns=type,confidence").lines())
        .containsExactly("type,confidence", "'=1+invoice,0.9");
    assertThat(shell.type("run", formula, file, "-o=tsv", "--columns=type").lines())
        .containsExactly("type", "=1+invoice");
  }

  @Test
  void resultsGoToAFileThatAppearsWhole() throws Exception {
    Path out = folder.resolve("results.yaml");
    Outcome outcome = shell.type("run", rules, inbox, "--out", out.toString(), "-q");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEmpty();
    assertThat(Files.readString(out)).startsWith("- file: ").contains("  type: invoice");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("rules.yaml", "inbox", "results.yaml");
    }
  }

  @Test
  void aFlagWinsOverTheEndingOfTheFileButNotInSilence() throws Exception {
    Path out = folder.resolve("results.csv");
    Outcome outcome = shell.type("run", rules, inbox, "--out", out.toString(), "-o", "jsonl");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err())
        .contains("warning: " + out + " gets jsonl, as -o says, although its name ends like csv\n");
    assertThat(Files.readString(out)).startsWith("{\"file\":");
    assertThat(shell.type("run", rules, inbox, "--out", folder + "/r.txt", "-o", "csv").err())
        .doesNotContain("warning");
  }

  @Test
  void namesThatAreLongAreShownBelowTheFolderThatTheyShare() {
    String deep = folder + "/" + "a-folder-with-a-long-name/".repeat(4);
    shell.file("a-folder-with-a-long-name/".repeat(4) + "one.txt", "an invoice");
    shell.file(
        "a-folder-with-a-long-name/".repeat(4) + "sub/" + "x".repeat(60) + ".txt", "a letter");
    Outcome outcome =
        shell
            .on(new Screen(true, true, false, 80, 30))
            .with("NO_COLOR", "1")
            .type("run", rules, deep);
    assertThat(outcome.lines()).hasSize(4).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(outcome.lines().getFirst()).startsWith("in " + folder.toString().substring(0, 10));
    assertThat(outcome.lines().get(2)).startsWith("one.txt ");
    assertThat(outcome.lines().get(3))
        .startsWith("sub/xxx")
        .contains("x…xx")
        .contains("xx.txt  letter");
  }

  @Test
  void linksThatLeadNowhereOrToFoldersAreCounted() throws Exception {
    Files.createSymbolicLink(Path.of(inbox, "gone.txt"), Path.of("nowhere.txt"));
    Files.createSymbolicLink(Path.of(inbox, "linked"), folder);
    Files.createSymbolicLink(Path.of(inbox, "z.txt"), Path.of("a.txt"));
    Outcome outcome = shell.type("run", rules, inbox);
    assertThat(outcome.lines()).hasSize(5);
    assertThat(outcome.err()).contains("2 skipped: 1 linked folder, 1 broken link");
    assertThat(shell.type("run", rules, inbox + "/gone.txt").err())
        .isEqualTo("error: " + inbox + "/gone.txt is a link to something that is not there\n");
  }

  @Test
  void noHeaderIsPrintedBeforeAServiceThatCannotBeReached() throws Exception {
    int free;
    try (var socket = new java.net.ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Outcome outcome =
        shell.type("run", rules, inbox, "--server", "http://127.0.0.1:" + free, "-o", "csv");
    assertThat(outcome.exit()).isEqualTo(Exit.UNREACHABLE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("start one with: taxon serve");
  }

  @Test
  void anOutputThatCannotBeWrittenIsSaidBeforeAnyWork() {
    Outcome outcome = shell.type("run", rules, inbox, "--out", folder + "/no/such/x.csv");
    assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
    assertThat(outcome.err()).startsWith("error: no file can be written in " + folder + "/no/such");
    assertThat(shell.type("run", rules, inbox, "--out", "x.pdf").err())
        .contains("the ending of x.pdf says no form");
  }

  @Test
  void everyProblemOfTheRulesIsToldWithItsPlace() {
    String wrong =
        shell.file(
            "wrong.yaml",
            """
            rules:
              - type: invoice
                description: short
              - {typ: letter, description: Is addressed to a person}
            """);
    Outcome outcome = shell.type("run", wrong, inbox);
    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err())
        .isEqualTo(
            """
            error: FILE:3:18: description must have 10 to 500 characters, found 5
            error: FILE:4:5: this rule has no 'type', only 'typ', 'description'
            """
                .replace("FILE", wrong));
  }

  @Test
  void whatIsMissingOrMistypedIsSaidInOneSentence() {
    assertThat(shell.type("run").err())
        .startsWith("error: there are no rules to classify by\n")
        .contains("taxon run rules.yaml inbox/");
    Outcome forgotten = shell.type("run", inbox);
    assertThat(forgotten.exit()).isEqualTo(Exit.USAGE);
    assertThat(forgotten.err())
        .startsWith(
            "error: the file of rules is missing: the first word must name it, and "
                + inbox
                + " is a folder\n")
        .contains("  hint: taxon run rules.yaml " + inbox + "\n")
        .contains("        taxon run --rule invoice='Asks for payment of a total' " + inbox + "\n");
    assertThat(shell.type("run", inbox + "/a.txt", inbox + "/b.txt").err())
        .contains("the first word must name it, and " + inbox + "/a.txt holds none");
    assertThat(shell.type("run", rules).err()).startsWith("error: there is nothing to classify\n");
    Outcome gone = shell.type("run", rules, folder + "/gone");
    assertThat(gone.exit()).isEqualTo(Exit.NOT_FOUND);
    assertThat(gone.err()).isEqualTo("error: there is no file or folder " + folder + "/gone\n");
    Outcome flag = shell.type("run", rules, inbox, "--colums=file");
    assertThat(flag.exit()).isEqualTo(Exit.USAGE);
    assertThat(flag.err()).contains("--colums").contains("did you mean --columns?");
    assertThat(shell.type("run", rules, inbox, "--columns=nme").err())
        .startsWith("error: there is no column 'nme'; there are file, type,");
    assertThat(shell.type("run", "-", "-").err()).contains("read once only");
    assertThat(shell.type("run", rules, inbox, "-o", "xml").err())
        .contains("'xml' is none of table, csv, tsv, jsonl, json, yaml, md");
  }

  @Test
  void progressForProgramsIsOneObjectALine() {
    Outcome outcome = shell.type("run", rules, inbox, "--progress=json", "--jobs=1");
    assertThat(outcome.err().lines().filter(line -> line.startsWith("{")).reduce((a, b) -> b))
        .hasValueSatisfying(line ->
            assertThat(line)
                .contains("\"doing\":\"classifying\",\"done\":3,\"total\":3")
                .contains("\"counts\":{\"invoice\":1,\"letter\":1,\"–\":1}"));
  }

  @Test
  void filesGoIntoAFolderForEachTypeAndTheFolderIsNotReadAgain() {
    shell.file("inbox/z.pdf", "broken");
    String sorted = inbox + "/sorted";
    Outcome plan = shell.type("run", rules, inbox, "--move-to", sorted, "--dry-run");
    assertThat(plan.err())
        .contains("would move " + inbox + "/a.txt to " + sorted + "/invoice/a.txt\n")
        .contains("  3 would be moved  ");
    assertThat(Path.of(sorted)).doesNotExist();
    Outcome outcome = shell.type("run", rules, inbox, "--move-to", sorted);
    assertThat(outcome.err()).contains("  3 moved  ");
    assertThat(Path.of(sorted, "invoice", "a.txt")).exists();
    assertThat(Path.of(sorted, "_untyped", "c.txt")).exists();
    assertThat(Path.of(inbox, "z.pdf")).as("what cannot be read stays").exists();
    assertThat(shell.type("run", rules, inbox, "--move-to", sorted).lines()).hasSize(2);
    assertThat(shell.type("run", rules, inbox, "--move-to=a", "--copy-to=b").err())
        .contains("exclude each other");
    assertThat(shell.type("run", rules, inbox, "--dry-run").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void aRunGoesOnWithWhatAnEarlierOneLeft() throws Exception {
    var read = new AtomicInteger();
    var parts =
        new Parts(
            (file, request) -> {
              read.incrementAndGet();
              return Shell.read(file, request);
            },
            Shell::classify,
            ReadLimits.DEFAULT);
    shell.file("inbox/x.pdf", "broken");
    String journal = folder + "/results.jsonl";
    Outcome first = shell.type(parts, "run", rules, inbox, "--resume", journal);
    assertThat(read).hasValue(4);
    assertThat(Files.readAllLines(Path.of(journal))).hasSize(4);

    // killed in the middle of a line; one file is new, one has a new name, one has changed
    Files.writeString(Path.of(journal), "{\"file\":\"torn", StandardOpenOption.APPEND);
    shell.file("inbox/n.txt", "a letter that is new");
    Files.move(Path.of(inbox, "b.txt"), Path.of(inbox, "moved.txt"));
    shell.file("inbox/a.txt", "a letter now");
    read.set(0);
    Outcome second = shell.type(parts, "run", rules, inbox, "--resume", journal, "-o", "csv");
    assertThat(read).as("the new one, the changed one and the one that failed").hasValue(3);
    assertThat(second.lines()).hasSize(6);
    assertThat(second.out()).contains("moved.txt,letter,0.9").contains("a.txt,letter,0.9");
    assertThat(first.out()).contains("a.txt,invoice,0.9");
    assertThat(Files.readString(Path.of(journal))).doesNotContain("torn").contains("b.txt");

    read.set(0);
    String other = shell.file("other.yaml", "[{type: letter, description: Is to a person}]");
    shell.type(parts, "run", other, inbox, "--resume", journal);
    assertThat(read).as("other rules, other answers").hasValue(5);

    read.set(0);
    var marked =
        new Parts(parts.reader(), parts.classifier(), parts.limits(), "builtin", List.of("fast"));
    shell.type(marked, "run", other, inbox, "--resume", journal);
    assertThat(read).as("another way, other answers").hasValue(5);
    shell.type(marked, "run", other, inbox, "--resume", journal);
    assertThat(read).as("the one that failed").hasValue(6);
  }

  @Test
  void aRunThatWasKilledMoreThanOnceIsGoneOnWith() throws Exception {
    Path journal = folder.resolve("results.jsonl");
    shell.type("run", rules, inbox, "--resume", journal.toString());
    List<String> whole = Files.readAllLines(journal);
    byte[] letter = "{\"file\":\"é".getBytes(StandardCharsets.UTF_8);
    var torn = new ByteArrayOutputStream();
    torn.writeBytes("{\"fi\n".getBytes(StandardCharsets.UTF_8));
    torn.writeBytes((whole.getFirst() + "\n").getBytes(StandardCharsets.UTF_8));
    torn.write(letter, 0, letter.length - 1);
    Files.write(journal, torn.toByteArray());

    Outcome outcome = shell.type("run", rules, inbox, "--resume", journal.toString());
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(Files.readAllLines(journal)).isEqualTo(whole);
  }

  @Test
  void twoRunsDoNotKeepTheirRowsInOneFile() throws Exception {
    Path journal = folder.resolve("results.jsonl");
    try (var other =
            FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var _ = other.lock()) {
      Outcome outcome = shell.type("run", rules, inbox, "--resume", journal.toString());
      assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .startsWith("error: another run keeps its rows in " + journal + " at this moment\n");
    }
    assertThat(shell.type("run", rules, inbox, "--resume", journal.toString()).exit()).isZero();
  }

  @Test
  void aNarrowTerminalIsWideEnough() {
    for (int columns : new int[] {1, 20, 54}) {
      Shell narrow = shell.on(new Screen(true, true, true, columns, 10));
      assertThat(narrow.type("run", rules, inbox).exit()).isZero();
      assertThat(narrow.type("run", "--help").out()).startsWith("Usage: taxon run");
    }
  }

  @Test
  void aNameWithADashIsToldFromAFlag() throws Exception {
    Path file = Path.of("-no-flag.txt");
    Files.writeString(file, "an invoice");
    try {
      assertThat(shell.type("run", rules, "-no-flag.txt").err())
          .endsWith("  hint: write -- before files whose names begin with a dash\n");
      assertThat(shell.type("run", rules, "--", "-no-flag.txt").out())
          .contains("'-no-flag.txt,invoice,");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aFileThatIsNoJournalIsNotWrittenOver() throws Exception {
    for (String text : List.of("my notes\nmore of them\n", "my only note", "{}")) {
      String notes = shell.file("notes.txt", text);
      Outcome outcome = shell.type("run", rules, inbox, "--resume", notes);
      assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
      assertThat(outcome.err()).contains("  where: " + notes + ":1\n");
      assertThat(Path.of(notes)).hasContent(text);
    }
  }

  @Test
  void whatGitIgnoresIsLeftOutOfFoldersUnlessAskedFor() throws Exception {
    Files.createDirectories(Path.of(inbox, ".git"));
    shell.file("inbox/.gitignore", "# built\n/build/\n*.log\n!keep.log\nsub/c.*\n");
    shell.file("inbox/build/o.txt", "a letter");
    shell.file("inbox/x.log", "a letter");
    shell.file("inbox/keep.log", "a letter");
    shell.file("inbox/sub/build/p.txt", "a letter");
    Outcome outcome = shell.type("run", rules, inbox, "--columns=file", "--no-header");
    assertThat(outcome.lines())
        .containsExactly(
            inbox + "/a.txt", inbox + "/b.txt", inbox + "/keep.log", inbox + "/sub/build/p.txt");
    assertThat(outcome.err()).contains("3 ignored by git");
    assertThat(shell.type("run", rules, inbox, "--no-ignore", "--no-header").lines()).hasSize(7);
  }

  @Test
  void rulesMayBeThoseThatAServiceKeeps() throws Exception {
    var server =
        com.sun.net.httpserver.HttpServer.create(
            new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean known = exchange.getRequestURI().getPath().endsWith("/configurations/cfg-1");
          byte[] body =
              (known
                      ? "{\"id\":\"cfg-1\",\"parameters\":{\"rules\":[{\"type\":\"a\"}]}}"
                      : "{\"detail\":\"Configuration not found\"}")
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(shell.type("run", "--config=cfg-1", "--server", url, inbox).err())
          .isEqualTo("error: cfg-1:1:11: this rule has no 'description', only 'type'\n");
      Outcome unknown = shell.type("run", "--config=x/y", "--server", url, inbox);
      assertThat(unknown.exit()).isEqualTo(Exit.NOT_FOUND);
      assertThat(unknown.err())
          .isEqualTo(
              "error: Configuration not found\n  where: GET /api/v1/beta/configurations/x/y\n");
    } finally {
      server.stop(0);
    }
    assertThat(shell.type("run", "--config=cfg-1", inbox).err())
        .isEqualTo("error: --config goes with --server only\n");
  }

  @Test
  void aListMayEndItsNamesWithNul() {
    Outcome outcome =
        shell
            .reading(inbox + "/a.txt\0" + inbox + "/b.txt\0")
            .type("run", rules, "--files-from=-", "-0", "--columns=type", "-o=tsv");
    assertThat(outcome.lines()).containsExactly("type", "invoice", "letter");
  }

  @Test
  void aFailureCanBeToldAsJson() {
    Outcome outcome = shell.type("run", rules, folder + "/gone", "--json-errors");
    assertThat(outcome.err())
        .isEqualTo("{\"error\":\"there is no file or folder " + folder + "/gone\",\"exit\":5}\n");
  }
}
