package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.http.scenario.TestServer.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that are named by their URL, where the server is allowed to fetch. */
class UrlInputsTest extends ScenarioV2 {
  private static final String FROM_URL = FILES + "/upload_from_url";
  private TestServer fetching;
  private Receiver site;
  private Tenant t;

  @BeforeAll
  void startFetching() {
    fetching = TestServer.leadingOut(true, true);
    site = Receiver.thankful();
  }

  @AfterAll
  void stopFetching() {
    site.close();
    fetching.close();
  }

  @BeforeEach
  void newTenant() {
    t = fetching.tenant();
  }

  private Reply from(String body) {
    return t.api().put(FROM_URL, body);
  }

  private String url(String path) {
    return "{\"url\":\"" + site.url() + path + "\"}";
  }

  @Test
  @DisplayName("a file is fetched and called as its server calls it, or as it is asked to be")
  void fetched() {
    JsonNode file = good(from(url("/file/x.pdf")));
    assertThat(file.path("name").stringValue()).isEqualTo("bill.txt");
    assertThat(file.path("file_size").intValue()).isEqualTo(32);

    JsonNode named =
        good(
            from(
                "{\"url\":\""
                    + site.url()
                    + "/file/x\",\"name\":\"in/a.txt\",\"request_headers\":{\"X-Token\":\"a\"},"
                    + "\"resource_info\":{\"k\":1}}"));
    assertThat(named.path("name").stringValue()).isEqualTo("in/a.txt");
    assertThat(named.at("/resource_info/k").intValue()).isEqualTo(1);
    assertThat(site.posts.getLast().header("x-token")).isEqualTo("a");
  }

  @Test
  @DisplayName("what cannot be fetched is refused with a reason and leaves nothing")
  void notFetched() {
    for (String bad :
        new String[] {
          url("/gone"),
          url("/to/http:~~169.254.169.254~latest"),
          url("/to/file:~~~etc~passwd"),
          "{\"url\":\"ftp://example.org/a\"}",
          "{\"url\":\"http://[::ffff:10.0.0.1]/\"}",
          "{\"url\":\"http://2130706433/\"}",
          "{\"url\":\"http://127.0.0.1:1/\"}"
        }) {
      Reply reply = from(bad);
      assertThat(reply.status()).as(bad + " " + reply).isEqualTo(400);
      assertThat(reply.detail()).startsWith("Could not fetch the URL: ");
    }
    assertThat(from("{\"url\":\"http://x.example/\",\"proxy_url\":\"http://p.example\"}").status())
        .isEqualTo(422);
    assertThat(t.api().get(BETA).json().path("items")).isEmpty();
  }

  @Test
  @DisplayName("redirects are followed as wanted")
  void redirects() {
    assertThat(good(from(url("/to/~file~b"))).path("name").stringValue()).isEqualTo("bill.txt");
    assertThat(
            from("{\"url\":\"" + site.url() + "/to/~file~b\",\"follow_redirects\":false}").detail())
        .contains("answered 302");
  }

  @Test
  @DisplayName("a job of the second wire takes a URL and echoes it")
  void classified() {
    String at = site.url() + "/file/note";
    JsonNode job =
        polled(
            t,
            made(
                t,
                "{\"file_input\":\""
                    + at
                    + "\",\"configuration\":{\"rules\":[{\"type\":\"invoice\","
                    + "\"description\":\"Asks for payment and states a total due\"}]}}"));
    assertThat(status(job)).isEqualTo("COMPLETED");
    assertThat(job.path("document_input_type").stringValue()).isEqualTo("url");
    assertThat(job.path("file_input").stringValue()).isEqualTo(at);
  }

  @Test
  @DisplayName("a create that is refused for its preset, its webhooks or its body fetches nothing")
  void refusedBeforeFetching() {
    String at = site.url() + "/file/note";
    int asked = site.posts.size();
    for (String body :
        new String[] {
          "{\"file_input\":\"" + at + "\",\"configuration_id\":\"cfg-" + UNKNOWN + "\"}",
          over(at, ",\"webhook_configuration_ids\":[\"whc-" + UNKNOWN + "\"]"),
          over(at, ",\"webhook_configurations\":[{\"webhook_url\":\"http://10.0.0.1/\"}]"),
          over(at, ",\"file_id\":\"another\""),
          "{\"file_input\":\"" + at + "\"}"
        }) {
      Reply refused = t.api().post(CLASSIFY, body);
      assertThat(refused.status()).as(refused.toString()).isIn(404, 422);
    }
    assertThat(site.posts).hasSize(asked);
    assertThat(t.api().get(BETA).json().path("items")).isEmpty();
  }

  @Test
  @DisplayName("V2-20 where the server does not fetch, every way in says so and nothing is fetched")
  void off() {
    String at = site.url() + "/file/note";
    int asked = site.posts.size();
    for (Reply refused :
        new Reply[] {
          k1.api().put(FROM_URL, "{\"url\":\"" + at + "\"}"),
          k1.api().post(CLASSIFY, over(at)),
          k1.api()
              .post(
                  PARSE, "{\"source_url\":\"" + at + "\",\"tier\":\"fast\",\"version\":\"latest\"}")
        }) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.detail()).isEqualTo("URL inputs are disabled on this server");
    }
    assertThat(site.posts).as("nothing is fetched").hasSize(asked);
  }
}
