package dev.taxon.cli.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.engine.LexicalClassifier;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import dev.taxon.server.Configuration;
import dev.taxon.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented way of a file, by the official commands against Taxon itself. */
class RealServerTest {
  @TempDir Path folder;

  @Test
  @DisplayName("V1-79 the official commands upload, classify and read the result")
  void aFileIsUploadedClassifiedAndItsResultRead() throws IOException {
    Files.writeString(
        folder.resolve("inv.txt"), "INVOICE No 42\nTotal due: 100 EUR\nPlease pay by transfer.\n");
    var settings =
        Configuration.read(
                Map.of("port", "0", "data", folder.resolve("data").toString()),
                Map.of(),
                folder,
                Set.of())
            .settings();
    try (var server =
        Server.start(settings, new FileReader(ReaderSettings.DEFAULT), new LexicalClassifier())) {
      String key = Files.readString(server.keyFile().orElseThrow()).strip();
      var run =
          new Run()
              .in(folder)
              .called("llamacloud-prod")
              .env("LLAMA_CLOUD_BASE_URL", server.baseUrl().toString())
              .env("LLAMA_CLOUD_API_KEY", key);

      String file =
          run.run(
                  "files",
                  "create",
                  "--file",
                  "inv.txt",
                  "--purpose",
                  "classify",
                  "--transform",
                  "id",
                  "-r")
              .out()
              .strip();
      String job =
          run.run(
                  "classifier:jobs",
                  "create",
                  "--file-id",
                  file,
                  "--rule",
                  "{type: invoice, description: An invoice with a number and a total due}",
                  "--transform",
                  "id",
                  "-r")
              .out()
              .strip();
      await()
          .untilAsserted(() ->
              assertThat(
                      run.run("classifier:jobs", "get", job, "--transform", "status", "-r").out())
                  .isEqualTo("SUCCESS\n"));
      assertThat(
              run.run(
                      "classifier:jobs",
                      "get-results",
                      "--api-key",
                      key,
                      "--classify-job-id",
                      job,
                      "--transform",
                      "items.#.{f:file_id,t:result.type}",
                      "--format",
                      "jsonl")
                  .out())
          .isEqualTo("[{\"f\":\"" + file + "\",\"t\":\"invoice\"}]\n");

      var refused = run.run("files", "list", "--api-key", "not it", "--transform-error", "detail");
      assertThat(refused.out()).isEqualTo("\"Invalid API Key\"\n");
      assertThat(refused.err()).endsWith(": 401 Unauthorized\n");
    }
  }
}
