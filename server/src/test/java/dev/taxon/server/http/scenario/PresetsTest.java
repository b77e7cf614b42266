package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Saved configurations, and jobs that name them. */
class PresetsTest extends ScenarioV2 {
  private static final String PRESETS = "/api/v1/beta/configurations";
  private static final String OTHER_RULES =
      "[{\"type\":\"recipe\",\"description\":\"Says how a dish or a cake is made\"}]";

  private static String preset(String name, String rules) {
    return "{\"name\":\"" + name + "\",\"parameters\":" + parameters(rules) + "}";
  }

  private static String parameters(String rules) {
    return "{\"product_type\":\"classify_v2\",\"rules\":" + rules + "}";
  }

  /** C. */
  private JsonNode saved(String name) {
    return posted(preset(name, RULES));
  }

  private JsonNode posted(String body) {
    Reply reply = k1.api().post(PRESETS, body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.json();
  }

  private Reply job(String preset) {
    return k1.api()
        .post(CLASSIFY, "{\"file_id\":\"" + note() + "\",\"configuration_id\":\"" + preset + "\"}");
  }

  @Test
  @DisplayName("V2-40 saving under a name again replaces what it stands for")
  void savedTwice() {
    JsonNode first = saved("N");
    JsonNode second = posted(preset("N", OTHER_RULES));

    assertThat(id(second)).isEqualTo(id(first));
    assertThat(second.path("created_at")).isEqualTo(first.path("created_at"));
    assertThat(second.path("version")).isNotEqualTo(first.path("version"));
    assertThat(second.at("/parameters/rules/0/type").stringValue()).isEqualTo("recipe");
    assertThat(second.at("/parameters/mode").stringValue()).isEqualTo("FAST");
    assertThat(second.at("/parameters/parsing_configuration").isNull()).isTrue();
    assertThat(k1.api().get(PRESETS + "?name=N").json().path("items")).containsExactly(second);
  }

  @Test
  @DisplayName("V2-41 a preset is renamed, replaced, deleted and gone")
  void changedAndDeleted() {
    String at = PRESETS + "/" + id(saved("N"));

    JsonNode renamed = k1.api().put(at, "{\"name\":\"M\",\"parameters\":null}").json();
    assertThat(renamed.path("name").stringValue()).isEqualTo("M");
    assertThat(renamed.at("/parameters/rules/0/type").stringValue()).isEqualTo("delivery note");
    JsonNode replaced = k1.api().put(at, "{\"parameters\":" + parameters(OTHER_RULES) + "}").json();
    assertThat(replaced.path("name").stringValue()).isEqualTo("M");
    assertThat(replaced.at("/parameters/rules")).hasSize(1);
    assertThat(k1.api().get(at).json()).isEqualTo(replaced);

    assertThat(k1.api().delete(at).status()).isEqualTo(204);
    assertThat(k1.api().get(at).detail()).isEqualTo("Configuration not found");
    assertThat(k1.api().delete(at).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("V2-05 and V2-42 a job runs with its preset as it was")
  void jobsKeepTheirRules() {
    JsonNode preset = saved("N");
    String file = note();
    Reply made =
        k1.api()
            .post(
                CLASSIFY,
                "{\"file_id\":\"" + file + "\",\"configuration_id\":\"" + id(preset) + "\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(200);
    assertThat(made.text("/file_input")).isEqualTo(file);
    made(k1, over(file));
    assertThat(made.text("/configuration_id")).isEqualTo(id(preset));
    assertThat(made.json().at("/configuration/rules")).isEqualTo(preset.at("/parameters/rules"));

    k1.api().put(PRESETS + "/" + id(preset), "{\"parameters\":" + parameters(OTHER_RULES) + "}");

    JsonNode old = k1.api().get(CLASSIFY + "/" + made.text("/id")).json();
    assertThat(old.at("/configuration/rules")).isEqualTo(preset.at("/parameters/rules"));
    assertThat(job(id(preset)).text("/configuration/rules/0/type")).isEqualTo("recipe");
    assertThat(k1.api().get(CLASSIFY + "?configuration_id=" + id(preset)).json().path("items"))
        .hasSize(2);
  }

  @Test
  @DisplayName("V2-18, V2-19 a preset that is unknown or of another product is refused")
  void unusable() {
    String parse =
        id(posted("{\"name\":\"P\",\"parameters\":{\"product_type\":\"parse_v2\",\"x\":[1]}}"));

    Reply refused = job(parse);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail())
        .isEqualTo(
            "Invalid classify configuration parameters for "
                + parse
                + ": product_type is parse_v2, expected classify_v2");
    assertThat(job("cfg-" + UNKNOWN).detail())
        .isEqualTo("Classify configuration cfg-" + UNKNOWN + " not found");
  }

  @Test
  void aParsePresetSaysHowAFileIsReadOrWhyItCannot() {
    String good =
        id(
            posted(
                "{\"name\":\"fast\",\"parameters\":{\"product_type\":\"parse_v2\",\"tier\":\"fast\","
                    + "\"version\":\"latest\",\"page_ranges\":{\"max_pages\":1}}}"));
    String bad =
        id(posted("{\"name\":\"bad\",\"parameters\":{\"product_type\":\"parse_v2\",\"tier\":7}}"));
    String bare = id(posted("{\"name\":\"bare\",\"parameters\":{\"product_type\":\"parse_v2\"}}"));

    assertThat(read(good).json().path("tier").stringValue()).isEqualTo("fast");
    assertThat(read(bad).status()).isEqualTo(400);
    assertThat(read(bad).detail())
        .startsWith("Invalid parse configuration parameters for " + bad + ": Input should be")
        .endsWith("[parameters, tier]");
    assertThat(read(bare).detail()).endsWith("tier and version are required");
  }

  private Reply read(String preset) {
    return k1.api()
        .post(PARSE, "{\"file_id\":\"" + note() + "\",\"configuration_id\":\"" + preset + "\"}");
  }

  @Test
  @DisplayName("V2-43 lists are filtered by product and paged")
  void listed() {
    JsonNode classify = saved("N");
    JsonNode parse = posted("{\"name\":\"N\",\"parameters\":{\"product_type\":\"parse_v2\"}}");
    posted("{\"name\":\"N\",\"parameters\":{\"product_type\":\"split_v1\"}}");
    String both = "?product_type=classify_v2&product_type=parse_v2&latest_only=true";

    assertThat(k1.api().get(PRESETS + both).json().path("items")).containsExactly(parse, classify);
    JsonNode page = k1.api().get(PRESETS + both + "&page_size=1").json();
    assertThat(page.path("items")).containsExactly(parse);
    JsonNode rest =
        k1.api()
            .get(
                PRESETS
                    + both
                    + "&page_size=1&page_token="
                    + page.path("next_page_token").stringValue())
            .json();
    assertThat(rest.path("items")).containsExactly(classify);
    assertThat(rest.path("next_page_token").isNull()).isTrue();
    assertThat(k1.api().get(PRESETS + "?product_type=other").status()).isEqualTo(422);
    assertThat(k1.api().get(PRESETS + "?page_token=zzz").status()).isEqualTo(400);
  }

  @Test
  void whatIsWrongInsideParametersIsNamedWhereItIs() {
    Reply refused =
        k1.api()
            .post(
                PRESETS,
                preset("N", "[{\"type\":\"\",\"description\":\"short\"}]")
                    .replace("\"rules\"", "\"mode\":\"MULTIMODAL\",\"rules\""));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problems())
        .containsExactlyInAnyOrder(
            "literal_error [body, parameters, mode]",
            "string_too_short [body, parameters, rules, 0, type]",
            "string_too_short [body, parameters, rules, 0, description]");
    assertThat(k1.api().post(PRESETS, "{\"name\":\"N\",\"parameters\":{}}").problems())
        .containsExactly("missing [body, parameters, product_type]");
    assertThat(k1.api().get(PRESETS).json().path("items")).isEmpty();
  }

  @Test
  void aPresetKeepsItsProductAndATakenNameIsNotGivenAgain() {
    saved("taken");
    String at = PRESETS + "/" + id(saved("N"));

    assertThat(k1.api().put(at, "{\"parameters\":{\"product_type\":\"parse_v2\"}}").problems())
        .containsExactly("value_error [body, parameters, product_type]");
    Reply conflict = k1.api().put(at, "{\"name\":\"taken\"}");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.detail()).isEqualTo("Configuration name already exists");
    assertThat(conflict.header("X-Should-Retry")).isEqualTo("false");
  }

  @Test
  void anotherTenantsPresetIsUnknown() {
    String preset = id(saved("N"));

    assertThat(k2.api().get(PRESETS + "/" + preset).detail()).isEqualTo("Configuration not found");
    assertThat(k2.api().put(PRESETS + "/" + preset, "{\"name\":\"M\"}").status()).isEqualTo(404);
    assertThat(k2.api().delete(PRESETS + "/" + preset).status()).isEqualTo(404);
    assertThat(k2.api().get(PRESETS).json().path("items")).isEmpty();
    assertThat(k1.api().get(PRESETS + "/a%2Fb").status()).isEqualTo(404);
  }
}
