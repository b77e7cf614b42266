package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTextTest {
  private static List<String> name(String type) {
    return RuleText.of(new Rule(type, "")).name().stream().map(RuleText.Word::folded).toList();
  }

  private static RuleText described(String description) {
    return RuleText.of(new Rule("x_ray", description));
  }

  private static List<String> words(String description) {
    return described(description).description().stream().map(RuleText.Word::folded).toList();
  }

  @Test
  void aNameFallsIntoItsWords() {
    assertThat(name("bank_statement")).containsExactly("bank", "statement");
    assertThat(name("supplierBill")).containsExactly("supplier", "bill");
    assertThat(name("PDFInvoice-old")).containsExactly("pdf", "invoice", "old");
    assertThat(name("Bill of Lading")).containsExactly("bill", "lading");
  }

  @Test
  void whatIsExcludedIsLeftOutUntilTheClauseEnds() {
    assertThat(words("An order, not a quote or estimate, with prices"))
        .containsExactly("order", "prices");
    assertThat(words("Bills without reminders but with fees")).containsExactly("bills", "fees");
    assertThat(words("Keine Mahnung; Rechnung mit Betrag")).containsExactly("rechnung", "betrag");
  }

  @Test
  void neighboursAreKeptAcrossFunctionWordsAndNotAcrossClauses() {
    assertThat(described("bill of lading, gross weight").pairs())
        .extracting(pair -> pair.first().folded() + " " + pair.second().folded())
        .contains("bill lading", "gross weight")
        .doesNotContain("lading gross");
  }

  @Test
  void rulesForTheRestAreKnown() {
    for (var type : List.of("other", "Other documents", "misc", "Sonstiges", "none_of_these")) {
      assertThat(RuleText.of(new Rule(type, "")).catchAll()).as(type).isTrue();
    }
    assertThat(RuleText.of(new Rule("leftovers", "Anything else that comes in.")).catchAll())
        .isTrue();
    for (var type : List.of("other_income", "mother", "anderes_konto")) {
      assertThat(RuleText.of(new Rule(type, "")).catchAll()).as(type).isFalse();
    }
  }
}
