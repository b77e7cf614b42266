package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.server.http.scenario.TestServer.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The set-up of the second wire's scenarios. */
abstract class ScenarioV2 extends Scenario {
  static final String CLASSIFY = "/api/v2/classify";
  static final String PARSE = "/api/v2/parse";
  static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  static final byte[] DELIVERY_NOTE =
      "Delivery note 0815\nShipped goods\nQuantity 12 screws M4\nDelivery address: Hafenweg 3\n"
          .getBytes(StandardCharsets.UTF_8);
  static final byte[] RECIPE =
      "Apple cake\nMix flour, butter and sugar. Peel six apples.\nBake for an hour until golden.\n"
          .getBytes(StandardCharsets.UTF_8);

  /** R. */
  static final String RULES =
      """
      [{"type":"delivery note",
        "description":"Lists shipped goods with quantities and a delivery address, without prices"},
       {"type":"dunning letter",
        "description":"Reminds a customer of an overdue payment and sets a new deadline"}]
      """;

  static final String CONFIGURATION = "\"configuration\":{\"rules\":" + RULES + "}";

  static final Set<String> ENVELOPE =
      Set.of(
          "id",
          "created_at",
          "updated_at",
          "file_input",
          "project_id",
          "user_id",
          "status",
          "document_input_type",
          "configuration",
          "result",
          "error_message",
          "configuration_id",
          "transaction_id",
          "parse_job_id");

  /** F in P. */
  String note() {
    return beta(k1, "delivery-note-0815.txt", DELIVERY_NOTE);
  }

  String beta(Tenant tenant, String name, byte[] content) {
    Reply reply =
        tenant.api().form(BETA, new Form().text("purpose", "classify").file("file", name, content));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.text("/id");
  }

  static String over(String input) {
    return over(input, "");
  }

  /** A create body; {@code more} is put behind, beginning with a comma. */
  static String over(String input, String more) {
    return "{\"file_input\":\"" + input + "\"," + CONFIGURATION + more + "}";
  }

  static String configured(String input, String configuration) {
    return "{\"file_input\":\"" + input + "\",\"configuration\":" + configuration + "}";
  }

  JsonNode made(Tenant tenant, String body) {
    return good(tenant.api().post(CLASSIFY, body));
  }

  static JsonNode good(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json();
  }

  static String id(JsonNode job) {
    return job.path("id").stringValue();
  }

  static String status(JsonNode job) {
    return job.path("status").stringValue();
  }

  /** Polls until the job has ended, as the documentation's loop does: while it is PENDING. */
  JsonNode polled(Tenant tenant, JsonNode job) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> good(tenant.api().get(CLASSIFY + "/" + id(job))),
            now -> !status(now).equals("PENDING"));
  }

  /** Creates a parse job over a file. */
  JsonNode parse(String file) {
    return good(
        k1.api()
            .post(
                PARSE, "{\"file_id\":\"" + file + "\",\"tier\":\"fast\",\"version\":\"latest\"}"));
  }

  JsonNode parsed(JsonNode job) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> good(k1.api().get(PARSE + "/" + id(job))).path("job"),
            now -> !status(now).equals("PENDING"));
  }

  static List<String> ids(Reply list) {
    return good(list).path("items").valueStream().map(ScenarioV2::id).toList();
  }
}
