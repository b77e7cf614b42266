package dev.taxon.cli.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The official npm clients, as they are published, against a real server. */
class NpmClientsTest {
  private static final List<String> BOTH =
      words(
          """
          upload-stream upload-blob upload-blob-without-name upload-buffer upload-response
          upload-external-id upload-to-project
          files-retrieve files-content files-list files-query files-delete
          projects-list projects-get
          v2-run v2-run-none v2-run-failed v2-run-in-project v2-create-get v2-documentation-loop
          v2-list v2-cancel v2-transaction-id v2-file-forms v2-id-forms v2-wait
          configurations configurations-upsert configurations-list configurations-run
          parse-file parse-upload parse-then-classify parse-text-of-classification
          v2-error-400 v2-error-401 v2-error-403 v2-error-404 v2-error-409 v2-error-422
          v2-error-429 v2-error-500 v2-error-connection
          webhook-configs webhook-configs-update webhook-configs-list webhook-configs-refused
          webhook-json webhook-string webhook-all-events webhook-saved webhook-tried-again
          webhook-parse
          retry-after-503 base-url-shapes
          """);

  private static final List<String> OLDER =
      words(
          """
          job-create job-wait-and-results job-in-project job-project-null job-list
          classify classify-partial classify-error classify-cancelled job-of-unknown-project
          error-400 error-401 error-403 error-404 error-405 error-413 error-422
          classify-timeout-60 idempotency-key webhook-job
          """);

  private static final List<String> SERVICES =
      words(
          """
          services-file-paths services-contents services-project services-error
          services-refused-create services-files services-presigned-upload services-organizations
          """);

  private static final List<String> N8N =
      words("n8n-credential-test n8n-classify n8n-classify-none n8n-classify-bare-id");

  private static final List<String> NEWER = List.of("parse-delete");

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
  Stream<DynamicTest> everyFlowEndsWellWithEveryClientThatHasIt()
      throws IOException, InterruptedException {
    String said = npm.node(server.environment(), "table.mjs").output();
    System.out.println(said);
    List<String> table = said.lines().skip(2).toList();
    List<String> rows =
        Stream.of(
                rows(BOTH, "ok | ok |  | "),
                rows(OLDER, "ok |  |  | "),
                rows(SERVICES, " |  | ok | "),
                rows(N8N, " |  |  | ok"),
                rows(NEWER, " | ok |  | "))
            .flatMap(some -> some)
            .toList();
    return Stream.concat(
        rows.stream()
            .map(row -> DynamicTest.dynamicTest(row, () -> assertThat(table).contains(row))),
        Stream.of(
            DynamicTest.dynamicTest(
                "and there is no other flow",
                () -> assertThat(table).containsExactlyInAnyOrderElementsOf(rows))));
  }

  private static Stream<String> rows(List<String> flows, String cells) {
    return flows.stream().map(flow -> "| " + flow + " | " + cells + " |");
  }

  private static List<String> words(String text) {
    return text.strip().lines().flatMap(line -> Stream.of(line.strip().split(" "))).toList();
  }

  @Test
  @DisplayName("V2-51 the newest client classifies in one call after only its base URL was changed")
  void theNewestClientClassifiesInOneCall() throws IOException, InterruptedException {
    Shell.Ended ended =
        npm.node(server.environment(), "--conditions=next", "flows.mjs", "v2-run", "v2-run-none");

    assertThat(ended.output().lines()).contains("flow v2-run ok", "flow v2-run-none ok");
    assertThat(ended.status()).isZero();
  }

  @Test
  @DisplayName(
      "V1-41 V1-51 V1-76 the older client waits as told, stops where an operator cancels,"
          + " and makes one job in three tries")
  void theOlderClientIsPatient() throws IOException, InterruptedException {
    Shell.Ended ended =
        npm.node(
            server.environment(),
            "flows.mjs",
            "retry-after-503",
            "classify-cancelled",
            "classify-timeout-60");

    assertThat(ended.output().lines())
        .contains(
            "flow retry-after-503 ok", "flow classify-cancelled ok", "flow classify-timeout-60 ok");
    assertThat(ended.status()).isZero();
  }

  @Test
  @DisplayName("V1-79 the shortest programs of the npm clients say what an invoice is")
  void theShortestProgramsSayWhatAnInvoiceIs() throws IOException, InterruptedException {
    Path invoice = folder.resolve("a.pdf").toAbsolutePath();
    npm.node(server.environment(), "programs/write-invoice.mjs", invoice.toString());
    for (String program :
        List.of("llama-cloud", "llama-cloud-next", "llama-cloud-v1", "llama-cloud-services")) {
      Shell.Ended ended =
          npm.node(server.environment(), "programs/" + program + ".mjs", invoice.toString());
      assertThat(ended.output().lines().toList()).as(program).endsWith("invoice");
      assertThat(ended.status()).as(program).isZero();
    }
  }
}
