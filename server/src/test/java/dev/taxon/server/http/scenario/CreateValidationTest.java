package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What create refuses; whatever is refused makes no job. */
class CreateValidationTest extends Scenario {
  private static final String SOME_FILE = "3f8a1c7e-52b4-4d06-9a1e-7c0b5d2e4f61";

  private String file = SOME_FILE;
  private int made;

  @BeforeEach
  void uploadFile() {
    file = invoice();
    made = 0;
  }

  @AfterEach
  void nothingElseWasMade() {
    assertThat(k1.api().get(JOBS).json().path("items").size()).isEqualTo(made);
  }

  @Test
  @DisplayName("V1-09 no body, and a body that breaks off")
  void noBody() {
    assertThat(refused("")).containsExactly("missing [body]");
    Reply nothing = k1.api().send("POST", JOBS, BodyPublishers.noBody());
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.problems()).containsExactly("missing [body]");
    assertThat(refused(" \n ")).containsExactly("json_invalid [body, 3]");
    assertThat(refused("{")).singleElement().asString().matches("json_invalid \\[body, [0-9]+]");
  }

  @Test
  @DisplayName("V1-10 an empty object lacks rules and file ids")
  void emptyObject() {
    assertThat(refused("{}"))
        .containsExactlyInAnyOrder("missing [body, rules]", "missing [body, file_ids]");
  }

  @Test
  @DisplayName("V1-11 no file ids, and 501 of them")
  void countOfFileIds() {
    assertThat(refused(job(List.of(), List.of(RULE), "")))
        .containsExactly("too_short [body, file_ids]");
    assertThat(refused(job(Collections.nCopies(501, file), List.of(RULE), "")))
        .containsExactly("too_long [body, file_ids]");
  }

  @Test
  @DisplayName("V1-12 file ids that are none")
  void malformedFileIds() {
    assertThat(refused(minimal("x"))).containsExactly("uuid_parsing [body, file_ids, 0]");
    assertThat(refused("{\"file_ids\":[7],\"rules\":[" + RULE + "]}"))
        .containsExactly("string_type [body, file_ids, 0]");
  }

  @Test
  @DisplayName("V1-13 no rules; types of no, 51, 50 and only blank characters")
  void ruleTypes() {
    assertThat(refused(job(List.of(file), List.of(), "")))
        .containsExactly("too_short [body, rules]");
    assertThat(refused(withRule("", "a description")))
        .containsExactly("string_too_short [body, rules, 0, type]");
    assertThat(refused(withRule("t".repeat(51), "a description")))
        .containsExactly("string_too_long [body, rules, 0, type]");
    assertThat(refused(withRule("   ", "a description")))
        .containsExactly("value_error [body, rules, 0, type]");
    accepted(withRule("t".repeat(50), "a description"));
  }

  @Test
  @DisplayName("V1-14 descriptions of 9, 10, 500 and 501 characters")
  void descriptions() {
    assertThat(refused(withRule("t", "d".repeat(9))))
        .containsExactly("string_too_short [body, rules, 0, description]");
    accepted(withRule("t", "d".repeat(10)));
    accepted(withRule("t", "d".repeat(500)));
    assertThat(refused(withRule("t", "d".repeat(501))))
        .containsExactly("string_too_long [body, rules, 0, description]");
  }

  @Test
  @DisplayName("V1-15 lengths count code points")
  void codePoints() {
    accepted(withRule("t", "\uD83D\uDE00".repeat(500)));
  }

  @Test
  @DisplayName("V1-16 words of mode and lang are exact")
  void words() {
    assertThat(refused(with("\"mode\":\"fast\""))).containsExactly("enum [body, mode]");
    assertThat(refused(with("\"parsing_configuration\":{\"lang\":\"xx\"}")))
        .containsExactly("enum [body, parsing_configuration, lang]");
  }

  @Test
  @DisplayName("V1-17 max_pages in every spelling, good and bad")
  void maxPages() {
    String at = " [body, parsing_configuration, max_pages]";
    assertThat(refused(maxPages("0"))).containsExactly("greater_than_equal" + at);
    assertThat(refused(maxPages("\"abc\""))).containsExactly("int_parsing" + at);
    assertThat(refused(maxPages("1.5"))).containsExactly("int_from_float" + at);
    assertThat(refused(maxPages("1e30"))).containsExactly("less_than_equal" + at);
    for (String three : List.of("\"3\"", "3.0")) {
      assertThat(accepted(maxPages(three)).json().at("/parsing_configuration/max_pages").toString())
          .isEqualTo("3");
    }
  }

  @Test
  @DisplayName("V1-18 target pages: none, and below the first")
  void targetPages() {
    assertThat(refused(with("\"parsing_configuration\":{\"target_pages\":[]}")))
        .containsExactly("too_short [body, parsing_configuration, target_pages]");
    assertThat(refused(with("\"parsing_configuration\":{\"target_pages\":[-1]}")))
        .containsExactly("greater_than_equal [body, parsing_configuration, target_pages, 0]");
  }

  @Test
  @DisplayName("V1-19 webhooks: another scheme, an unknown member, no URL")
  void webhooks() {
    assertThat(refused(with("\"webhook_configurations\":[{\"webhook_url\":\"ftp://x\"}]")))
        .containsExactly("string_pattern_mismatch [body, webhook_configurations, 0, webhook_url]");
    assertThat(
            refused(with("\"webhook_configurations\":[{\"webhook_url\":\"https://x\",\"foo\":1}]")))
        .containsExactly("extra_forbidden [body, webhook_configurations, 0, foo]");
    assertThat(refused(with("\"webhook_configurations\":[{\"webhook_url\":null}]")))
        .containsExactly("string_type [body, webhook_configurations, 0, webhook_url]");
  }

  @Test
  @DisplayName("V1-20 null is as good as absent")
  void nulls() {
    var job =
        accepted(
                with(
                    "\"mode\":null,\"parsing_configuration\":null,\"webhook_configurations\":null"))
            .json();

    assertThat(job.path("mode").stringValue()).isEqualTo("FAST");
    assertThat(job.path("parsing_configuration").toString())
        .isEqualTo("{\"lang\":\"en\",\"max_pages\":5,\"target_pages\":null}");
  }

  @Test
  @DisplayName("V1-21 three faults are three problems")
  void everyFault() {
    assertThat(
            refused(
                "{\"file_ids\":[\"x\"],\"mode\":\"fast\","
                    + "\"rules\":[{\"type\":\"t\",\"description\":\"short\"}]}"))
        .containsExactlyInAnyOrder(
            "uuid_parsing [body, file_ids, 0]",
            "enum [body, mode]",
            "string_too_short [body, rules, 0, description]");
  }

  @Test
  @DisplayName("V1-22 JSON must be called JSON, with or without a charset, and be more than null")
  void contentType() {
    Reply plain =
        k1.api()
            .send(
                "POST", JOBS, BodyPublishers.ofString(minimal(file)), "Content-Type", "text/plain");
    assertThat(plain.status()).isEqualTo(422);
    assertThat(plain.problems()).containsExactly("model_attributes_type [body]");

    Reply nothing =
        k1.api()
            .send(
                "POST", JOBS, BodyPublishers.ofString("null"), "Content-Type", "application/json");
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.json().at("/detail/0").toString())
        .isEqualTo(
            "{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"Field required\",\"input\":null}");

    Reply charset =
        k1.api()
            .send(
                "POST",
                JOBS,
                BodyPublishers.ofString(minimal(file)),
                "Content-Type",
                "application/json; charset=utf-8");
    assertThat(charset.status()).isEqualTo(200);
    made = 1;
  }

  @Test
  void aCharsetThatNobodyKnowsIsNoFaultOfOurs() {
    Reply reply =
        k1.api()
            .send(
                "POST",
                JOBS,
                BodyPublishers.ofString(minimal(file)),
                "Content-Type",
                "application/json; charset=foo");

    assertThat(reply.status()).isEqualTo(200);
    made = 1;
  }

  @Test
  void brokenJsonIsExplainedInOurWords() {
    Reply reply = k1.api().post(JOBS, "{\"file_ids\": [1,");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.toString()).contains("The text ends too early").doesNotContain("Source");
    assertThat(k1.api().post(JOBS, "{\"a\": +}").toString()).contains("No JSON goes on like this");
  }

  @Test
  @DisplayName("V1-23 a JSON body of 3 MiB is told its limit, and the next call works")
  void hugeBody() {
    String huge = with("\"foo\":\"" + "x".repeat(3 << 20) + "\"");

    Reply declared = k1.api().post(JOBS, huge);
    Reply chunked =
        k1.api()
            .send(
                "POST",
                JOBS,
                BodyPublishers.ofInputStream(() ->
                    new java.io.ByteArrayInputStream(
                        huge.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                "Content-Type",
                "application/json");

    for (Reply reply : List.of(declared, chunked)) {
      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.detail()).isEqualTo("Body too large: the limit is 2097152 bytes");
    }
    assertThat(k1.api().get(JOBS).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("an error that repeats what was sent leaves secrets out")
  void secrets() {
    Reply reply =
        k1.api()
            .post(
                JOBS,
                with(
                    "\"webhook_configurations\":[{\"webhook_signing_secret\":\"keep-me\"},"
                        + "{\"webhook_url\":\"https://x\",\"webhook_signing_secret\":[\"keep-me\"]}]"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problems())
        .containsExactlyInAnyOrder(
            "missing [body, webhook_configurations, 0, webhook_url]",
            "string_type [body, webhook_configurations, 1, webhook_signing_secret]");
    assertThat(reply.string()).doesNotContain("keep-me");
  }

  @Test
  @DisplayName("hostile depth and text that nothing could keep are refused, not crashed on")
  void hostileJson() {
    assertThat(refused("{\"foo\":" + "[".repeat(500_000)))
        .singleElement()
        .asString()
        .startsWith("json_invalid");
    assertThat(refused(with("\"foo\":\"\\u0000\""))).containsExactly("string_unicode [body, foo]");
    assertThat(refused(with("\"foo\":\"\\ud800\""))).containsExactly("string_unicode [body, foo]");
    assertThat(refused(with("\"foo\":[1e999]"))).containsExactly("finite_number [body, foo, 0]");
  }

  private List<String> refused(String body) {
    Reply reply = k1.api().post(JOBS, body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    return reply.problems();
  }

  private Reply accepted(String body) {
    Reply reply = k1.api().post(JOBS, body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    made++;
    return reply;
  }

  private String withRule(String type, String description) {
    return job(
        List.of(file),
        List.of("{\"type\":\"" + type + "\",\"description\":\"" + description + "\"}"),
        "");
  }

  private String with(String members) {
    return job(List.of(file), List.of(RULE), "," + members);
  }

  private String maxPages(String value) {
    return with("\"parsing_configuration\":{\"max_pages\":" + value + "}");
  }
}
