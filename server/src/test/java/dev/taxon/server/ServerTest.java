package dev.taxon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.DocumentReader;
import dev.taxon.store.StoreSettings;
import dev.taxon.store.StoreUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
  private static final Classifier LETTER =
      (document, rules) -> new Decision("letter", 0.9, "It is one.", List.of(), List.of());
  private static final DocumentReader TEXT = (path, request) -> Document.of(request.name());

  @TempDir Path data;
  private final List<Server> open = new java.util.ArrayList<>();

  @AfterEach
  void closeAll() {
    open.forEach(Server::close);
  }

  @Test
  void aFileIsUploadedClassifiedAndAnswered() throws Exception {
    Server server = started(Map.of());
    var client = client(server);

    String job = client.classify(List.of(client.upload("a.txt", "Dear Sir")));

    await().until(() -> client.status(job).equals("SUCCESS"));
    assertThat(client.results(job).path("items").get(0).path("result").path("type").asString())
        .isEqualTo("letter");
  }

  @Test
  void onPostgresTheSame() throws Exception {
    try (var postgres = TestPostgres.start()) {
      StoreSettings store = postgres.emptyDatabase(data);
      String url = Objects.requireNonNull(store.databaseUrl());
      Server server = started(Map.of("TAXON_DATABASE_URL", url));
      var client = client(server);

      String job =
          client.classify(List.of(client.upload("a.txt", "a"), client.upload("b.txt", "b")));

      await().until(() -> client.status(job).equals("SUCCESS"));
      server.close();
    }
  }

  @Test
  void itIsLiveAndReadyAndCounts() throws Exception {
    var go = new CountDownLatch(1);
    Server server =
        started(
            Map.of("TAXON_WORKERS", "1"),
            (path, request) -> {
              House.waitFor(go);
              return Document.of("x");
            });
    var client = client(server);
    assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);

    String job = client.classify(List.of(client.upload("a.txt", "a"), client.upload("b.txt", "b")));
    await().until(() -> metrics(client).contains("taxon_workers_busy 1.0"));
    assertThat(metrics(client))
        .contains("taxon_documents_pending 2.0", "taxon_jobs_accepted_total 1.0");
    go.countDown();
    await().until(() -> client.status(job).equals("SUCCESS"));

    assertThat(metrics(client))
        .contains(
            "taxon_jobs_ended_total{status=\"SUCCESS\"} 1.0",
            "taxon_documents_total{outcome=\"CLASSIFIED\"} 2.0",
            "taxon_documents_pending 0.0",
            "taxon_reading_seconds_count 2",
            "taxon_requests_seconds_count{operation=",
            "jvm_memory_used_bytes")
        .doesNotContain(job);
  }

  @Test
  void aSecondServerOnTheSameFolderIsRefused() {
    started(Map.of());

    assertThatThrownBy(() -> started(Map.of()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("is in use by another Taxon server");
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int taken = started(Map.of()).port();
    Path other = data.resolve("other");

    assertThatThrownBy(() ->
            started(Map.of("TAXON_PORT", Integer.toString(taken), "TAXON_DATA", other.toString())))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith("Taxon cannot listen on 127.0.0.1 port " + taken);
    // and lets go of what it had opened
    started(Map.of("TAXON_DATA", other.toString()));
  }

  @Test
  @DisplayName("V2-39 what was acknowledged before a stop is done after the next start")
  void whatWasAcknowledgedBeforeAStopIsDoneAfterTheNextStart() throws Exception {
    Server first =
        started(
            Map.of("TAXON_WORKERS", "1", "TAXON_STOP_GRACE", "0s"),
            (path, request) -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Document.of("never");
            });
    var before = client(first);
    String job = before.classify(List.of(before.upload("a.txt", "a"), before.upload("b.txt", "b")));
    String second = before.classifyV2(before.upload("c.txt", "c")).path("id").asString();
    await().until(() -> metrics(before).contains("taxon_workers_busy 1.0"));
    assertThat(before.jobV2(second).path("status").asString()).isEqualTo("PENDING");
    assertThat(before.jobV2(second).path("user_id").asString()).isEqualTo("usr-local");
    first.close();

    var after = client(started(Map.of()));

    await().until(() -> after.status(job).equals("SUCCESS"));
    await().until(() -> after.jobV2(second).path("status").asString().equals("COMPLETED"));
    assertThat(after.jobV2(second).path("result").path("type").asString()).isEqualTo("letter");
  }

  @Test
  void aLogLineOfWorkNamesJobAndDocument() throws Exception {
    PrintStream console = System.err;
    var written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    Logs.begin(Settings.LogFormat.PLAIN, Settings.LogLevel.WARN);
    try {
      Server server =
          started(
              Map.of(),
              (path, request) -> {
                throw new IllegalStateException("of the test");
              });
      var client = client(server);

      String job = client.classify(List.of(client.upload("a.txt", "a")));

      await().until(() -> client.status(job).equals("ERROR"));
      assertThat(written.toString(StandardCharsets.UTF_8))
          .contains("job_id=" + job)
          .contains("of the test")
          .doesNotContain(key());
    } finally {
      System.setErr(console);
      Logs.begin(Settings.LogFormat.PLAIN, Settings.LogLevel.WARN);
    }
  }

  private static String metrics(Client client) {
    return client.get("/metrics").body();
  }

  private Client client(Server server) throws IOException {
    return new Client(server.baseUrl(), key());
  }

  private String key() throws IOException {
    return Files.readString(data.resolve("key")).strip();
  }

  private Server started(Map<String, String> variables) {
    return started(variables, TEXT);
  }

  private Server started(Map<String, String> variables, DocumentReader reader) {
    var all = new HashMap<String, String>();
    all.put("TAXON_PORT", "0");
    all.put("TAXON_DATA", data.toString());
    all.putAll(variables);
    var server =
        Server.start(Configuration.read(Map.of(), all, data, Set.of()).settings(), reader, LETTER);
    open.add(server);
    return server;
  }
}
