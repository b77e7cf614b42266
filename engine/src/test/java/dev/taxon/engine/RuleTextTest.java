package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Rule;
import dev.taxon.engine.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void whatIsExcludedIsKnown() {
    assertThat(described("An order, not a quote or estimate, with prices").excluded())
        .extracting(RuleText.Word::folded)
        .containsExactly("quote", "estimate");
  }

  @Test
  void neighboursAreKeptAcrossFunctionWordsAndNotAcrossClauses() {
    assertThat(described("bill of lading, gross weight").pairs())
        .extracting(pair -> pair.first().folded() + " " + pair.second().folded())
        .contains("bill lading", "gross weight")
        .doesNotContain("lading gross");
  }

  @Test
  void whatIsExcludedIsKept() {
    assertThat(described("An order, not a quote or estimate").excluded())
        .extracting(RuleText.Word::folded)
        .containsExactly("quote", "estimate");
  }

  private static boolean namesKind(List<String> words) {
    return words.contains("quote") || words.contains("quotation") || words.contains("reminder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "An order, not a quote. | An order.",
        "An order that is not signed, not a quote. | An order that is not signed.",
        "Invoice without VAT, but no reminder | Invoice without VAT, but",
        "A bill that has not been paid | A bill that has not been paid",
        "A letter without a date | A letter without a date",
      })
  void onlyAKindThatIsNamedIsCutOut(String description, String affirmed) {
    Rule rule = new Rule("order", description);
    assertThat(RuleText.affirmed(rule, null, RuleTextTest::namesKind).description())
        .isEqualTo(affirmed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GERMAN | Rechnung ohne Umsatzsteuer | invoice not vat",
        "GERMAN | Vertrag, der nicht unterschrieben ist | contract not signed",
        "GERMAN | Rechnung, keine Mahnung, mit Betrag | invoice amount",
        "FRENCH | Un contrat sans signature | contract not signature",
        "FRENCH | Une facture qui n'est pas payée | invoice not paid",
        "FRENCH | Une facture, pas un devis | invoice",
        "SPANISH | Factura sin IVA | invoice not vat",
      })
  void whatAnotherLanguageDeniesIsDeniedInEnglish(
      Language language, String description, String english) {
    Rule rule = new Rule("x", description);
    assertThat(RuleText.inEnglish(rule, language, RuleTextTest::namesKind).description())
        .isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other", "Other documents", "misc", "Sonstiges", "Sonstige Unterlagen", "none_of_these",
            "otherFiles",
        "autres", "Autres documents", "otros documentos", "varios", "altri documenti", "outros",
            "overig",
        "overige documenten", "everything else", "leftovers", "unknown_type", "catch-all_rest"
      })
  void typesForTheRestAreKnown(String type) {
    assertThat(RuleText.of(new Rule(type, "")).catchAll()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other_income",
        "mother",
        "anderes_konto",
        "1099-MISC",
        "rest_api_guide",
        "unknown_caller_report",
        "autre_contrat_de_bail",
        "other_party_letter"
      })
  void typesThatOnlySoundLikeTheRestAreNot(String type) {
    assertThat(RuleText.of(new Rule(type, "")).catchAll()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anything else that comes in.",
        "Use this for any other document.",
        "Documents that fit none of the other rules",
        "Whatever is left",
        "Alles andere, was hereinkommt",
        "Dokumente, die zu keiner anderen Regel passen",
        "Tout autre document",
        "Documents qui n'entrent dans aucune autre catégorie",
        "Cualquier otro documento",
        "Todo lo demás",
        "Qualsiasi altro documento",
        "Tutto il resto",
        "Qualquer outro documento",
        "Alle andere documenten",
        "Stukken die in geen andere categorie passen",
      })
  void descriptionsOfTheRestAreKnown(String description) {
    assertThat(described(description).catchAll()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A cover letter that comes with any other document",
        "Miscellaneous income reported to the tax office",
        "A complaint that the shoes do not fit",
        "Payments that do not match any invoice",
        "Treatment not covered by the insurance",
        "A letter to another bank",
        "Brief an eine andere Bank",
        "Courrier à un autre client",
      })
  void descriptionsThatOnlySoundLikeTheRestAreNot(String description) {
    assertThat(described(description).catchAll()).isFalse();
  }
}
