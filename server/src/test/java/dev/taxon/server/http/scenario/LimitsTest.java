package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.server.access.Limits;
import dev.taxon.server.http.HttpSettings;
import dev.taxon.store.Quota;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LimitsTest extends ScenarioV2 {
  private static final int MOST_FILES = 4;
  private static final int MOST_BYTES = 4_000;

  @BeforeAll
  @Override
  void startServer() {
    server =
        TestServer.start(
            settings -> limited(settings, new Limits(0, new Quota(MOST_FILES, MOST_BYTES), 2)));
  }

  private static HttpSettings limited(HttpSettings s, Limits limits) {
    return new HttpSettings(
        s.host(),
        0,
        null,
        List.of(),
        s.maxUploadBytes(),
        s.maxJsonBytes(),
        s.idleTimeout(),
        false,
        limits);
  }

  @Test
  @DisplayName("V1-40 a key over its rate waits, and no other key does")
  void rate() {
    try (var slow = TestServer.start(s -> limited(s, new Limits(1, Quota.NONE, 0)))) {
      var one = slow.tenant();
      var other = slow.tenant();
      Reply refused = untilRefused(one.api(), false);
      assertThat(refused.detail()).isEqualTo("Rate limit exceeded. Maximum 1 requests per second.");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(other.api().get(JOBS).status()).isEqualTo(200);
      assertThat(untilRefused(one.api(), true).detail())
          .isEqualTo("Rate limit exceeded. Maximum 1 classify job creations per second.");
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(1_100))
          .until(() -> one.api().get(JOBS).status() == 200);
    }
  }

  /** However slow this machine is, so many do not take so many seconds. */
  private static Reply untilRefused(Api api, boolean creating) {
    for (int i = 0; i < 1_000; i++) {
      Reply reply = creating ? api.post(CLASSIFY, "{}") : api.get(JOBS);
      if (reply.status() == 429) {
        return reply;
      }
    }
    throw new AssertionError("no limit");
  }

  @Test
  @DisplayName("a project with all the files it may have gets no other until one is deleted")
  void files() {
    for (int i = 0; i < MOST_FILES; i++) {
      note();
    }
    int stored = server.storedBytes().size();
    String announced = "{\"name\":\"a\"}";
    for (Reply refused :
        List.of(
            k1.api().form(FILES, new Form().file("upload_file", "a", RECIPE)),
            k1.api().form(BETA, new Form().text("purpose", "parse").file("file", "a", RECIPE)),
            k1.api()
                .form(
                    PARSE + "/upload",
                    new Form()
                        .text("configuration", "{\"tier\":\"fast\",\"version\":\"latest\"}")
                        .file("file", "a", RECIPE)),
            k1.api().put(FILES, announced))) {
      assertThat(refused.status()).as(refused.toString()).isEqualTo(429);
      assertThat(refused.detail())
          .isEqualTo("The project has 4 files and may have 4; delete some first");
      assertThat(refused.header("Retry-After")).isEqualTo("60");
      assertThat(refused.header("X-Should-Retry")).isEqualTo("false");
    }
    assertThat(server.storedBytes()).hasSize(stored);
    assertThat(ids(k1.api().get(BETA))).hasSize(MOST_FILES);
    Reply elsewhere = k1.api().put(FILES + "?project_id=" + k1.p2(), announced);
    assertThat(elsewhere.status()).as("each project has its own").isEqualTo(200);

    assertThat(k1.api().delete(BETA + "/" + ids(k1.api().get(BETA)).getFirst()).status())
        .isEqualTo(204);
    assertThat(k1.api().put(FILES, announced).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("a project keeps as many bytes as it may, however they come")
  void bytes() {
    upload(k1, "a.txt", new byte[MOST_BYTES - 10]);
    Reply refused = k1.api().form(FILES, new Form().file("upload_file", "b", new byte[11]));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(429);
    assertThat(refused.detail()).startsWith("The project keeps 3990 bytes and may keep 4000");
    assertThat(k1.api().put(FILES, "{\"name\":\"a\",\"file_size\":11}").status()).isEqualTo(429);

    Reply announced = k1.api().put(FILES, "{\"name\":\"a\"}");
    Api anyone = k1.api().as(null);
    var eleven = BodyPublishers.ofByteArray(new byte[11]);
    assertThat(anyone.send("PUT", announced.text("/url"), eleven).status()).isEqualTo(429);
    var ten = BodyPublishers.ofByteArray(new byte[10]);
    assertThat(anyone.send("PUT", announced.text("/url"), ten).status()).isEqualTo(200);
    assertThat(anyone.send("PUT", announced.text("/url"), ten).status())
        .as("the same bytes again are no more")
        .isEqualTo(200);
  }

  @Test
  @DisplayName("files that come at once do not slip past the limit together")
  void atOnce() throws Exception {
    List<Integer> statuses =
        RetriesTest.atOnce(
            12, () -> k1.api().form(FILES, new Form().file("upload_file", "a", RECIPE)).status());

    assertThat(statuses).containsOnly(200, 429);
    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(MOST_FILES);
    assertThat(ids(k1.api().get(BETA))).hasSize(MOST_FILES);
  }

  @Test
  @DisplayName("with a full queue no job is accepted, and those that were are not forgotten")
  void queue() {
    String file = note();
    String plain = file.substring("dfl-".length());
    String key = "Idempotency-Key";
    server.engine.holdingBack(() -> {
      Reply first = k1.api().post(JOBS, minimal(plain), key, "k");
      JsonNode second = made(k1, over(file, ",\"transaction_id\":\"t\""));
      for (Reply refused :
          List.of(
              k1.api().post(JOBS, minimal(plain)),
              k1.api().post(CLASSIFY, over(file)),
              k1.api()
                  .post(
                      PARSE,
                      "{\"file_id\":\"" + file + "\",\"tier\":\"fast\",\"version\":\"latest\"}"),
              k1.api()
                  .form(
                      PARSE + "/upload",
                      new Form()
                          .text("configuration", "{\"tier\":\"fast\",\"version\":\"latest\"}")
                          .file("file", "a", RECIPE)))) {
        assertThat(refused.toString())
            .isEqualTo("503 {\"detail\":\"Classify endpoints are currently unavailable.\"}");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
      }
      assertThat(k1.api().get(JOBS).json().path("items").size()).isEqualTo(1);
      assertThat(ids(k1.api().get(CLASSIFY))).containsExactly(id(second));
      assertThat(ids(k1.api().get(PARSE))).isEmpty();
      assertThat(ids(k1.api().get(BETA))).containsExactly(file);
      assertThat(k1.api().post(JOBS, minimal(plain), key, "k").toString())
          .isEqualTo(first.toString());
      assertThat(id(made(k1, over(file, ",\"transaction_id\":\"t\"")))).isEqualTo(id(second));
    });
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> k1.api().post(CLASSIFY, over(file)).status() == 200);
  }
}
