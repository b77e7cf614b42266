package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClassifyV2Test extends ScenarioV2 {
  @Test
  @DisplayName("V2-01, V2-02 and V2-52 a file is classified, and the documented loop ends")
  void classified() {
    String file = note();
    JsonNode job = made(k1, over(file));

    assertThat(Set.copyOf(job.propertyNames())).isEqualTo(ENVELOPE);
    assertThat(job.path("document_input_type").stringValue()).isEqualTo("file_id");
    assertThat(job.path("file_input").stringValue()).isEqualTo(file);
    assertThat(job.at("/configuration/mode").stringValue()).isEqualTo("FAST");
    assertThat(job.at("/configuration/parsing_configuration").isNull()).isTrue();
    if (status(job).equals("PENDING")) {
      assertThat(job.path("result").isNull()).isTrue();
    }

    JsonNode end = polled(k1, job);

    assertThat(status(end)).isEqualTo("COMPLETED");
    assertThat(Set.copyOf(end.path("result").propertyNames()))
        .isEqualTo(Set.of("type", "confidence", "reasoning"));
    assertThat(end.at("/result/type").stringValue()).isEqualTo("delivery note");
    assertThat(end.at("/result/confidence").doubleValue()).isBetween(0.0, 1.0);
    assertThat(end.at("/result/reasoning").stringValue()).isNotEmpty();
    assertThat(end.path("error_message").isNull()).isTrue();
  }

  @Test
  @DisplayName("V2-03 what fits no rule is an answer, not a failure")
  void noMatch() {
    JsonNode end = polled(k1, made(k1, over(beta(k1, "cake.txt", RECIPE))));

    assertThat(status(end)).isEqualTo("COMPLETED");
    assertThat(end.path("result").isObject()).isTrue();
    assertThat(end.at("/result/type").isNull()).isTrue();
  }

  @Test
  @DisplayName("V2-04 a document without text has failed and is not guessed")
  void empty() {
    byte[] blank = Documents.pdf(List.of(List.<String>of()));
    JsonNode end = polled(k1, made(k1, over(beta(k1, "empty.pdf", blank))));

    assertThat(status(end)).isEqualTo("FAILED");
    assertThat(end.path("result").isNull()).isTrue();
    assertThat(end.path("error_message").stringValue()).startsWith("NO_DATA_FOUND_IN_FILE: ");
    assertThat(end.path("parse_job_id").isNull()).isTrue();
  }

  @Test
  @DisplayName("V2-06 one input in two spellings is one, two inputs are one too many")
  void twoInputs() {
    String file = note();
    String both = "{\"file_input\":\"%s\",\"file_id\":\"%s\"," + CONFIGURATION + "}";

    assertThat(good(k1.api().post(CLASSIFY, both.formatted(file, file))).path("file_input"))
        .isEqualTo(made(k1, over(file)).path("file_input"));
    assertThat(k1.api().post(CLASSIFY, both.formatted(file, note())).problems())
        .containsExactly("value_error [body]");
  }

  @Test
  @DisplayName("V2-07, V2-08 and V2-09 an input and one configuration are needed")
  void incomplete() {
    String file = note();
    assertThat(k1.api().post(CLASSIFY, "{" + CONFIGURATION + "}").problems())
        .containsExactly("value_error [body]");
    assertThat(k1.api().post(CLASSIFY, "{\"file_input\":\"\"," + CONFIGURATION + "}").problems())
        .containsExactly("value_error [body]");
    assertThat(k1.api().post(CLASSIFY, "{\"file_input\":\"" + file + "\"}").problems())
        .containsExactly("value_error [body]");
    assertThat(
            k1.api()
                .post(CLASSIFY, over(file, ",\"configuration_id\":\"cfg-" + UNKNOWN + "\""))
                .problems())
        .containsExactly("value_error [body]");
    assertThat(ids(k1.api().get(CLASSIFY))).isEmpty();
  }

  @Test
  @DisplayName("V2-10, V2-11, V2-12, V2-13 and V2-14 rules and mode are held to their bounds")
  void bounds() {
    String file = note();
    assertThat(problems(file, "{\"rules\":[]}"))
        .containsExactly("too_short [body, configuration, rules]");
    assertThat(problems(file, rule("note", "short")))
        .containsExactly("string_too_short [body, configuration, rules, 0, description]");
    assertThat(problems(file, rule("note", "x".repeat(501))))
        .containsExactly("string_too_long [body, configuration, rules, 0, description]");
    assertThat(problems(file, rule(" ", "a description")))
        .containsExactly("value_error [body, configuration, rules, 0, type]");
    assertThat(problems(file, rule("x".repeat(51), "a description")))
        .containsExactly("string_too_long [body, configuration, rules, 0, type]");
    assertThat(problems(file, "{\"rules\":" + RULES + ",\"mode\":\"MULTIMODAL\"}"))
        .containsExactly("literal_error [body, configuration, mode]");
    made(k1, configured(file, rule("note", "x".repeat(500))));
    made(k1, configured(file, rule("x".repeat(50), "a description")));
    JsonNode job = made(k1, configured(file, rule("Rechnung/É", "a description")));
    assertThat(job.at("/configuration/rules/0/type").stringValue()).isEqualTo("Rechnung/É");
  }

  @Test
  @DisplayName("V2-15 pages count from 1 and are echoed as they were sent")
  void pages() {
    String file = note();
    assertThat(problems(file, parsing("{\"max_pages\":0}")))
        .containsExactly(
            "greater_than_equal [body, configuration, parsing_configuration, max_pages]");
    for (String bad : List.of("x", "0", "3-2", "1,,2")) {
      assertThat(problems(file, parsing("{\"target_pages\":\"" + bad + "\"}")))
          .containsExactly(
              "value_error [body, configuration, parsing_configuration, target_pages]");
    }
    JsonNode job =
        made(k1, configured(file, parsing("{\"target_pages\":\"1, 3-4\",\"max_pages\":1}")));
    JsonNode echo = job.at("/configuration/parsing_configuration");
    assertThat(echo.path("lang").stringValue()).isEqualTo("en");
    assertThat(echo.path("target_pages").stringValue()).isEqualTo("1, 3-4");
    assertThat(status(polled(k1, job))).isEqualTo("COMPLETED");
    JsonNode none = polled(k1, made(k1, configured(file, parsing("{\"target_pages\":\"9\"}"))));
    assertThat(none.path("error_message").stringValue()).startsWith("NO_DATA_FOUND_IN_FILE");
  }

  @Test
  @DisplayName("V2-16, V2-17, V2-18 and V2-20 what is not there is named, nothing is fetched")
  void absent() {
    String foreign = beta(k2, "note.txt", DELIVERY_NOTE);
    for (String id : List.of(foreign, "dfl-" + UNKNOWN, UNKNOWN, "anything")) {
      refused(over(id), "File ID " + id + " is not in Project ID " + k1.p1());
    }
    refused(
        over("pjb-" + UNKNOWN), "Parse Job ID pjb-" + UNKNOWN + " is not in Project ID " + k1.p1());
    refused(over("https://example.org/a.pdf"), "URL inputs are disabled on this server");
    Reply preset =
        k1.api()
            .post(
                CLASSIFY,
                "{\"file_input\":\"" + note() + "\",\"configuration_id\":\"cfg-" + UNKNOWN + "\"}");
    assertThat(preset.status()).isEqualTo(404);
    assertThat(preset.detail()).isEqualTo("Classify configuration cfg-" + UNKNOWN + " not found");
  }

  @Test
  @DisplayName("V2-21, V2-22 and V2-37 long inputs, unknown extras, missing keys")
  void envelope() {
    assertThat(k1.api().post(CLASSIFY, over("x".repeat(201))).problems())
        .containsExactly("string_too_long [body, file_input]");
    String more = over(note(), ",\"foo\":{\"bar\":1}");
    assertThat(k1.api().post(CLASSIFY + "?bar=1", more).status()).isEqualTo(200);
    Reply nobody = k1.api().as(null).post(CLASSIFY, more);
    assertThat(nobody.toString()).isEqualTo("401 {\"detail\":\"Not authenticated\"}");
    Reply wrong = k1.api().as("Bearer wrong").post(CLASSIFY, more);
    assertThat(wrong.toString()).isEqualTo("401 {\"detail\":\"Invalid API Key\"}");
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  @DisplayName("ids without a prefix name files and, where there is no such file, parse jobs")
  void bareIds() {
    String file = upload(k1, "note.txt", DELIVERY_NOTE);
    assertThat(made(k1, over(file)).path("document_input_type").stringValue()).isEqualTo("file_id");
    JsonNode parse = parse(file);
    JsonNode job = made(k1, over(id(parse).substring("pjb-".length())));
    assertThat(job.path("document_input_type").stringValue()).isEqualTo("parse_job_id");
  }

  @Test
  @DisplayName("V2-29 jobs that are not there, not ids, or not ours are all unknown")
  void unknownJobs() {
    String job = id(made(k1, over(note())));
    String v1 = create(k1, minimal(invoice())).path("id").stringValue();

    for (Reply reply :
        List.of(
            k1.api().get(CLASSIFY + "/clj-" + UNKNOWN),
            k1.api().get(CLASSIFY + "/a%2Fb"),
            k1.api().get(CLASSIFY + "/clj-" + v1),
            k2.api().get(CLASSIFY + "/" + job),
            k2.api().send("POST", CLASSIFY + "/" + job + "/cancel", BodyPublishers.noBody()),
            k2.api().delete(CLASSIFY + "/" + job),
            k1.api().get(JOBS + "/" + job.substring("clj-".length())))) {
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.detail()).isEqualTo("Classify job not found");
    }
  }

  private void refused(String body, String sentence) {
    Reply reply = k1.api().post(CLASSIFY, body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.detail()).isEqualTo(sentence);
  }

  private List<String> problems(String file, String configuration) {
    return k1.api().post(CLASSIFY, configured(file, configuration)).problems();
  }

  private static String rule(String type, String description) {
    return "{\"rules\":[{\"type\":\"%s\",\"description\":\"%s\"}]}".formatted(type, description);
  }

  private static String parsing(String parsing) {
    return "{\"rules\":" + RULES + ",\"parsing_configuration\":" + parsing + "}";
  }
}
