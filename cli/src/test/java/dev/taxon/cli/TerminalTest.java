package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees: the program started by its launcher on a terminal of 90 columns. */
final class TerminalTest {
  private static final int MANY = 4_000;

  @TempDir Path folder;
  private Path typescript;

  @BeforeEach
  void layOutTheProgram() throws IOException, InterruptedException {
    assumeTrue(hasScript(), "skipped: there is no script(1) of util-linux to make a terminal with");
    Path home = folder.resolve("home");
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("bin"));
    Files.copy(Path.of("src/main/launch/bin/taxon"), home.resolve("bin/taxon"));
    Files.copy(Path.of("src/main/launch/lib/java.options"), home.resolve("lib/java.options"));
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "dev.taxon.cli.Main");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(home.resolve("lib/taxon-cli.jar"))) {
      new JarOutputStream(file, manifest).close();
    }
    Files.writeString(
        folder.resolve("rules.yaml"),
        """
        rules:
          - type: invoice
            description: Invoice that asks for payment, with invoice number, VAT and total due
          - type: resume
            description: Resume of a person, with work experience, education and skills
        """);
    typescript = folder.resolve("typescript");
  }

  private static boolean hasScript() throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder("script", "--version").start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 && said.contains("util-linux");
    } catch (IOException e) {
      return false;
    }
  }

  /** Starts the program on a terminal of its own, whose keyboard is the process's input. */
  private Process start(String words) throws IOException {
    return start(words, Map.of());
  }

  private Process start(String words, Map<String, String> environment) throws IOException {
    String command = "stty cols 90 rows 30; exec sh home/bin/taxon " + words;
    var builder =
        new ProcessBuilder("script", "-qefc", command, typescript.toString())
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TAXON_"));
    builder.environment().keySet().removeAll(List.of("NO_COLOR", "COLUMNS"));
    builder.environment().put("TERM", "xterm-256color");
    builder
        .environment()
        .put("TAXON_JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private String shown() {
    try {
      return Files.exists(typescript) ? Files.readString(typescript) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aTableIsColouredAndFitsTheTerminal() throws Exception {
    write(
        "inbox/a.txt", "INVOICE\nInvoice number 42\nVAT 19 %\nTotal due 5 EUR\n" + "x ".repeat(99));
    write("inbox/b.txt", "Nothing of the kind");
    Process process = start("run rules.yaml inbox");
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(this::shown).isZero();
    assertThat(shown())
        .contains("\u001B[1mFILE")
        .contains("\u001B[32minvoice")
        .contains("2 files  1 classified  1 without type  0 errors");
    assertThat(shown().lines().filter(line -> line.startsWith("inbox/")))
        .hasSize(2)
        .allSatisfy(line ->
            assertThat(line.replaceAll("\u001B\\[[0-9;]*[mK]|\r", ""))
                .hasSizeLessThanOrEqualTo(90));
  }

  @Test
  void progressIsDrawnAndCtrlCShowsWhatIsDone() throws Exception {
    Path first = folder.resolve("inbox/0000.txt");
    write("inbox/0000.txt", "Invoice number 7\nTotal due 5 EUR");
    for (int i = 1; i < MANY; i++) {
      Files.createLink(folder.resolve("inbox/%04d.txt".formatted(i)), first);
    }
    Process process = start("run rules.yaml inbox --jobs=1 --columns=file,type");
    try (OutputStream keyboard = process.getOutputStream()) {
      Awaitility.await()
          .atMost(120, TimeUnit.SECONDS)
          .until(() -> shown().contains("\r\u001B[Kclassifying [") || !process.isAlive());
      keyboard.write(3);
      keyboard.flush();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).as(this::shown).isEqualTo(130);
    assertThat(shown()).contains("/" + MANY).containsPattern("[0-9]+ files?  [0-9]+ classified");
  }

  @Test
  void theDemoOpensItsPageAndStaysUntilEnter() throws Exception {
    Process process = demo("echo \"$1\" >>opened");
    try (OutputStream keyboard = process.getOutputStream()) {
      Awaitility.await()
          .atMost(120, TimeUnit.SECONDS)
          .until(() -> shown().contains("Press Enter to end") || !process.isAlive());
      String page = Files.readString(folder.resolve("opened")).strip();
      assertThat(page).matches("http://127\\.0\\.0\\.1:[0-9]+/docs");
      assertThat(shown())
          .containsPattern("a.txt +\\S*invoice")
          .contains("The browser shows " + page);
      assertThat(status(page)).isEqualTo(200);
      assertThat(filesOfDemos()).hasSize(1);
      keyboard.write('\n');
      keyboard.flush();
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> shown().contains("The service is gone again") || !process.isAlive());
      assertThat(filesOfDemos()).as("gone when it is said").isEmpty();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).as(this::shown).isZero();
    assertThat(shown()).contains("The service is gone again");
    assertThat(filesOfDemos()).isEmpty();
  }

  @Test
  void theDemoTellsItsPageWhereNoBrowserOpens() throws Exception {
    Process process = demo("exit 3");
    try (OutputStream keyboard = process.getOutputStream()) {
      Awaitility.await()
          .atMost(120, TimeUnit.SECONDS)
          .until(() -> shown().contains("Press Enter to end") || !process.isAlive());
      keyboard.write(3);
      keyboard.flush();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).as(this::shown).isEqualTo(130);
    assertThat(shown()).contains("No browser could be opened; the page is http://127.0.0.1:");
    assertThat(filesOfDemos()).isEmpty();
  }

  @Test
  void theDemoOpensNothingWhereItIsAskedNotTo() throws Exception {
    Process process = demo("echo \"$1\" >>opened", "--no-open");
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(this::shown).isZero();
    assertThat(folder.resolve("opened")).doesNotExist();
  }

  /** The demo on a desktop whose opener of addresses is a script. */
  private Process demo(String opener, String... flags) throws IOException {
    write("home/examples/rules.yaml", Files.readString(folder.resolve("rules.yaml")));
    write("home/examples/documents/a.txt", "INVOICE\nInvoice number 42\nVAT 19 %\nTotal due 5 EUR");
    write("path/xdg-open", "#!/bin/sh\n" + opener + "\n");
    assertThat(folder.resolve("path/xdg-open").toFile().setExecutable(true)).isTrue();
    Files.createDirectories(folder.resolve("tmp"));
    return start(
        "demo " + String.join(" ", flags),
        Map.of(
            "DISPLAY", ":99",
            "PATH", folder.resolve("path") + ":" + System.getenv("PATH"),
            "TAXON_JAVA_OPTS", "-Djava.io.tmpdir=" + folder.resolve("tmp")));
  }

  private List<Path> filesOfDemos() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("taxon-demo")).toList();
    }
  }

  private static int status(String address) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
