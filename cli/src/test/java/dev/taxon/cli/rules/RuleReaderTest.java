package dev.taxon.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.PageChoice;
import dev.taxon.RuleSet;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleReaderTest {
  private static final RuleSet INVOICE = RuleSet.of("invoice", "Asks for payment");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules: [{type: invoice, description: Asks for payment}]",
        "name: mine\nrules:\n- type: invoice\n  description: Asks for payment\n  weight: 2\n",
        "- {type: invoice, description: Asks for payment}",
        "{\n\t\"rules\": [\n\t\t{\"type\": \"invoice\",\t\"description\": \"Asks for payment\"}\n\t]\n}",
        "[{\"type\":\"invoice\",\"description\":\"Asks for payment\"}]",
        "{configuration: {rules: [{type: invoice, description: Asks for payment}]}, file_input: x}"
      })
  void takesRulesInEveryFormTheyAreWrittenIn(String text) {
    assertThat(RuleReader.read("r", text)).isEqualTo(RuleBook.of(INVOICE));
  }

  @Test
  void typesThatLookLikeNumbersStayTheText() {
    assertThat(RuleReader.read("r", "[{type: 1099, description: A form about income}]").rules())
        .isEqualTo(RuleSet.of("1099", "A form about income"));
  }

  @Test
  void aV1BodyCountsTargetPagesFromZeroAndAV2BodyFromOne() {
    String rules = "rules: [{type: invoice, description: Asks for payment}]\n";
    assertThat(
            RuleReader.read(
                "r",
                rules + "parsing_configuration: {lang: de, target_pages: [0, 2], max_pages: null}"))
        .isEqualTo(new RuleBook(INVOICE, "de", new PageChoice(List.of(1, 3), null)));
    assertThat(
            RuleReader.read(
                "r",
                """
                {"configuration": {"rules": [{"type": "invoice", "description": "Asks for payment"}],
                 "parsing_configuration": {"target_pages": "1,3-4", "max_pages": 2}}}
                """))
        .isEqualTo(new RuleBook(INVOICE, "en", new PageChoice(List.of(1, 3, 4), 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | r: the file holds no rules; write rules: [{type, description}]",
        "rule: [] | r:1:1: there is no 'rules' here, only 'rule'",
        "rules: 3 | r:1:8: rules must be a list of {type, description}",
        "rules: [] | r:1:8: there must be 1 to 500 rules, found 0",
        "[x] | r:1:2: a rule is written {type: …, description: …}",
        "'[{type: a, description: [x]}]' | r:1:25: description must be a text",
        "'[{type: , description: Long enough}]' | r:1:8: type must be a text",
        "'[{type: \" \", description: Long enough}]' | r:1:9: type is empty",
        "'{rules: [{type: a, description: Long enough}], parsing_configuration: {max_pages: 0}}'"
            + " | r:1:83: max_pages must be a whole number from 1",
        "'{rules: [{type: a, description: Long enough}], parsing_configuration:"
            + " {target_pages: 3-1}}'"
            + " | r:1:86: the range 3-1 ends before it starts",
      })
  void saysWhereAndWhatIsWrong(String text, String sentence) {
    assertThatThrownBy(() -> RuleReader.read("r", text))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exit()).isEqualTo(Exit.USAGE);
              assertThat(failure.getMessage()).isEqualTo(sentence);
            });
  }

  @Test
  void whatIsNotYamlIsToldWithItsPlace() {
    assertThatThrownBy(() -> RuleReader.read("r", "rules:\n  - {type: a, description: [}"))
        .isInstanceOf(Failure.class)
        .hasMessageMatching("r:2:\\d+: .+");
  }

  @Test
  void aHostileFileEndsInASentence() {
    assertThatThrownBy(() -> RuleReader.read("r", "[".repeat(100_000)))
        .isInstanceOf(Failure.class)
        .hasMessage("r: the file nests its parts too deeply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "a", "1,", "2-", "1-9999999", "-1"})
  void pagesThatAreNoPagesAreRefused(String words) {
    assertThatThrownBy(() -> PageWords.parse(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + words + "'");
  }

  @Test
  void flagsAreRulesToo() {
    assertThat(RuleReader.ofFlags(List.of("invoice=Asks for payment = now")))
        .isEqualTo(RuleSet.of("invoice", "Asks for payment = now"));
    assertThatThrownBy(() -> RuleReader.ofFlags(List.of("invoice", "letter=short")))
        .hasMessage(
            "--rule: a rule is written type='what such a document is', found 'invoice'\n"
                + "error: --rule letter: description must have 10 to 500 characters, found 5");
  }
}
