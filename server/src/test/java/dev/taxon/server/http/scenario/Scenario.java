package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.server.http.scenario.TestServer.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The set-up of the scenarios: a server, and for each test two tenants of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Scenario {
  static final String JOBS = "/api/v1/classifier/jobs";
  static final String FILES = "/api/v1/files";
  static final String BETA = "/api/v1/beta/files";

  /** R. */
  static final String RULE =
      "{\"type\":\"invoice\",\"description\":\"asks for payment and states a total due\"}";

  TestServer server;
  Tenant k1;
  Tenant k2;

  @BeforeAll
  void startServer() {
    server = TestServer.start();
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  @BeforeEach
  void newTenants() {
    k1 = server.tenant();
    k2 = server.tenant();
  }

  /** Uploads and gives the file's id. */
  String upload(Tenant tenant, String name, byte[] content) {
    return upload(tenant, "", name, content);
  }

  String upload(Tenant tenant, String query, String name, byte[] content) {
    Reply reply = tenant.api().form(FILES + query, new Form().file("upload_file", name, content));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.text("/id");
  }

  /** F1 in P1. */
  String invoice() {
    return upload(k1, "invoice.pdf", Documents.invoice());
  }

  static String minimal(String... files) {
    return job(List.of(files), List.of(RULE), "");
  }

  /** A create body; {@code more} is put behind, beginning with a comma. */
  static String job(List<String> files, List<String> rules, String more) {
    return "{\"file_ids\":["
        + files.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","))
        + "],\"rules\":["
        + String.join(",", rules)
        + "]"
        + more
        + "}";
  }

  /** Creates a job that must be good, and gives it. */
  JsonNode create(Tenant tenant, String body) {
    Reply reply = tenant.api().post(JOBS, body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json();
  }

  /** Polls a job until it has ended. */
  JsonNode ended(Tenant tenant, JsonNode job) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> tenant.api().get(JOBS + "/" + job.path("id").stringValue()).json(),
            now -> !now.path("status").stringValue().equals("PENDING"));
  }

  JsonNode results(Tenant tenant, JsonNode job) {
    Reply reply = tenant.api().get(JOBS + "/" + job.path("id").stringValue() + "/results");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json();
  }

  /** Creates, waits, and gives the results' items. */
  List<JsonNode> classified(Tenant tenant, String body) {
    JsonNode job = create(tenant, body);
    ended(tenant, job);
    return results(tenant, job).path("items").valueStream().toList();
  }
}
