package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every damaged or hostile file of the collection, uploaded beside a good one. The collection is
 * not part of the product; without it the test is skipped and says so.
 */
class BrokenNeighboursTest extends Scenario {
  @Test
  @DisplayName("V1-45 beside every broken file of the collection the good one is classified")
  void everyBrokenFile() throws IOException {
    Optional<Path> folder = collection();
    if (folder.isEmpty()) {
      System.out.println("Skipped: no shared/corpus/dev/broken; set TAXON_SHARED to its folder.");
    }
    assumeTrue(folder.isPresent());
    String good = invoice();
    Map<String, JsonNode> jobs = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder.orElseThrow())) {
      for (Path file : files.filter(f -> !f.toString().endsWith("broken.csv")).sorted().toList()) {
        String name = file.getFileName().toString();
        String broken = upload(k1, name, Files.readAllBytes(file));
        jobs.put(name, create(k1, minimal(good, broken)));
      }
    }
    assertThat(jobs).isNotEmpty();

    jobs.forEach((name, job) -> {
      JsonNode end =
          await()
              .atMost(Duration.ofSeconds(60))
              .pollInterval(Duration.ofMillis(50))
              .until(() -> now(job), now -> !now.path("status").stringValue().equals("PENDING"));
      List<JsonNode> items = results(k1, job).path("items").valueStream().toList();
      assertThat(items.getFirst().at("/result/type").asString("")).as(name).isEqualTo("invoice");
      JsonNode result = items.getLast().path("result");
      System.out.printf(
          "%-44s %s%n",
          name,
          result.isNull()
              ? end.path("error_message").stringValue().replaceAll("^.*?: [0-9a-f-]{36}: ", "")
              : "read, type " + result.path("type").asString("none"));
      assertThat(end.path("status").stringValue())
          .as(name)
          .isEqualTo(result.isNull() ? "PARTIAL_SUCCESS" : "SUCCESS");
    });
    assertThat(k1.api().get("/health/ready").status()).isEqualTo(200);
  }

  private JsonNode now(JsonNode job) {
    return k1.api().get(JOBS + "/" + job.path("id").stringValue()).json();
  }

  /** The collection's folder: told, or beside the checkout. */
  private static Optional<Path> collection() {
    String told = System.getProperty("TAXON_SHARED", System.getenv("TAXON_SHARED"));
    Stream<Path> places =
        told != null
            ? Stream.of(Path.of(told))
            : Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared"));
    return places
        .map(shared -> shared.resolve("corpus/dev/broken"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
