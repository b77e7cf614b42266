package dev.taxon.cli.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shortest programs that need no package, or one that happens to be here; those over npm
 * packages run in {@link NpmClientsTest}.
 */
class ExampleProgramsTest {
  private static final Path PROGRAMS = Path.of("..", "examples", "clients");

  @TempDir private static Path folder;
  private static StartedServer server;
  private static String invoice;

  @BeforeAll
  static void start() throws IOException {
    server = StartedServer.on(folder.resolve("data"));
    invoice =
        Files.writeString(
                folder.resolve("invoice.txt").toAbsolutePath(),
                """
                INVOICE
                Invoice number 2026-0117, date of issue 3 March 2026
                2 oak shelves at 145.00: 290.00
                Total due: 434.00
                Please make your payment within 14 days.
                """)
            .toString();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void everyProgramHasOneLineThatNamesTheServer() throws IOException {
    try (Stream<Path> programs = Files.list(PROGRAMS)) {
      for (Path program : programs.filter(p -> !p.endsWith("README.md")).toList()) {
        List<String> lines = Files.readAllLines(program);
        assertThat(lines)
            .as(program.toString())
            .filteredOn(l -> l.contains("the one line"))
            .hasSize(1);
        assertThat(lines)
            .as(program.toString())
            .filteredOn(line -> line.contains("the one line"))
            .first()
            .asString()
            .contains("LLAMA_CLOUD_BASE_URL");
        assertThat(Files.readString(PROGRAMS.resolve("README.md")))
            .contains(program.getFileName().toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "node, fetch.mjs, invoice",
    "python3, urllib_only.py, invoice",
    "sh, curl.sh, '\"type\":\"invoice\"'",
    "sh, curl-v1.sh, '\"type\":\"invoice\"'",
  })
  void programsWithoutAClientSayWhatAnInvoiceIs(String tool, String program, String said)
      throws IOException, InterruptedException {
    isHere(tool.equals("sh") ? "curl" : tool, "--version");

    assertThat(run(Map.of(), tool, program)).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "llama_cloud, llama_cloud_v2.py",
    "llama_cloud, llama_cloud_v1.py",
    "llama_cloud_services, llama_cloud_services.py",
  })
  void programsOverThePythonPackagesSayWhatAnInvoiceIs(String module, String program)
      throws IOException, InterruptedException {
    isHere("python3", "-c", "import " + module);

    assertThat(run(Map.of(), "python3", program)).contains("invoice");
  }

  @Test
  void javaAloneSaysWhatAnInvoiceIs() throws IOException, InterruptedException {
    assertThat(run(Map.of(), java(), "HttpOnly.java")).contains("invoice");
  }

  @Test
  void theCommandLineSaysWhatAnInvoiceIs() throws IOException, InterruptedException {
    Path llp = folder.resolve("llp").toAbsolutePath();
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .reduce((a, b) -> a + File.pathSeparator + b)
            .orElseThrow();
    Files.writeString(
        llp,
        "#!/bin/sh\nTAXON_CALLED_AS=llp exec '"
            + java()
            + "' -XX:TieredStopAtLevel=1 -cp '"
            + classPath
            + "' dev.taxon.cli.Main \"$@\"\n");
    assertThat(llp.toFile().setExecutable(true)).isTrue();

    assertThat(run(Map.of("LLP", llp.toString()), "sh", "llp.sh")).contains("\"invoice\"");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String run(Map<String, String> more, String... command)
      throws IOException, InterruptedException {
    var environment = new HashMap<>(server.environment());
    environment.putAll(more);
    Shell.Ended ended =
        Shell.run(
            PROGRAMS,
            environment,
            Stream.concat(Stream.of(command), Stream.of(invoice)).toArray(String[]::new));
    assertThat(ended.status()).as(ended.output()).isZero();
    return ended.output();
  }

  private static void isHere(String... command) throws InterruptedException {
    boolean isHere;
    try {
      isHere = Shell.run(PROGRAMS, Map.of(), command).status() == 0;
    } catch (IOException notThere) {
      isHere = false;
    }
    if (!isHere) {
      System.out.println("not run here, for want of: " + String.join(" ", command));
    }
    assumeTrue(isHere, "this program needs: " + String.join(" ", command));
  }
}
