package dev.taxon.server.http.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
  private static final Contract CONTRACT = Contract.load();
  private static final String FILE = "3f8a1c7e-52b4-4d06-9a1e-7c0b5d2e4f61";
  private static final String RULE =
      "{\"type\":\"invoice\",\"description\":\"asks for payment and states a total due\"}";
  private static final String MINIMAL =
      "{\"file_ids\":[\"" + FILE + "\"],\"rules\":[" + RULE + "]}";

  private final RequestReader reader = new RequestReader(CONTRACT);

  @Test
  void fillsInWhatIsAbsent() {
    Inputs inputs = create(MINIMAL);

    assertThat(inputs.body().path("mode").stringValue()).isEqualTo("FAST");
    assertThat(inputs.body().path("parsing_configuration").toString())
        .isEqualTo("{\"lang\":\"en\",\"max_pages\":5}");
  }

  @Test
  void readsNullAsAbsentUnlessItIsAValue() {
    Inputs inputs =
        create(with("\"mode\":null,\"parsing_configuration\":{\"lang\":null,\"max_pages\":null}"));

    assertThat(inputs.body().path("mode").stringValue()).isEqualTo("FAST");
    assertThat(inputs.body().path("parsing_configuration").toString())
        .isEqualTo("{\"max_pages\":null,\"lang\":\"en\"}");
  }

  @ParameterizedTest
  @CsvSource({"'\"3\"'", "3.0", "3", "'\" 3 \"'", "'\"3.0\"'"})
  void readsIntegersInEverySpelling(String spelling) {
    Inputs inputs = create(with("\"parsing_configuration\":{\"max_pages\":" + spelling + "}"));

    assertThat(inputs.body().at("/parsing_configuration/max_pages").toString()).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0          | greater_than_equal",
        "\"0\"      | greater_than_equal",
        "\"abc\"    | int_parsing",
        "1.5        | int_from_float",
        "1e30       | less_than_equal",
        "-1e300     | greater_than_equal",
        "9007199254740993.0 | less_than_equal",
        "1e400      | finite_number",
        "[]         | int_type",
        "true       | int_type",
        "2147483648 | less_than_equal",
      })
  void saysWhatIsWrongWithAnInteger(String value, String type) {
    assertThat(problems(with("\"parsing_configuration\":{\"max_pages\":" + value + "}")))
        .extracting(Problem::type, Problem::loc)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                type, List.of("body", "parsing_configuration", "max_pages")));
  }

  @Test
  void listsEveryProblem() {
    assertThat(problems("{}"))
        .extracting(p -> p.type() + " " + p.loc())
        .containsExactlyInAnyOrder("missing [body, rules]", "missing [body, file_ids]");
    assertThat(
            problems(
                "{\"file_ids\":[\"x\",7],\"rules\":[{\"type\":\" \",\"description\":\"short\"}],"
                    + "\"mode\":\"fast\",\"webhook_configurations\":[{\"webhook_url\":\"ftp://x\",\"foo\":1},{}]}"))
        .extracting(p -> p.type() + " " + p.loc())
        .containsExactlyInAnyOrder(
            "uuid_parsing [body, file_ids, 0]",
            "string_type [body, file_ids, 1]",
            "value_error [body, rules, 0, type]",
            "string_too_short [body, rules, 0, description]",
            "enum [body, mode]",
            "string_pattern_mismatch [body, webhook_configurations, 0, webhook_url]",
            "extra_forbidden [body, webhook_configurations, 0, foo]",
            "missing [body, webhook_configurations, 1, webhook_url]");
  }

  @Test
  void givesTheLimitsAndWhatWasFound() {
    Problem tooShort = problems("{\"file_ids\":[\"" + FILE + "\"],\"rules\":[]}").getFirst();

    assertThat(tooShort.type()).isEqualTo("too_short");
    assertThat(tooShort.msg())
        .isEqualTo("List should have at least 1 item after validation, not 0");
    assertThat(tooShort.input().toString()).isEqualTo("[]");
    assertThat(String.valueOf(tooShort.ctx()))
        .isEqualTo("{field_type=List, min_length=1, actual_length=0}");
    assertThat(problems(with("\"mode\":\"fast\"")).getFirst().msg())
        .isEqualTo("Input should be 'FAST' or 'MULTIMODAL'");
  }

  @Test
  void ofAListThatIsTooLongSaysOnlyThat() {
    String ids = "\"x\",".repeat(999) + "\"x\"";

    List<Problem> problems = problems("{\"file_ids\":[" + ids + "],\"rules\":[" + RULE + "]}");

    assertThat(problems)
        .singleElement()
        .satisfies(p -> {
          assertThat(p.type()).isEqualTo("too_long");
          assertThat(p.ctx()).containsEntry("actual_length", 1000);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{`                      | 1",
        "`{\"file_ids\": }`       | 13",
        "`{} x`                   | 3",
        "`NaN`                    | 3",
      })
  void saysWhereJsonBreaksOff(String text, int offset) {
    assertThat(problems(text))
        .singleElement()
        .satisfies(p -> {
          assertThat(p.type()).isEqualTo("json_invalid");
          assertThat(p.loc().getFirst()).isEqualTo("body");
          assertThat((int) p.loc().get(1))
              .isCloseTo(offset, org.assertj.core.data.Offset.offset(2));
        });
  }

  @Test
  void refusesHostileDepthAsInvalid() {
    assertThat(problems("[".repeat(100_000)))
        .extracting(Problem::type)
        .containsExactly("json_invalid");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin = "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            catchThrowableOfType(
                    InvalidRequest.class,
                    () -> read("createClassifyJob", "application/json", latin))
                .problems())
        .extracting(Problem::type)
        .containsExactly("json_invalid");
  }

  @Test
  void refusesTextThatNothingCouldStore() {
    assertThat(problems(with("\"foo\":\"a\\u0000b\"")))
        .extracting(p -> p.type() + " " + p.loc())
        .containsExactly("string_unicode [body, foo]");
    assertThat(problems(with("\"foo\":[\"\\ud800\"]")))
        .extracting(p -> p.type() + " " + p.loc())
        .containsExactly("string_unicode [body, foo, 0]");
  }

  @Test
  void wantsABodyThatIsAnObject() {
    for (String body : List.of("", "null", " null\n")) {
      assertThat(problems(body))
          .extracting(p -> p.type() + " " + p.loc() + " " + p.msg() + " " + p.input())
          .containsExactly("missing [body] Field required null");
    }
    for (String body : List.of("[]", "\"x\"", "7")) {
      assertThat(problems(body))
          .extracting(p -> p.type() + " " + p.loc())
          .containsExactly("model_attributes_type [body]");
    }
    assertThat(
            catchThrowableOfType(
                    InvalidRequest.class,
                    () ->
                        read(
                            "createClassifyJob",
                            "text/plain",
                            MINIMAL.getBytes(StandardCharsets.UTF_8)))
                .problems())
        .extracting(p -> p.type() + " " + p.loc())
        .containsExactly("model_attributes_type [body]");
  }

  @Test
  void countsCodePoints() {
    String emoji = "😀".repeat(500);

    assertThat(
            create(
                    "{\"file_ids\":[\""
                        + FILE
                        + "\"],\"rules\":[{\"type\":\"t\",\"description\":\""
                        + emoji
                        + "\"}]}")
                .body()
                .at("/rules/0/description")
                .stringValue())
        .isEqualTo(emoji);
  }

  @Test
  void readsQueryParameters() {
    Inputs inputs =
        reader.read(
            operation("listBetaFiles"),
            new Request(
                Map.of(),
                Map.of(
                    "page_size", List.of("7"),
                    "project_id", List.of(""),
                    "file_ids",
                        List.of(
                            FILE,
                            "dfl-" + FILE.replace("-", "").toUpperCase(java.util.Locale.ROOT))),
                Map.of(),
                null,
                ByteBuffer.allocate(0)));

    assertThat(inputs.queryInt("page_size")).isEqualTo(7);
    assertThat(inputs.queryUuid("project_id")).isEmpty();
    assertThat(inputs.queryList("file_ids")).hasSize(2);
    assertThat(inputs.query("order_by")).contains("created_at");
  }

  @Test
  void lowersAPageSizeWhereThePageSaysSo() {
    assertThat(query("listClassifyJobs", "page_size", "99999999999999999999").queryInt("page_size"))
        .isEqualTo(1000);
    assertThatThrownBy(() -> query("listClassifyJobs", "page_size", "x"))
        .isInstanceOf(InvalidRequest.class);
    assertThat(
            catchThrowableOfType(
                    InvalidRequest.class, () -> query("listBetaFiles", "page_size", "1001"))
                .problems())
        .extracting(p -> p.type() + " " + p.loc())
        .containsExactly("less_than_equal [query, page_size]");
  }

  private Inputs query(String operation, String name, String value) {
    return reader.read(
        operation(operation),
        new Request(
            Map.of(), Map.of(name, List.of(value)), Map.of(), null, ByteBuffer.allocate(0)));
  }

  private Inputs create(String body) {
    return read(
        "createClassifyJob",
        "application/json; charset=utf-8",
        body.getBytes(StandardCharsets.UTF_8));
  }

  private List<Problem> problems(String body) {
    return catchThrowableOfType(InvalidRequest.class, () -> create(body)).problems();
  }

  private Inputs read(String operation, String contentType, byte[] body) {
    return reader.read(
        operation(operation),
        new Request(Map.of(), Map.of(), Map.of(), contentType, ByteBuffer.wrap(body)));
  }

  private static String with(String members) {
    return MINIMAL.substring(0, MINIMAL.length() - 1) + "," + members + "}";
  }

  private static Operation operation(String id) {
    return CONTRACT.operations().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }
}
