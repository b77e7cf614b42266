package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.server.http.scenario.TestServer.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A create whose answer waits for the job's end. */
class WaitTest extends ScenarioV2 {
  private static final String SECOND_LONG = "?wait=60";

  @Test
  @DisplayName("a create of either wire that waits is answered with the job at its end")
  void answeredAtTheEnd() {
    JsonNode first = good(k1.api().post(JOBS + SECOND_LONG, minimal(invoice())));
    JsonNode second = good(k1.api().post(CLASSIFY + SECOND_LONG, over(note())));
    JsonNode third =
        good(
            k1.api()
                .post(
                    PARSE + SECOND_LONG,
                    "{\"file_id\":\"" + note() + "\",\"tier\":\"fast\",\"version\":\"latest\"}"));
    JsonNode fourth =
        good(
            k1.api()
                .form(
                    PARSE + "/upload" + SECOND_LONG,
                    new Form()
                        .text("configuration", "{\"tier\":\"fast\",\"version\":\"latest\"}")
                        .file("file", "note.txt", DELIVERY_NOTE)));

    assertThat(status(first)).isEqualTo("SUCCESS");
    assertThat(status(second)).isEqualTo("COMPLETED");
    assertThat(second.path("result").path("type").stringValue()).isEqualTo("delivery note");
    assertThat(status(third)).isEqualTo("COMPLETED");
    assertThat(status(fourth)).isEqualTo("COMPLETED");
  }

  @Test
  @DisplayName("a job of many files is waited for until the last of them, and failures end it too")
  void manyFiles() {
    var files = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      files.add(
          upload(
              k1,
              i + ".txt",
              ("Invoice " + i + ", total due 5.00").getBytes(StandardCharsets.UTF_8)));
    }
    files.add(upload(k1, "locked.pdf", Documents.encrypted()));

    JsonNode job = good(k1.api().post(JOBS + SECOND_LONG, minimal(files.toArray(String[]::new))));

    assertThat(status(job)).isEqualTo("PARTIAL_SUCCESS");
    assertThat(results(k1, job).path("items").valueStream())
        .filteredOn(item -> item.path("result").isObject())
        .hasSize(20);
  }

  @Test
  @DisplayName(
      "when the time is over the answer shows the job as it is, beyond a silent connection")
  void timeIsOver() {
    try (var brief = TestServer.start(settings -> silent(settings, Duration.ofMillis(500)))) {
      Tenant tenant = brief.tenant();
      String file = beta(tenant, "note.txt", DELIVERY_NOTE);
      brief.engine.holdingBack(() -> {
        long start = System.nanoTime();

        JsonNode job = good(tenant.api().post(CLASSIFY + "?wait=2", over(file)));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .isGreaterThan(Duration.ofSeconds(2));
        assertThat(status(job)).isEqualTo("PENDING");
      });
    }
  }

  @Test
  @DisplayName("hundreds wait at once, others are served meanwhile, and a cancel answers them")
  void manyWait() {
    String file = note();
    String create = over(file, ",\"transaction_id\":\"one\"");
    server.engine.holdingBack(() -> {
      JsonNode job = made(k1, create);
      var answers = new ArrayList<CompletableFuture<Reply>>();
      for (int i = 0; i < 200; i++) {
        answers.add(inBackground(() -> k1.api().post(CLASSIFY + SECOND_LONG, create)));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> server.http.waiting() == 200);
      assertThat(status(good(k1.api().get(CLASSIFY + "/" + id(job))))).isEqualTo("PENDING");
      assertThat(answers).noneMatch(CompletableFuture::isDone);

      k1.api().post(CLASSIFY + "/" + id(job) + "/cancel", "");

      for (var answer : answers) {
        assertThat(status(good(answer.orTimeout(30, TimeUnit.SECONDS).join())))
            .isEqualTo("CANCELLED");
      }
    });
    await().until(() -> server.http.waiting() == 0);
  }

  @Test
  @DisplayName("a client that goes away holds nothing once its job ends")
  void goneClient() {
    String file = note();
    server.engine.holdingBack(() -> {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.http.port())) {
        byte[] body = over(file).getBytes(StandardCharsets.UTF_8);
        socket
            .getOutputStream()
            .write(
                ("POST /api/v2/classify?wait=60 HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + k1.api().authorization()
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(body);
        await().until(() -> server.http.waiting() == 1);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });

    await().until(() -> server.http.waiting() == 0);
    assertThat(ids(k1.api().get(CLASSIFY + "?status=COMPLETED"))).hasSize(1);
  }

  @Test
  @DisplayName("a server that stops answers those who wait, with the job as it is")
  void stop() {
    var own = TestServer.start();
    Tenant tenant = own.tenant();
    String file = beta(tenant, "note.txt", DELIVERY_NOTE);
    own.engine.holdingBack(() -> {
      CompletableFuture<Reply> answer =
          inBackground(() -> tenant.api().post(CLASSIFY + SECOND_LONG, over(file)));
      await().until(() -> own.http.waiting() == 1);
      long start = System.nanoTime();

      own.http.close();

      assertThat(status(good(answer.orTimeout(30, TimeUnit.SECONDS).join()))).isEqualTo("PENDING");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    });
    own.close();
  }

  @Test
  @DisplayName("wait is a whole number from 0 to 60")
  void bounds() {
    String file = note();
    for (String bad : List.of("61", "-1", "x", "1.5")) {
      Reply reply = k1.api().post(CLASSIFY + "?wait=" + bad, over(file));
      assertThat(reply.status()).as(bad).isEqualTo(422);
      assertThat(reply.problems()).as(bad).first().asString().endsWith("[query, wait]");
    }
    assertThat(status(made(k1, over(file)))).isNotEmpty();
  }

  private static CompletableFuture<Reply> inBackground(java.util.function.Supplier<Reply> call) {
    var answer = new CompletableFuture<Reply>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            answer.complete(call.get());
          } catch (Throwable e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static dev.taxon.server.http.HttpSettings silent(
      dev.taxon.server.http.HttpSettings settings, Duration silence) {
    return new dev.taxon.server.http.HttpSettings(
        settings.host(),
        settings.port(),
        settings.publicUrl(),
        settings.trustedProxies(),
        settings.maxUploadBytes(),
        settings.maxJsonBytes(),
        silence,
        settings.exposeRunning());
  }
}
