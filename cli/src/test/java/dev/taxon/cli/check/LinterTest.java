package dev.taxon.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.rules.RuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinterTest {
  private static final String INVOICE =
      "- {type: invoice, description: Asks for payment of a total by a due date with VAT}\n";

  private static List<String> findings(String rules) {
    return Linter.check(RuleReader.placed("r.yaml", rules)).stream().map(Finding::line).toList();
  }

  @Test
  void rulesThatAreCarefullyWrittenPass() throws IOException {
    Path examples = Path.of("../examples/rules.yaml");
    assertThat(Linter.check(RuleReader.placed("rules.yaml", Files.readString(examples)))).isEmpty();
  }

  @Test
  void twoRulesThatAskForTheSameAreToldWithWhatTheyShare() {
    assertThat(
            findings(
                INVOICE
                    + "- {type: bill, description: 'Asks for payments of the total by a due date'}\n"))
        .containsExactly(
            "r.yaml:2:29: warning: all that 'bill' asks for, 'invoice' asks for too (line 1): ask,"
                + " payment, total, due, date; say what tells them apart [overlap]");
    assertThat(
            findings(
                INVOICE
                    + "- type: letter\n  description: Asks for payment of a total by a due date with VAT\n"))
        .containsExactly(
            "r.yaml:3:16: warning: 'letter' and 'invoice' (line 1) have the same description;"
                + " nothing can tell them apart [overlap]");
    assertThat(
            findings(
                INVOICE
                    + "- {type: cv, description: 'Work experience, education and skills of a person'}"))
        .isEmpty();
  }

  @Test
  void typesThatStandTwiceAreToldApart() {
    assertThat(findings(INVOICE + INVOICE))
        .singleElement()
        .asString()
        .isEqualTo("r.yaml:2:10: warning: this rule stands there already (line 1) [duplicate]");
    assertThat(
            findings(
                INVOICE + "- {type: invoice, description: Rechnung über Warenlieferung mit USt}"))
        .singleElement()
        .asString()
        .contains("note: 'invoice' has a rule already (line 1); either of them will do");
    assertThat(
            findings(
                INVOICE + "- {type: Invoice, description: Rechnung über Warenlieferung mit USt}"))
        .singleElement()
        .asString()
        .contains("warning: 'Invoice' and 'invoice' (line 1) differ only in how they are written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: other, description: Documents that belong to no other rule}",
        "{type: rest, description: Everything else}",
        "{type: x, description: Any other document of any kind}",
        "{type: misc, description: 'All that is left over, such as notes and flyers of a shop'}"
      })
  void aRuleForEverythingElseIsMetByNothing(String rule) {
    assertThat(findings(INVOICE + "- " + rule))
        .singleElement()
        .asString()
        .contains("a rule for everything else")
        .endsWith("[unmatchable]");
  }

  @Test
  void descriptionsThatSayNothingOrOnlyWhatIsMissingAreTold() {
    assertThat(findings(INVOICE + "- {type: x, description: It is a document of this type}"))
        .singleElement()
        .asString()
        .contains("no word of this description says anything");
    assertThat(findings(INVOICE + "- {type: x, description: 'Without total, no signature'}"))
        .singleElement()
        .asString()
        .contains("says only what is not there");
    assertThat(findings(INVOICE + "- {type: x, description: 'Handwritten notes of a phone call'}"))
        .singleElement()
        .asString()
        .contains("note: 'Handwritten' cannot be read off a text");
  }

  @Test
  void contradictionsInOneDescriptionAreTold() {
    assertThat(
            findings(
                INVOICE
                    + "- {type: x, description: 'Has a delivery address and goods, without goods'}"))
        .singleElement()
        .asString()
        .contains("both asks for 'good' and denies it")
        .endsWith("[contradiction]");
    assertThat(
            findings(
                INVOICE
                    + "- {type: receipt, description: 'Slip of a till in a shop, not a receipt'}"))
        .singleElement()
        .asString()
        .contains("the description denies 'receipt', which the type asks for");
    assertThat(
            findings(
                INVOICE
                    + "- {type: x, description: 'Signed and unsigned agreement on rent of a flat'}"))
        .singleElement()
        .asString()
        .contains("no document is 'signed' and 'unsigned' at once");
  }

  @Test
  void shortDescriptionsAndInstructionsAreTold() {
    assertThat(findings(INVOICE + "- {type: bank_statement, description: A bank statement}"))
        .singleElement()
        .asString()
        .contains("only repeats the type")
        .endsWith("[too-short]");
    assertThat(findings(INVOICE + "- {type: cv, description: A nice person}"))
        .singleElement()
        .asString()
        .contains("has 2 words that say something");
    assertThat(
            findings(
                INVOICE
                    + "- {type: cv, description: 'Choose this when work experience and education are listed'}"))
        .singleElement()
        .asString()
        .endsWith("[instruction]");
  }

  @Test
  void typesThatReadLikeNoTypeAreTold() {
    assertThat(
            findings(INVOICE + "- {type: 'none', description: 'Menu of a restaurant with dishes'}"))
        .singleElement()
        .asString()
        .startsWith("r.yaml:2:10: warning: the type 'none' reads like no type at all");
  }
}
