package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.route.UnsealedWebhooks;
import dev.taxon.server.webhooks.Seal;
import dev.taxon.server.webhooks.Sealing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks: kept, told, signed, tried again, listed. */
class WebhooksTest extends ScenarioV2 {
  private static final String CONFIGS = "/api/v1/beta/webhook-configs";
  private static final String DELIVERIES = "/api/taxon/deliveries";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration LONG = Duration.ofSeconds(30);

  private static String inline(String url, String more) {
    return ",\"webhook_configurations\":[{\"webhook_url\":\"" + url + "\"" + more + "}]";
  }

  private static String signature(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitPosts(Receiver receiver, int count) {
    await().atMost(LONG).until(() -> receiver.posts.size() >= count);
  }

  private JsonNode deliveries(String query) {
    return good(k1.api().get(DELIVERIES + query)).path("items");
  }

  private JsonNode ended(JsonNode job) {
    return await()
        .atMost(LONG)
        .until(
            () -> deliveries("?job_id=" + id(job)),
            all ->
                !all.isEmpty()
                    && all.valueStream()
                        .noneMatch(one -> one.path("status").stringValue().equals("WAITING")));
  }

  @Test
  @DisplayName("V2-44 an inline webhook hears of the end once, signed over the raw body")
  void signedJson() {
    try (var receiver = Receiver.thankful()) {
      String hook =
          inline(
              receiver.url() + "/hook",
              ",\"webhook_output_format\":\"json\",\"webhook_signing_secret\":\"correct-horse\","
                  + "\"webhook_events\":[\"classify.success\"],"
                  + "\"webhook_headers\":{\"X-Queue\":\"intake\",\"content-type\":\"text/odd\","
                  + "\"host\":\"else.example\",\"content-length\":\"3\",\"lc-signature\":\"sha256=0\","
                  + "\"x-webhook-event-id\":\"mine\",\"X-Webhook-Other\":\"mine\"}");
      JsonNode job = made(k1, over(note(), hook + ",\"transaction_id\":\"t-44\""));
      awaitPosts(receiver, 1);

      var post = receiver.posts.getFirst();
      assertThat(post.path()).isEqualTo("/hook");
      assertThat(post.header("content-type")).isEqualTo("application/json");
      assertThat(post.header("x-queue")).isEqualTo("intake");
      assertThat(post.header("host")).isEqualTo(receiver.url().substring("http://".length()));
      assertThat(post.headers()).doesNotContainKey("x-webhook-other");
      assertThat(post.header("user-agent")).startsWith("taxon-webhook/");
      assertThat(post.header("x-webhook-event-type")).isEqualTo("classify.success");
      assertThat(post.header("lc-signature")).isEqualTo(signature("correct-horse", post.body()));
      JsonNode event = MAPPER.readTree(post.text());
      assertThat(Contract.load().schema("/components/schemas/JobEvent").validate(event)).isEmpty();
      assertThat(event.propertyNames())
          .containsExactlyInAnyOrder("event_id", "event_type", "timestamp", "data");
      assertThat(event.path("event_id").stringValue()).isEqualTo(post.header("x-webhook-event-id"));
      assertThat(event.at("/data/id").stringValue()).isEqualTo(id(job));
      assertThat(event.at("/data/job_id").stringValue()).isEqualTo(id(job));
      assertThat(event.at("/data/status").stringValue()).isEqualTo("COMPLETED");
      assertThat(event.at("/data/transaction_id").stringValue()).isEqualTo("t-44");
      assertThat(event.at("/data/result/type").stringValue()).isEqualTo("delivery note");
      assertThat(ended(job)).hasSize(1);
      assertThat(receiver.posts).hasSize(1);
    }
  }

  @Test
  @DisplayName("a webhook that an older version kept in the clear is sealed, and told as it asked")
  void keptInTheClear() {
    var seal = new Seal(List.of(new byte[32]), new SecureRandom());
    try (var receiver = Receiver.thankful()) {
      String hook =
          "[{\"webhook_url\":\""
              + receiver.url()
              + "/old\",\"webhook_output_format\":\"json\","
              + "\"webhook_events\":[\"classify.success\"],"
              + "\"webhook_headers\":{\"X-Token\":\"clear-token\",\"bad name\":\"x\"},"
              + "\"webhook_signing_secret\":\"clear-secret\"}]";
      String file = note();
      server.engine.holdingBack(() -> {
        String job = id(made(k1, over(file))).substring("clj-".length());
        keepInTheClear(hook, job);
        assertThat(server.store.webhooks().unsealed(10)).hasSize(1);

        UnsealedWebhooks.seal(server.store.webhooks(), new Sealing(seal));

        assertThat(server.store.webhooks().unsealed(10)).isEmpty();
        assertThat(server.store.webhooks().sealedOtherwise("none", 1_000))
            .filteredOn(webhook -> webhook.url().equals(receiver.url() + "/old"))
            .hasSize(1)
            .allSatisfy(webhook ->
                assertThat(webhook.sealed())
                    .startsWith(seal.prefix())
                    .doesNotContain("clear-token", "clear-secret"));
      });
      awaitPosts(receiver, 1);

      var post = receiver.posts.getFirst();
      assertThat(post.path()).isEqualTo("/old");
      assertThat(post.header("x-token")).isEqualTo("clear-token");
      assertThat(post.headers()).doesNotContainKey("bad name");
      assertThat(post.header("lc-signature")).isEqualTo(signature("clear-secret", post.body()));
    }
  }

  /** As it was before webhooks were rows of their own. */
  private void keepInTheClear(String hooks, String job) {
    try (var connection = server.store.queueConnections().getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into unsealed_webhooks (job_id, webhooks)
                select id, ? from jobs where id = ?
                """)) {
      statement.setString(1, hooks);
      statement.setString(2, job);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("V2-45 by default the body is a JSON string that holds the event")
  void stringBody() {
    try (var receiver = Receiver.thankful()) {
      String hook =
          inline(
              receiver.url(),
              ",\"webhook_signing_secret\":\"s\",\"webhook_events\":[\"classify.success\"]");
      JsonNode job = made(k1, over(note(), hook));
      awaitPosts(receiver, 1);

      var post = receiver.posts.getFirst();
      JsonNode body = MAPPER.readTree(post.text());
      assertThat(body.isString()).isTrue();
      assertThat(MAPPER.readTree(body.stringValue()).at("/data/id").stringValue())
          .isEqualTo(id(job));
      assertThat(post.header("lc-signature")).isEqualTo(signature("s", post.body()));
    }
  }

  @Test
  @DisplayName("V2-46 two failures and a success: three posts, the same id and bytes")
  void triedAgain() {
    try (var receiver = new Receiver(n -> n < 2 ? 500 : 200)) {
      String hook =
          inline(
              receiver.url(),
              ",\"webhook_signing_secret\":\"s\",\"webhook_events\":[\"classify.success\"]");
      JsonNode job = made(k1, over(note(), hook));
      awaitPosts(receiver, 3);

      assertThat(receiver.posts.stream().map(Receiver.Post::text).distinct()).hasSize(1);
      for (String header : List.of("x-webhook-event-id", "lc-signature")) {
        assertThat(receiver.posts.stream().map(p -> p.header(header)).distinct()).hasSize(1);
      }
      assertThat(Duration.between(receiver.posts.get(0).at(), receiver.posts.get(1).at()))
          .isGreaterThan(Duration.ofMillis(900));
      assertThat(Duration.between(receiver.posts.get(1).at(), receiver.posts.get(2).at()))
          .isGreaterThan(Duration.ofMillis(1900));
      JsonNode delivery = ended(job).get(0);
      assertThat(delivery.path("status").stringValue()).isEqualTo("DELIVERED");
      assertThat(delivery.path("attempts").valueStream().map(a -> a.path("http_status").intValue()))
          .containsExactly(500, 500, 200);
      assertThat(status(polled(k1, job))).isEqualTo("COMPLETED");
    }
  }

  @Test
  @DisplayName("V2-46 after three failures there is no fourth, until it is sent again")
  void givenUpAndSentAgain() {
    try (var receiver = new Receiver(n -> n < 3 ? 500 : 200)) {
      JsonNode job =
          made(
              k1,
              over(note(), inline(receiver.url(), ",\"webhook_events\":[\"classify.success\"]")));
      JsonNode failed = ended(job).get(0);
      assertThat(failed.path("status").stringValue()).isEqualTo("FAILED");
      assertThat(failed.path("attempts")).hasSize(3);
      assertThat(failed.path("next_attempt_at").isNull()).isTrue();
      String at = DELIVERIES + "/" + id(failed);

      assertThat(k2.api().post(at + "/retry", "").status()).isEqualTo(404);
      assertThat(k2.api().get(at).detail()).isEqualTo("Delivery not found");
      JsonNode again = good(k1.api().post(at + "/retry", ""));
      assertThat(id(again)).isEqualTo(id(failed));
      awaitPosts(receiver, 4);

      JsonNode delivered = ended(job).get(0);
      assertThat(delivered.path("status").stringValue()).isEqualTo("DELIVERED");
      assertThat(good(k1.api().get(at))).isEqualTo(delivered);
      assertThat(receiver.posts.get(3).text()).isEqualTo(receiver.posts.get(0).text());
    }
  }

  @Test
  @DisplayName("V2-47 all events where none are named; none, unknown ones and no URL are refused")
  void events() {
    try (var receiver = Receiver.thankful()) {
      made(k1, over(note(), inline(receiver.url(), ",\"webhook_events\":null")));
      awaitPosts(receiver, 3);
      assertThat(receiver.posts.stream().map(p -> p.header("x-webhook-event-type")))
          .containsExactlyInAnyOrder("classify.pending", "classify.running", "classify.success");
      String file = note();
      for (String bad :
          List.of(
              inline(receiver.url(), ",\"webhook_events\":[]"),
              inline(receiver.url(), ",\"webhook_events\":[\"classify.done\"]"),
              ",\"webhook_configurations\":[{\"webhook_url\":null}]",
              inline("http://10.1.2.3/hook", ""),
              inline("http://0x7f000001/", ""),
              inline("http://169.254.169.254/latest/meta-data", ""),
              inline(receiver.url(), ",\"webhook_headers\":{\"X\":\"a\\r\\nb\"}"))) {
        Reply refused = k1.api().post(CLASSIFY, over(file, bad));
        assertThat(refused.status()).as(bad + " " + refused).isEqualTo(422);
      }
      assertThat(k1.api().post(CLASSIFY, over(file, inline("http://10.1.2.3/hook", ""))).toString())
          .contains("TAXON_OUTBOUND_ALLOW");
    }
  }

  @Test
  @DisplayName("V2-48 webhooks are saved, shown without their secret, changed, named and deleted")
  void saved() throws IOException {
    try (var receiver = Receiver.thankful()) {
      Reply created =
          k1.api()
              .post(
                  CONFIGS,
                  "{\"webhook_url\":\""
                      + receiver.url()
                      + "/saved\",\"webhook_events\":[\"classify.success\"],"
                      + "\"webhook_headers\":{\"X-Token\":\"hush-header\"},"
                      + "\"webhook_signing_secret\":\"hush-secret\"}");
      assertThat(created.status()).as(created.toString()).isEqualTo(201);
      assertThat(created.json().path("has_secret").booleanValue()).isTrue();
      assertThat(created.toString()).doesNotContain("hush-secret");
      assertThat(created.text("/tenant_id")).isEqualTo(k1.p1().toString());
      String at = CONFIGS + "/" + created.text("/id");
      assertThat(good(k1.api().get(CONFIGS))).containsExactly(created.json());
      assertThat(good(k2.api().get(CONFIGS))).isEmpty();

      JsonNode changed = good(k1.api().put(at, "{\"webhook_signing_secret\":\"rotated\"}"));
      assertThat(changed.path("webhook_events")).hasSize(1);
      assertThat(changed.at("/webhook_headers/X-Token").stringValue()).isEqualTo("hush-header");
      assertThat(good(k1.api().get(at))).isEqualTo(changed);

      String named = ",\"webhook_configuration_ids\":[\"" + created.text("/id") + "\"]";
      JsonNode job = made(k1, over(note(), named));
      awaitPosts(receiver, 1);
      var post = receiver.posts.getFirst();
      assertThat(post.header("x-token")).isEqualTo("hush-header");
      assertThat(post.header("lc-signature")).isEqualTo(signature("rotated", post.body()));
      assertThat(ended(job)).hasSize(1);
      assertThat(k2.api().post(CLASSIFY, over(beta(k2, "n.txt", DELIVERY_NOTE), named)).detail())
          .isEqualTo("Webhook configuration " + created.text("/id") + " not found");

      JsonNode unsigned = good(k1.api().put(at, "{\"webhook_signing_secret\":null}"));
      assertThat(unsigned.path("has_secret").booleanValue()).isFalse();
      assertThat(k1.api().delete(at).status()).isEqualTo(204);
      assertThat(k1.api().get(at).status()).isEqualTo(404);
      assertThat(k1.api().delete(at).status()).isEqualTo(404);
      assertThat(k1.api().post(CLASSIFY, over(note(), named)).status()).isEqualTo(404);
      assertThat(onDisk("hush-secret")).isFalse();
      assertThat(onDisk("hush-header")).isFalse();
    }
  }

  /** Whether a text lies in any file of the server's data. */
  private boolean onDisk(String text) throws IOException {
    try (Stream<Path> all = Files.walk(server.data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  @DisplayName(
      "V1-80 the first wire tells its webhooks too, also of parse.x where it means classify.x")
  void firstWire() {
    try (var receiver = Receiver.thankful()) {
      JsonNode job =
          create(
              k1,
              job(
                  List.of(invoice()),
                  List.of(RULE),
                  inline(
                      receiver.url(),
                      ",\"webhook_output_format\":\"json\",\"webhook_signing_secret\":\"s\","
                          + "\"webhook_events\":[\"parse.success\"]")));
      awaitPosts(receiver, 1);

      var post = receiver.posts.getFirst();
      assertThat(post.header("lc-signature")).isEqualTo(signature("s", post.body()));
      JsonNode data = MAPPER.readTree(post.text()).path("data");
      assertThat(data.propertyNames())
          .containsExactlyInAnyOrder("id", "job_id", "project_id", "status", "error_message");
      assertThat(data.path("id")).isEqualTo(job.path("id"));
      assertThat(data.path("status").stringValue()).isEqualTo("SUCCESS");
    }
  }

  @Test
  @DisplayName("V1-80 where webhooks are off, a job that brings one is refused and says why")
  void off() {
    try (var silent = TestServer.leadingOut(false, false)) {
      var tenant = silent.tenant();
      String file = upload(tenant, "a.txt", DELIVERY_NOTE);
      Reply refused =
          tenant
              .api()
              .post(
                  JOBS, job(List.of(file), List.of(RULE), inline("https://hooks.example.org", "")));

      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.toString()).contains("TAXON_WEBHOOKS");
      assertThat(tenant.api().get(JOBS).json().path("items")).isEmpty();
    }
  }

  @Test
  @DisplayName("a job that reads tells of parse events")
  void parseEvents() {
    try (var receiver = Receiver.thankful()) {
      good(
          k1.api()
              .post(
                  PARSE,
                  "{\"file_id\":\""
                      + note()
                      + "\",\"tier\":\"fast\",\"version\":\"latest\""
                      + inline(receiver.url(), ",\"webhook_output_format\":\"json\"")
                      + "}"));
      awaitPosts(receiver, 3);
      assertThat(receiver.posts.stream().map(p -> p.header("x-webhook-event-type")))
          .containsExactlyInAnyOrder("parse.pending", "parse.running", "parse.success");
      assertThat(receiver.posts)
          .allSatisfy(post ->
              assertThat(MAPPER.readTree(post.text()).at("/data/id").stringValue())
                  .startsWith("pjb-"));
    }
  }

  @Test
  @DisplayName("deliveries are listed a page at a time, by status and event, each tenant its own")
  void listed() {
    try (var receiver = Receiver.thankful()) {
      JsonNode job = made(k1, over(note(), inline(receiver.url(), "")));
      ended(job);
      await().atMost(LONG).until(() -> deliveries("?status=DELIVERED").size() == 3);

      assertThat(deliveries("?event_type=classify.running")).hasSize(1);
      assertThat(deliveries("?status=FAILED")).isEmpty();
      JsonNode first = good(k1.api().get(DELIVERIES + "?page_size=2"));
      assertThat(first.path("items")).hasSize(2);
      String token = first.path("next_page_token").stringValue();
      assertThat(good(k1.api().get(DELIVERIES + "?page_size=2&page_token=" + token)).path("items"))
          .hasSize(1);
      assertThat(good(k2.api().get(DELIVERIES)).path("items")).isEmpty();
      assertThat(k2.api().get(DELIVERIES + "?job_id=" + id(job)).status()).isEqualTo(404);
      assertThat(k1.api().get(DELIVERIES + "?status=x").status()).isEqualTo(422);
    }
  }
}
