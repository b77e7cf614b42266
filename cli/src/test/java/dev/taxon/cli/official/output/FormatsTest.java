package dev.taxon.cli.official.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.official.json.Indented;
import dev.taxon.cli.official.json.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormatsTest {
  @Test
  void jsonIsIndentedByTwoAndKeepsEverySpelling() {
    assertThat(
            Indented.of("{\"a\":1.50,\"b\":1e3,\"c\":\"\\u00e9\\/\",\"d\":{},\"e\":[],\"f\":null}"))
        .isEqualTo(
            """
            {
              "a": 1.50,
              "b": 1e3,
              "c": "\\u00e9\\/",
              "d": {},
              "e": [],
              "f": null
            }
            """);
    assertThat(Indented.of("  \"x\" ")).isEqualTo("\"x\"\n");
    assertThat(Indented.of("")).isEmpty();
    assertThat(Indented.of("[]")).isEqualTo("[]\n");
    assertThat(Indented.of("{ }")).isEqualTo("{}\n");
  }

  @Test
  void anArrayWithoutObjectsStaysOnOneLineWhileItFits() {
    assertThat(Indented.of("[1,\"a\",[2,[]],null]")).isEqualTo("[1, \"a\", [2, []], null]\n");
    assertThat(Indented.of("[{}]")).isEqualTo("[\n  {}\n]\n");
    assertThat(Indented.of("[[{\"a\":1}],[2]]"))
        .isEqualTo("[\n  [\n    {\n      \"a\": 1\n    }\n  ],\n  [2]\n]\n");
  }

  @Test
  void theLineMayHaveEightyBytesAtTheRootAndSeventyNineInside() {
    // 26 ones with ", " between them and brackets are 78 bytes
    assertThat(Indented.of("[" + ones(26) + "00]").lines().toList()).hasSize(1);
    assertThat(Indented.of("[" + ones(26) + "000]").lines().toList()).hasSizeGreaterThan(26);
    // two spaces, "k": and a space are 7 bytes, so 72 are left
    assertThat(Indented.of("{\"k\":[" + ones(24) + "]}").lines().toList()).hasSize(3);
    assertThat(Indented.of("{\"k\":[" + ones(24) + "0]}").lines().toList()).hasSizeGreaterThan(24);
    // é has two bytes
    assertThat(Indented.of("[\"" + "é".repeat(38) + "\"]").lines().toList()).hasSize(1);
    assertThat(Indented.of("[\"" + "é".repeat(39) + "\"]").lines().toList()).hasSize(3);
  }

  private static String ones(int count) {
    return IntStream.range(0, count).mapToObj(i -> "1").collect(Collectors.joining(","));
  }

  @Test
  void jsonThatIsCutShortIsShownAsFarAsItGoes() {
    assertThat(Indented.of("{\"a\":[1,2")).startsWith("{\n  \"a\": [");
    assertThat(Indented.of("{\"a\"")).startsWith("{\n  \"a\": ");
    assertThat(Indented.of("{\"a\":\"b")).contains("\"b");
    assertThat(Indented.of("Internal error")).isEqualTo("Internal\n");
  }

  @Test
  void yamlQuotesWhatAnotherReaderCouldTakeForSomethingElse() {
    for (String word :
        new String[] {
          "",
          "~",
          "null",
          "Null",
          "true",
          "FALSE",
          "y",
          "Y",
          "yes",
          "no",
          "N",
          "on",
          "off",
          "1",
          "-1",
          "+1.5",
          "1e3",
          "1_000",
          "0x1F",
          "0o17",
          "0b1",
          "1:30",
          ".inf",
          "-.INF",
          ".NaN",
          "2026-01-02",
          "2026-1-2T3:4:5Z",
          "2026-01-02 03:04:05 +01:00",
          " a",
          "a ",
          "a: b",
          "a:",
          "a #b",
          "#a",
          "- a",
          "-",
          "---",
          "? a",
          "...",
          "[a",
          "{a",
          "&a",
          "*a",
          "!a",
          "|a",
          ">a",
          "'a",
          "\"a",
          "%a",
          "@a",
          "`a",
          ",a",
          "\tа",
          "a\tb",
          "a\rb",
          "\u0085",
          "\ufeff"
        }) {
      assertThat(yaml(word)).as(word).startsWith("\"").endsWith("\"\n");
    }
    for (String word :
        new String[] {
          "a",
          "yess",
          "1a",
          "-a",
          "--",
          "a-b",
          "?a",
          "a:b",
          "a#b",
          "http://x/y",
          "é",
          "日本",
          "a, b",
          "a [b]",
          "v1.2.3",
          "2026-01",
          "0o18x",
          "it's",
          "a\\b",
          "=",
          "a@b",
          "..",
          "null.",
          "e3"
        }) {
      assertThat(yaml(word)).as(word).isEqualTo(word + "\n");
    }
    assertThat(yaml("a\u0001\u007f\"\\")).isEqualTo("\"a\\x01\\x7F\\\"\\\\\"\n");
  }

  @Test
  void yamlWritesSeveralLinesAsABlock() {
    assertThat(yaml("a\nb")).isEqualTo("|-\n  a\n  b\n");
    assertThat(yaml("a\n")).isEqualTo("|\n  a\n");
    assertThat(yaml("a\n\n")).isEqualTo("|+\n  a\n\n");
    assertThat(yaml("a\n\n b")).isEqualTo("|-\n  a\n\n   b\n");
    assertThat(yaml(" a\nb")).isEqualTo("\" a\\nb\"\n");
    assertThat(yaml("\n")).isEqualTo("\"\\n\"\n");
    assertThat(Yaml.of(Json.parse("{\"k\":[\"a\\nb\",{\"x\":\"c\\nd\\n\"}]}")))
        .isEqualTo("k:\n  - |-\n    a\n    b\n  - x: |\n      c\n      d\n");
    assertThat(Yaml.of(Json.parse("[\"a\\nb\"]"))).isEqualTo("- |-\n  a\n  b\n");
  }

  @Test
  void yamlNests() {
    assertThat(
            Yaml.of(
                Json.parse(
                    "{\"a\":{\"b\":{\"c\":[1,{\"d\":[],\"e\":{}},[2,[3,4]]]}},\"f\":1.50,\"y\":true}")))
        .isEqualTo(
            """
            a:
              b:
                c:
                  - 1
                  - d: []
                    e: {}
                  - - 2
                    - - 3
                      - 4
            f: 1.50
            "y": true
            """);
    assertThat(Yaml.of(Json.parse("[]"))).isEqualTo("[]\n");
    assertThat(Yaml.of(Json.parse("\"x\""))).isEqualTo("x\n");
    assertThat(Yaml.of(Json.MISSING)).isEmpty();
  }

  private static String yaml(String text) {
    return Yaml.of(Json.ofText(text));
  }

  @Test
  void coloursFollowTheOfficialPalette() {
    assertThat(Colours.of("{\"a\": [1, \"x\\n\", true, null]}"))
        .isEqualTo(
            "\u001b[1m{\u001b[0m\u001b[1m\u001b[94m\"a\"\u001b[0m\u001b[1m:\u001b[0m "
                + "\u001b[1m[\u001b[0m\u001b[33m1\u001b[0m, "
                + "\u001b[32m\"x\u001b[0m\u001b[35m\\n\u001b[0m\u001b[32m\"\u001b[0m, "
                + "\u001b[36mtrue\u001b[0m, \u001b[2mnull\u001b[0m"
                + "\u001b[1m]\u001b[0m\u001b[1m}\u001b[0m");
  }

  private static String box(String json) {
    return Box.of("t", Json.parse(json), 80, false);
  }

  @Test
  void aBoxIsAsWideAsItsWidestLineAlsoWithWideCharacters() {
    assertThat(box("{\"k\":\"日本\",\"long key\":1,\"e\":\"😀\",\"c\":\"e\u0301\"}"))
        .isEqualTo(
            """
              t
            ╭─────────────╮
            │ k: 日本     │
            │ long key: 1 │
            │ e: 😀       │
            │ c: e\u0301        │
            ╰─────────────╯
            """);
  }

  @Test
  void aBoxShowsEmptyThingsTruthAndNumbersOfElements() {
    assertThat(
            box(
                "{\"a\":[],\"b\":{},\"c\":\"\",\"d\":null,\"e\":true,\"f\":false,\"g\":[1,[2],{}]}"))
        .isEqualTo(
            """
              t
            ╭─────────────╮
            │ a: (none)   │
            │ b:(empty)   │
            │ c: (empty)  │
            │ d: null     │
            │ e: yes      │
            │ f: no       │
            │ g:          │
            │   1. 1      │
            │   2.        │
            │     1. 2    │
            │   3.(empty) │
            ╰─────────────╯
            """);
  }

  @Test
  void aBoxCutsLongStringsAtItsWidth() {
    String[] lines = box("{\"k\":\"" + "x".repeat(100) + "\"}").split("\n", -1);
    assertThat(lines[2]).isEqualTo("│ k: " + "x".repeat(72) + "… │");
    assertThat(lines[1]).hasSize(80);
    assertThat(box("\"" + "日".repeat(60) + "\"").split("\n", -1)[2])
        .isEqualTo("│ " + "日".repeat(37) + "… │");
    assertThat(box("\"" + "x".repeat(76) + "\"")).doesNotContain("…");
  }

  @Test
  void aBoxSteersNoTerminalAndKeepsLines() {
    assertThat(box("{\"k\":\"a\\u001b[31mb\\tc\\nd\",\"e\\u0007\":1}"))
        .isEqualTo(
            """
              t
            ╭────────────────╮
            │ k: a[31mb    c │
            │ d              │
            │ e: 1           │
            ╰────────────────╯
            """);
  }

  @Test
  void aBoxNumbersElementsInAColumn() {
    assertThat(box("[\"a\",2,3,4,5,6,7,8,9,\"b\"]"))
        .contains("│ 1.  a │\n")
        .contains("│ 10. b │\n");
  }
}
