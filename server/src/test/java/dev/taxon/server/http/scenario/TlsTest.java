package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.server.BadSetting;
import dev.taxon.server.Certificates;
import dev.taxon.server.Configuration;
import dev.taxon.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Webhooks and files by URL over TLS, with an authority that a setting names. */
class TlsTest {
  private static final String FILES = "/api/v1/files";
  private static final Classifier LETTER =
      (document, rules) -> new Decision("letter", 0.9, "It is one.", List.of(), List.of());

  @TempDir Path folder;
  private Certificates trusted;
  private Server server;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    trusted = authority("trusted", "An authority");
    server = started(trusted.authority());
    String key = Files.readString(folder.resolve("data/key")).strip();
    api = new Api(server.baseUrl().toString(), "Bearer " + key);
  }

  private Certificates authority(String place, String name) throws IOException {
    return new Certificates(Files.createDirectory(folder.resolve(place)), name);
  }

  private Server started(Path authorities) {
    var variables =
        Map.of(
            "TAXON_PORT",
            "0",
            "TAXON_DATA",
            folder.resolve("data").toString(),
            "TAXON_URL_INPUTS",
            "yes",
            "TAXON_OUTBOUND_ALLOW",
            "loopback",
            "TAXON_OUTBOUND_CA",
            authorities.toString());
    return Server.start(
        Configuration.read(Map.of(), variables, folder, Set.of()).settings(),
        (path, request) -> Document.of(request.name()),
        LETTER);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode delivered(String url) {
    Reply file = api.form(FILES, new Form().file("upload_file", "a.txt", new byte[] {'a'}));
    Reply job =
        api.post(
            "/api/v1/classifier/jobs",
            Scenario.job(
                List.of(file.text("/id")),
                List.of(Scenario.RULE),
                ",\"webhook_configurations\":[{\"webhook_url\":\""
                    + url
                    + "\",\"webhook_events\":[\"classify.success\"]}]"));
    assertThat(job.status()).as(job.toString()).isEqualTo(200);
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> api.get("/api/taxon/deliveries?job_id=" + job.text("/id")).json().at("/items/0"),
            delivery -> delivery.at("/attempts/0").isObject());
  }

  private void isRefused(String url, String sentence) {
    assertThat(delivered(url).at("/attempts/0/error").stringValue()).isEqualTo(sentence);
    Reply fetched = api.put(FILES + "/upload_from_url", "{\"url\":\"" + url + "/file/x\"}");
    assertThat(fetched.status()).isEqualTo(400);
    assertThat(fetched.detail()).isEqualTo("Could not fetch the URL: " + sentence);
  }

  @Test
  @DisplayName("a receiver that the named authority vouches for is told, and fetched from")
  void vouchedFor() {
    try (var receiver = Receiver.secure(trusted.server("localhost"))) {
      String url = "https://localhost:" + receiver.port();

      assertThat(delivered(url).path("status").stringValue()).isEqualTo("DELIVERED");
      assertThat(receiver.posts).hasSize(1);
      Reply fetched = api.put(FILES + "/upload_from_url", "{\"url\":\"" + url + "/file/x\"}");
      assertThat(fetched.status()).as(fetched.toString()).isEqualTo(200);
      assertThat(fetched.text("/name")).isEqualTo("bill.txt");
    }
  }

  @Test
  @DisplayName("another authority, another name and a certificate of yesterday are refused")
  void notVouchedFor() throws IOException {
    var others = authority("others", "Another authority");
    var impostors = authority("impostors", "An authority");
    try (var stranger = Receiver.secure(others.server("localhost"));
        var impostor = Receiver.secure(impostors.server("localhost"));
        var elsewhere = Receiver.secure(trusted.server("hooks.example"));
        var late = Receiver.secure(trusted.expired("localhost"))) {
      for (var unknown : List.of(stranger, impostor)) {
        isRefused(
            "https://localhost:" + unknown.port(),
            "the certificate of localhost comes from no authority that this server trusts; its"
                + " setting TAXON_OUTBOUND_CA can name more");
      }
      isRefused(
          "https://localhost:" + elsewhere.port(),
          "the certificate that localhost shows is not made out for that name");
      isRefused(
          "https://127.0.0.1:" + elsewhere.port(),
          "the certificate that 127.0.0.1 shows is not made out for that name");
      isRefused(
          "https://localhost:" + late.port(),
          "the certificate of localhost is not valid at this time");
      assertThat(List.of(stranger, impostor, elsewhere, late))
          .allSatisfy(receiver -> assertThat(receiver.posts).isEmpty());
      Reply unverified =
          api.put(
              FILES + "/upload_from_url",
              "{\"url\":\"https://localhost:"
                  + stranger.port()
                  + "/file/x\",\"verify_ssl\":false}");
      assertThat(unverified.status()).as("when asked not to look").isEqualTo(200);
    }
  }

  @Test
  @DisplayName("a setting that names no certificates stops the start with a sentence")
  void badFile() throws IOException {
    server.close();
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
    for (Path bad : List.of(text, folder.resolve("missing.pem"), folder)) {
      assertThatThrownBy(() -> started(bad))
          .isInstanceOf(BadSetting.class)
          .hasMessageStartingWith("TAXON_OUTBOUND_CA is '" + bad + "', but it ");
    }
  }
}
