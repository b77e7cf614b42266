package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real program at random moments of a job of 200 files, starts it again, and looks
 * whether anything was lost or done twice. {@code ./dev crash ROUNDS SEED} runs more of it.
 */
class CrashTest {
  private static final int FILES = 200;
  private static final int ROUNDS = Integer.getInteger("taxon.crash.rounds", 10);
  private static final long SEED = Long.getLong("taxon.crash.seed", System.nanoTime());

  private static final List<String> TEXTS =
      List.of(
          "Invoice number %d\nPlease pay the total amount due of 120.00 EUR within 14 days.",
          "Dear Ms Berg,\nthank you for your letter number %d.\nKind regards, Anna",
          "Minutes of meeting %d\nPresent: four people. Agenda: the budget. Decisions: none.",
          "The sea was calm on day %d, and nobody spoke.");

  @TempDir Path data;

  private final Random random = new Random(SEED);

  /** Jobs that were acknowledged, or might have been: their idempotency key, and id when known. */
  private final Map<String, String> jobs = new LinkedHashMap<>();

  /** Uploads that may have been done at a death: their idempotency key, and id when known. */
  private final Map<String, String> uploads = new LinkedHashMap<>();

  /** When each job took its final status, as first seen. */
  private final Map<String, String> ended = new HashMap<>();

  @Test
  @DisplayName("V1-50 a server that is killed loses nothing and does nothing twice")
  void aServerThatIsKilledLosesNothingAndDoesNothingTwice() throws Exception {
    System.out.printf("crash test: %d rounds, seed %d%n", ROUNDS, SEED);
    List<String> files;
    try (var server = ServerProcess.start(data)) {
      files = upload(server);
      assertThat(server.stop()).as("a stop that was asked for ends well").isZero();
    }
    for (int round = 1; round <= ROUNDS; round++) {
      round(round, files);
    }
    try (var server = ServerProcess.start(data)) {
      repeatUnacknowledged(server, files);
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> jobs.values().stream().allMatch(job -> look(server, job)));
      jobs.values().forEach(job -> check(server, job, files));
      assertThat(server.jobCount()).as("jobs in all").isEqualTo(jobs.size());
      assertThat(server.fileCount()).as("files in all").isEqualTo(FILES + uploads.size());
      assertThat(server.stop()).isZero();
    }
    checkDatabase();
    try (Stream<Path> temporary = Files.list(data.resolve("tmp"))) {
      assertThat(temporary).as("temporary files").isEmpty();
    }
  }

  /** One life of the server and its death. */
  private void round(int round, List<String> files) throws Exception {
    try (var server = ServerProcess.launch(data)) {
      if (random.nextInt(4) == 0) {
        // somewhere in the start or in the recovery
        die(server, round, "start", random.nextInt(2_500));
        return;
      }
      server.awaitReady();
      repeatUnacknowledged(server, files);
      jobs.values().forEach(job -> look(server, job));
      String key = "round-" + round;
      jobs.put(key, "");
      // a half-sent upload at the moment of death
      Thread upload = server.uploadSlowly();
      if (random.nextInt(4) == 0) {
        uploads.put(key, "");
        Thread create = Thread.ofVirtual().start(() -> acknowledge(server, key, files));
        Thread once = Thread.ofVirtual().start(() -> uploadOnce(server, key));
        die(server, round, "creation", random.nextInt(80));
        create.join();
        once.join();
      } else {
        acknowledge(server, key, files);
        die(server, round, "work", random.nextInt(1_500));
      }
      upload.join();
    }
  }

  private static void die(ServerProcess server, int round, String moment, int millis)
      throws InterruptedException {
    server.kill(Duration.ofMillis(millis));
    System.out.printf("crash test: round %d, killed %d ms into %s%n", round, millis, moment);
  }

  private void acknowledge(ServerProcess server, String key, List<String> files) {
    server.create(key, files).ifPresent(job -> jobs.put(key, job));
  }

  private void uploadOnce(ServerProcess server, String key) {
    server
        .uploadOnce(key + " upload", key + ".txt", key)
        .ifPresent(file -> assertThat(uploads.put(key, file)).isIn("", file));
  }

  /** What a client does that got no answer: it asks again with the same idempotency key. */
  private void repeatUnacknowledged(ServerProcess server, List<String> files) {
    for (String key : List.copyOf(jobs.keySet())) {
      if (jobs.get(key).isEmpty()) {
        acknowledge(server, key, files);
        assertThat(jobs.get(key)).as("job of " + key).isNotEmpty();
      }
    }
    for (String key : List.copyOf(uploads.keySet())) {
      uploadOnce(server, key);
      assertThat(uploads.get(key)).as("upload of " + key).isNotEmpty();
    }
  }

  /** Whether a job has ended; it stays as it ended. */
  private boolean look(ServerProcess server, String job) {
    var seen = server.job(job);
    String status = seen.path("status").asString();
    String end = status + " at " + seen.path("effective_at").asString();
    if (ended.containsKey(job)) {
      assertThat(end).as("the end of job " + job).isEqualTo(ended.get(job));
      return true;
    }
    if (status.equals("PENDING")) {
      return false;
    }
    assertThat(status)
        .as("status of job %s with %s", job, failures(server, job))
        .isEqualTo("SUCCESS");
    ended.put(job, end);
    return true;
  }

  /** What the files that failed say of it. */
  private static List<String> failures(ServerProcess server, String job) {
    var sentences = new ArrayList<String>();
    for (var item : server.results(job).path("items")) {
      if (item.path("result").isNull()) {
        sentences.add(item.toString());
      }
    }
    return sentences;
  }

  private static void check(ServerProcess server, String job, List<String> files) {
    var results = server.results(job);
    assertThat(server.results(job)).as("read twice").isEqualTo(results);
    assertThat(results.path("total_size").asInt()).isEqualTo(FILES);
    var seen = new ArrayList<String>();
    var types = new HashMap<Integer, String>();
    for (var item : results.path("items")) {
      int kind = seen.size() % TEXTS.size();
      seen.add(item.path("file_id").asString());
      String type = item.path("result").path("type").asString("none");
      assertThat(item.path("result").path("reasoning").asString()).isNotBlank();
      assertThat(types.computeIfAbsent(kind, k -> type)).as("equal files").isEqualTo(type);
    }
    assertThat(seen).isEqualTo(files);
    assertThat(types).containsEntry(0, "invoice");
  }

  private void checkDatabase() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("taxon.db"))) {
      for (String never :
          List.of(
              "select count(*) from documents where outcome is not 'CLASSIFIED'",
              "select count(*) from jobs where status <> 'SUCCESS' or waiting <> 0",
              "select count(*) from scheduled_tasks")) {
        try (var statement = connection.createStatement();
            var row = statement.executeQuery(never)) {
          assertThat(row.getInt(1)).as(never).isZero();
        }
      }
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("select count(*) from documents")) {
        assertThat(row.getInt(1)).as("documents").isEqualTo(jobs.size() * FILES);
      }
    }
  }

  private static List<String> upload(ServerProcess server) {
    var files = new ArrayList<String>();
    for (int i = 0; i < FILES; i++) {
      files.add(server.upload(i + ".txt", TEXTS.get(i % TEXTS.size()).formatted(i / TEXTS.size())));
    }
    return files;
  }
}
