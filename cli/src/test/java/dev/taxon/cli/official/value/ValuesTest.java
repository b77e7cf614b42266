package dev.taxon.cli.official.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ValuesTest {
  private static String any(String text) throws ValueProblem {
    return ValueJson.write(Kind.ANY.read(text));
  }

  @Test
  void wordsAreTypedOnlyWhereTheOfficialCommandTypesThem() throws ValueProblem {
    for (String[] row :
        new String[][] {
          {"true", "true"},
          {"True", "true"},
          {"FALSE", "false"},
          {"null", "null"},
          {"~", "null"},
          {"", "null"},
          {"yes", "\"yes\""},
          {"on", "\"on\""},
          {"1e3", "\"1e3\""},
          {"2026-01-02", "\"2026-01-02\""},
          {"2026-01-02T03:04:05Z", "\"2026-01-02T03:04:05Z\""},
          {"1_000", "1000"},
          {"0o17", "15"},
          {"017", "15"},
          {"08", "\"08\""},
          {"0x1F", "31"},
          {"0b101", "5"},
          {"1.50", "1.5"},
          {"-7", "-7"},
          {"+7", "7"},
          {"1.5e3", "1500"},
          {".5", "0.5"},
          {"1.2.3", "\"1.2.3\""},
          {"18446744073709551615", "18446744073709551615"},
          {"18446744073709551616", "\"18446744073709551616\""},
          {"-0x10", "-16"},
          {"0", "0"},
          {"100000000000000000000.5", "100000000000000000000"},
          {"0.0000001", "1e-7"},
          {"a b", "\"a b\""},
          {"a:b", "\"a:b\""},
          {"'1'", "\"1\""},
          {"\"x\"", "\"x\""},
          {"color.Red", "\"color.Red\""},
          {"945b2f0c-8e89-487a-b02c-f851c69ea459", "\"945b2f0c-8e89-487a-b02c-f851c69ea459\""},
          {"aGVsbG8=", "\"aGVsbG8=\""},
          {"é", "\"é\""}
        }) {
      assertThat(any(row[0])).as(row[0]).isEqualTo(row[1]);
    }
  }

  @Test
  void yamlAndJsonGiveTheSameObject() throws ValueProblem {
    String wanted = "{\"a\":{\"b\":[1,\"x\",null,true]},\"c\":\"1e3\"}";
    assertThat(any("{c: 1e3, a: {b: [1, x, ~, true]}}")).isEqualTo(wanted);
    assertThat(any("{\"c\":1e3,\"a\":{\"b\":[1,\"x\",null,true]}}")).isEqualTo(wanted);
    assertThat(any("a:\n  b:\n    - 1\n    - x\n    -\n    - true\nc: 1e3\n")).isEqualTo(wanted);
    assertThat(any("{\n\t\"a\": \"tab\"\n}")).isEqualTo("{\"a\":\"tab\"}");
    assertThat(any("x: ")).isEqualTo("{\"x\":null}");
    assertThat(any("1: 2")).isEqualTo("{\"1\":2}");
    assertThat(any("a: &x {b: 1}\nc: *x")).isEqualTo("{\"a\":{\"b\":1},\"c\":{\"b\":1}}");
    assertThat(any("a: &x {b: 1}\nc: {<<: *x, d: 2}"))
        .isEqualTo("{\"a\":{\"b\":1},\"c\":{\"b\":1,\"d\":2}}");
    assertThat(any("a: |\n  l1\n  l2\n")).isEqualTo("{\"a\":\"l1\\nl2\\n\"}");
    assertThat(any("--- 1\n--- 2\n")).isEqualTo("1");
    assertThat(any("{\"a\":\"\\u00e9\\ud83d\\ude00\\/\"}")).isEqualTo("{\"a\":\"é😀/\"}");
  }

  @Test
  void whatIsNeitherIsRefusedInOneClause() {
    assertThatThrownBy(() -> any("{a: ")).hasMessageStartingWith("failed to parse as YAML: ");
    assertThatThrownBy(() -> any("a: b: c")).hasMessageStartingWith("failed to parse as YAML: ");
    assertThatThrownBy(() -> any("{\"a\":1,\"a\":2}")).hasMessageContaining("already defined");
    assertThatThrownBy(() -> any("&a [*a]")).isInstanceOf(ValueProblem.class);
    assertThatThrownBy(() -> Kind.OBJECT.read("[1]")).hasMessageStartingWith("Couldn't convert");
    assertThatThrownBy(() -> Kind.OBJECT.read("word"))
        .hasMessage("Couldn't convert \"word\" (word) to expected type map[string]interface {}");
    assertThatThrownBy(() -> Kind.OBJECT_LIST.read("{a: 1}")).isInstanceOf(ValueProblem.class);
  }

  @Test
  void wholeNumbersHavePrefixesAndLimits() throws ValueProblem {
    assertThat(ValueJson.write(Kind.WHOLE.read("0x1F"))).isEqualTo("31");
    assertThat(ValueJson.write(Kind.WHOLE.read("-12"))).isEqualTo("-12");
    assertThat(ValueJson.write(Kind.WHOLE.read("1_000"))).isEqualTo("1000");
    assertThat(ValueJson.write(Kind.WHOLE.read("010"))).isEqualTo("8");
    assertThat(ValueJson.write(Kind.WHOLE_OR_NULL.read("null"))).isEqualTo("null");
    assertThatThrownBy(() -> Kind.WHOLE.read("ten"))
        .hasMessage("strconv.ParseInt: parsing \"ten\": invalid syntax");
    assertThatThrownBy(() -> Kind.WHOLE.read("1.5")).hasMessageEndingWith("invalid syntax");
    assertThatThrownBy(() -> Kind.WHOLE.read("")).hasMessageEndingWith("invalid syntax");
    assertThatThrownBy(() -> Kind.WHOLE.read("null")).hasMessageEndingWith("invalid syntax");
    assertThatThrownBy(() -> Kind.WHOLE.read("9223372036854775808"))
        .hasMessageEndingWith("value out of range");
  }

  @Test
  void bodiesAreCompactSortedAndEscaped() throws ValueProblem {
    assertThat(any("{b: '<&>', a: \"q\\\"\\\\\\n\\t\\x01\\u2028\"}"))
        .isEqualTo("{\"a\":\"q\\\"\\\\\\n\\t\\u0001\\u2028\",\"b\":\"\\u003c\\u0026\\u003e\"}");
  }

  @Test
  void sentencesNameValuesAsTheOfficialCommandDoes() throws ValueProblem {
    assertThat(ValueWords.of(YamlReader.read("[1, x, null, {b: 2, a: [true]}]")))
        .isEqualTo("[1 x <nil> map[a:[true] b:2]]");
  }
}
