package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.http.scenario.TestServer.Tenant;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JobsV2Test extends ScenarioV2 {
  private static final String OTHER_RULES =
      "{\"rules\":[{\"type\":\"other\",\"description\":\"something else entirely\"}]}";

  @Test
  @DisplayName("V2-23 and V2-25 a transaction id makes one job in a project")
  void transaction() {
    String file = note();
    JsonNode first = made(k1, over(file, ",\"transaction_id\":\"T\""));
    JsonNode second =
        made(
            k1,
            "{\"file_input\":\"gone\",\"transaction_id\":\"T\",\"configuration\":"
                + OTHER_RULES
                + "}");
    JsonNode elsewhere =
        made(k2, over(beta(k2, "n.txt", DELIVERY_NOTE), ",\"transaction_id\":\"T\""));

    assertThat(id(second)).isEqualTo(id(first));
    assertThat(second.at("/configuration/rules/0/type").stringValue()).isEqualTo("delivery note");
    assertThat(id(elsewhere)).isNotEqualTo(id(first));
    String empty = over(file, ",\"transaction_id\":\"\"");
    assertThat(id(made(k1, empty))).isNotEqualTo(id(made(k1, empty)));
    assertThat(
            k1.api()
                .post(CLASSIFY, over(file, ",\"transaction_id\":\"" + "x".repeat(256) + "\""))
                .problems())
        .containsExactly("string_too_long [body, transaction_id]");
  }

  @Test
  @DisplayName("a transaction id that made a job answers it, whatever else the body says")
  void transactionWithABadBody() {
    JsonNode first = made(k1, over(note(), ",\"transaction_id\":\"T\""));
    String bad = "{\"file_input\":7,\"configuration\":{\"rules\":[]},\"transaction_id\":\"";

    assertThat(id(made(k1, bad + "T\"}"))).isEqualTo(id(first));
    assertThat(made(k1, bad + "T\"}").path("configuration")).isEqualTo(first.path("configuration"));
    assertThat(k1.api().post(CLASSIFY, bad + "other\"}").problems())
        .containsExactlyInAnyOrder(
            "string_type [body, file_input]", "too_short [body, configuration, rules]");
    assertThat(k2.api().post(CLASSIFY, bad + "T\"}").status()).isEqualTo(422);
    assertThat(k1.api().post(CLASSIFY, bad + "T\"").problems().getFirst())
        .startsWith("json_invalid");
    assertThat(k1.api().post(CLASSIFY + "?project_id=x", bad + "T\"}").problems())
        .contains("uuid_parsing [query, project_id]", "string_type [body, file_input]");
    assertThat(ids(k1.api().get(CLASSIFY))).hasSize(1);
  }

  @Test
  @DisplayName("V2-24 ten creates at once with one transaction id make one job")
  void transactionAtOnce() throws Exception {
    String body = over(note(), ",\"transaction_id\":\"T\"");
    var made = new ArrayList<Future<JsonNode>>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (int i = 0; i < 10; i++) {
        made.add(threads.submit(() -> made(k1, body)));
      }
    }
    var ids = new ArrayList<String>();
    for (var one : made) {
      ids.add(id(one.get()));
    }

    assertThat(ids).containsOnly(ids.getFirst());
    assertThat(ids(k1.api().get(CLASSIFY))).containsExactly(ids.getFirst());
  }

  @Test
  @DisplayName("V2-30 and V2-31 lists are newest first and can be followed page by page")
  void pages() {
    var made = new ArrayList<String>();
    String file = note();
    for (int i = 0; i < 3; i++) {
      made.addFirst(id(made(k1, over(file))));
    }

    JsonNode all = good(k1.api().get(CLASSIFY));
    assertThat(all.path("items").valueStream().map(ScenarioV2::id)).containsExactlyElementsOf(made);
    assertThat(all.path("items"))
        .allSatisfy(job -> assertThat(Set.copyOf(job.propertyNames())).isEqualTo(ENVELOPE));
    assertThat(all.path("total_size").isNull()).isTrue();
    var followed = new ArrayList<String>();
    String token = "";
    do {
      JsonNode page =
          good(
              k1.api()
                  .get(
                      CLASSIFY
                          + "?page_size=1&created_at_on_or_after=2000-01-01T00:00:00Z"
                          + token));
      page.path("items").forEach(job -> followed.add(id(job)));
      token =
          page.path("next_page_token").isNull()
              ? ""
              : "&page_token=" + page.path("next_page_token").stringValue();
    } while (!token.isEmpty());
    assertThat(followed).containsExactlyElementsOf(made);
  }

  @Test
  @DisplayName("V2-32 what a list cannot take is refused")
  void badLists() {
    assertThat(k1.api().get(CLASSIFY + "?page_size=0").problems())
        .containsExactly("greater_than_equal [query, page_size]");
    assertThat(k1.api().get(CLASSIFY + "?page_size=101").problems())
        .containsExactly("less_than_equal [query, page_size]");
    assertThat(k1.api().get(CLASSIFY + "?status=DONE").problems())
        .containsExactly("enum [query, status]");
    Reply token = k1.api().get(CLASSIFY + "?page_token=zzz");
    assertThat(token.status()).isEqualTo(400);
    assertThat(token.detail()).isEqualTo("Invalid page token");
  }

  @Test
  @DisplayName("V2-33 and V2-34 lists by ids, status and time")
  void filters() {
    JsonNode first = polled(k1, made(k1, over(note())));
    JsonNode second = made(k1, over(beta(k1, "locked.pdf", Documents.encrypted())));
    second = polled(k1, second);

    assertThat(
            ids(
                k1.api()
                    .get(
                        CLASSIFY
                            + "?job_ids="
                            + id(first)
                            + "&job_ids=clj-"
                            + UNKNOWN
                            + "&job_ids=x")))
        .containsExactly(id(first));
    assertThat(ids(k1.api().get(CLASSIFY + "?status=COMPLETED"))).containsExactly(id(first));
    assertThat(ids(k1.api().get(CLASSIFY + "?status=FAILED"))).containsExactly(id(second));
    assertThat(ids(k1.api().get(CLASSIFY + "?status=RUNNING"))).isEmpty();
    assertThat(ids(k1.api().get(CLASSIFY + "?configuration_id=cfg-x"))).isEmpty();
    assertThat(ids(k1.api().get(CLASSIFY + "?created_at_on_or_after=" + inParis(second))))
        .containsExactly(id(second));
    assertThat(ids(k1.api().get(CLASSIFY + "?created_at_on_or_before=" + inParis(first))))
        .containsExactly(id(first));
    String unescaped = inParis(first).replace("%2B", "+").replace("%3A", ":");
    assertThat(ids(k1.api().get(CLASSIFY + "?created_at_on_or_before=" + unescaped)))
        .containsExactly(id(first));
    assertThat(ids(k1.api().get(CLASSIFY + "?created_at_on_or_before=2026-01-01"))).isEmpty();
    assertThat(
            ids(
                k1.api()
                    .get(CLASSIFY + "?status=COMPLETED&created_at_on_or_after=" + inParis(second))))
        .isEmpty();
  }

  private static String inParis(JsonNode job) {
    OffsetDateTime time =
        Instant.parse(job.path("created_at").stringValue()).atOffset(ZoneOffset.ofHours(1));
    return URLEncoder.encode(time.toString(), StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName(
      "V2-35, V2-38 and deletion: a job at work is PENDING, can be cancelled, then deleted")
  void cancel() {
    String file = note();
    var jobs = new ArrayList<JsonNode>();
    server.engine.holdingBack(() -> {
      JsonNode job = made(k1, over(file, ",\"transaction_id\":\"T\""));
      jobs.add(job);
      assertThat(status(good(k1.api().get(CLASSIFY + "/" + id(job))))).isEqualTo("PENDING");
      assertThat(ids(k1.api().get(CLASSIFY + "?status=PENDING"))).containsExactly(id(job));
      Reply tooEarly = k1.api().delete(CLASSIFY + "/" + id(job));
      assertThat(tooEarly.status()).isEqualTo(400);
      assertThat(tooEarly.detail()).isEqualTo("Cancel the classify job before deleting it");

      JsonNode cancelled = good(cancel(k1, job));

      assertThat(status(cancelled)).isEqualTo("CANCELLED");
      assertThat(cancelled.path("result").isNull()).isTrue();
      assertThat(cancelled.path("error_message").isNull()).isTrue();
    });
    // another job through the same workers: the late answer has come by then
    polled(k1, made(k1, over(file)));
    polled(k1, made(k1, over(file)));
    JsonNode job = jobs.getFirst();
    assertThat(status(good(k1.api().get(CLASSIFY + "/" + id(job))))).isEqualTo("CANCELLED");

    JsonNode gone = good(k1.api().delete(CLASSIFY + "/" + id(job)));

    assertThat(List.copyOf(gone.propertyNames())).containsExactly("id", "project_id");
    assertThat(id(gone)).isEqualTo(id(job));
    assertThat(k1.api().get(CLASSIFY + "/" + id(job)).status()).isEqualTo(404);
    assertThat(id(made(k1, over(file, ",\"transaction_id\":\"T\"")))).isNotEqualTo(id(job));
  }

  @Test
  @DisplayName("V2-36 a job that has ended cannot be cancelled and stays as it is")
  void cancelEnded() {
    JsonNode job = polled(k1, made(k1, over(note())));

    Reply reply = cancel(k1, job);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).isEqualTo("Cannot cancel a classify job with status COMPLETED");
    assertThat(good(k1.api().get(CLASSIFY + "/" + id(job)))).isEqualTo(job);
  }

  private static Reply cancel(Tenant tenant, JsonNode job) {
    return tenant.api().send("POST", CLASSIFY + "/" + id(job) + "/cancel", BodyPublishers.noBody());
  }
}
