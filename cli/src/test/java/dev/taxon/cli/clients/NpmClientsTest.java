package dev.taxon.cli.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The official npm clients, as they are published, against a real server. */
class NpmClientsTest {
  private static final List<String> FLOWS =
      """
      upload-stream upload-blob upload-blob-without-name upload-buffer upload-response
      upload-external-id upload-to-project
      files-retrieve files-content files-list files-query files-delete
      job-create job-wait-and-results job-in-project job-project-null job-list
      classify classify-partial classify-error job-of-unknown-project
      error-400 error-401 error-403 error-404 error-405 error-413 error-422
      classify-timeout-60 retry-after-503 idempotency-key base-url-shapes
      projects-list projects-get
      services-file-paths services-contents services-project services-error
      services-refused-create services-files services-presigned-upload services-organizations
      """
          .lines()
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();

  @TempDir private static Path folder;
  private static NpmFolder npm;
  private static StartedServer server;

  @BeforeAll
  static void installAndStart() throws IOException, InterruptedException {
    boolean possible = NpmFolder.isPossible();
    assertThat(possible || System.getenv("CI") == null)
        .as("Node 20 or newer and npm are there, as continuous integration must have them")
        .isTrue();
    assumeTrue(possible, "the official npm clients need Node 20 or newer and npm");
    npm = NpmFolder.install();
    server = StartedServer.on(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFlowEndsWell() throws IOException, InterruptedException {
    List<String> said = npm.node(server.environment(), "flows.mjs").output().lines().toList();
    return Stream.concat(
        FLOWS.stream()
            .map(
                flow -> DynamicTest.dynamicTest(flow, () -> assertThat(said).contains(okOf(flow)))),
        Stream.of(
            DynamicTest.dynamicTest(
                "and there is no other flow",
                () ->
                    assertThat(said)
                        .containsExactlyElementsOf(
                            FLOWS.stream().map(NpmClientsTest::okOf).toList()))));
  }

  private static String okOf(String flow) {
    return "flow " + flow + " ok";
  }

  @Test
  void theShortestProgramsSayWhatAnInvoiceIs() throws IOException, InterruptedException {
    Path invoice = folder.resolve("a.pdf").toAbsolutePath();
    npm.node(server.environment(), "programs/write-invoice.mjs", invoice.toString());
    for (String program : List.of("llama-cloud", "llama-cloud-services")) {
      Shell.Ended ended =
          npm.node(server.environment(), "programs/" + program + ".mjs", invoice.toString());
      assertThat(ended.output().lines().toList()).as(program).endsWith("invoice");
      assertThat(ended.status()).as(program).isZero();
    }
  }
}
