package dev.taxon.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.DocumentReader;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.server.House;
import dev.taxon.store.Job;
import dev.taxon.store.Outcome;
import dev.taxon.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that ends the whole process, among others that are harmless. */
class DeadlyDocumentTest {
  private static final int DEATH = 9;

  @TempDir Path data;

  @Test
  void itKillsFiveTimesThenHasFailedAndNoOtherSuffers() throws Exception {
    Job job;
    try (var house = new House(StoreSettings.sqlite(data))) {
      Work work = Life.work(house);
      job = house.job(work, "a", "b", "deadly", "c", "d", "e", "f", "g", "h", "i", "j", "k");
    }

    int deaths = 0;
    int exit;
    while ((exit = live()) == DEATH) {
      deaths++;
    }

    assertThat(exit).isZero();
    assertThat(deaths).isEqualTo(5);
    try (var house = new House(StoreSettings.sqlite(data))) {
      List<Outcome> outcomes = house.outcomes(job);
      assertThat(outcomes.get(2))
          .isEqualTo(
              new Outcome.Failed(
                  ReadFailure.Code.ENGINE_ERROR,
                  "The server died or ran out of memory 5 times while it read this file."));
      assertThat(outcomes).filteredOn(Outcome.Classified.class::isInstance).hasSize(11);
    }
  }

  private int live() throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Life.class.getName(),
            data.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  /** One life of a server: it ends well when nothing waits any more. */
  static final class Life {
    private Life() {}

    public static void main(String[] arguments) {
      try (var house = new House(StoreSettings.sqlite(Path.of(arguments[0])));
          Work work = work(house)) {
        work.start();
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> house.store().jobs().pendingDocuments() == 0);
      }
      System.exit(0);
    }

    static Work work(House house) {
      DocumentReader reader =
          (path, request) -> {
            if (text(path).equals("deadly")) {
              Runtime.getRuntime().halt(DEATH);
            }
            return Document.of("x");
          };
      return new Work(
          house.store(),
          reader,
          (document, rules) -> new Decision("letter", 0.9, "It is one.", List.of(), List.of()),
          new WorkSettings(
              "test",
              4,
              ReadLimits.DEFAULT,
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofSeconds(1),
              Duration.ZERO),
          WorkObserver.NONE,
          Clock.systemUTC());
    }

    private static String text(Path path) {
      try {
        return Files.readString(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
