package dev.taxon.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
  private final Glossary glossary = Glossary.shipped();

  @ParameterizedTest
  @CsvSource({
    "GERMAN, rechnung, invoice",
    "GERMAN, rechnungen, invoice",
    "GERMAN, bergverordnung, regulation",
    "GERMAN, ueberweisung, transfer",
    "FRENCH, factures, invoice",
    "SPANISH, albaran, delivery note",
    "ITALIAN, fatture, invoice",
    "PORTUGUESE, contratos, contract",
    "DUTCH, huurcontract, lease"
  })
  void readsAWordWithItsEndingAndACompoundByItsLastPart(
      Language language, String word, String english) {
    assertThat(glossary.english(language, word)).isEqualTo(english);
  }

  @Test
  void aWordItDoesNotKnowMeansNothing() {
    assertThat(glossary.english(Language.GERMAN, "xyzq")).isNull();
    assertThat(glossary.english(Language.ENGLISH, "rechnung")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Please pay the total amount of this invoice within 14 days of the date|ENGLISH",
        "Rechnung Nr. 12, Datum, Menge, Betrag, zahlbar bis zum 14.|GERMAN",
        "Facture n° 12, date, quantité, montant, à régler par virement|FRENCH",
        "El presente contrato se firma entre el arrendador y el inquilino|SPANISH",
        "Il presente contratto è stipulato tra il locatore e il conduttore|ITALIAN",
        "O presente contrato é celebrado entre o senhorio e o inquilino|PORTUGUESE",
        "De huurder betaalt de huur op de eerste dag van de maand|DUTCH",
        "Umowa jest zawarta na czas nieokreślony i nie może być zmieniona przez strony|POLISH"
      })
  void knowsTheLanguageOfALine(String text, Language language) {
    assertThat(language(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Factuur Facture Datum Date Klant Client Bedrag Montant Vervaldag Échéance|DUTCH FRENCH",
        "Name Nom Geburt Naissance Straße Rue Wohnsitz Domicile Unterschrift Signature|GERMAN FRENCH",
        "Please sign the contract and return it to us by the end of May: Rechnung, Mahnung|ENGLISH",
        "Muster Gewerbe Straße Geschäftsführer Sparkasse We regret to inform you that your"
            + " employment with our branch will end in June and that you will be paid|ENGLISH",
        "Por favor firme el contrato y devuélvalo a la oficina antes de que acabe el mes|SPANISH"
      })
  void knowsThatAPageSpeaksTwoLanguages(String text, String languages) {
    List<String> words = Words.of(text);

    assertThat(glossary.languages(words, 0, words.size()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(languages.split(" ")).map(Language::valueOf).toList());
  }

  @Test
  void aWordOfAPageInTwoLanguagesMeansWhatTheFirstOfThemThatKnowsItSays() {
    var dutchAndFrench = List.of(Language.DUTCH, Language.FRENCH);

    assertThat(glossary.english(dutchAndFrench, "bedrag")).isEqualTo("amount");
    assertThat(glossary.english(dutchAndFrench, "montant")).isEqualTo("amount");
    assertThat(glossary.english(List.of(Language.ENGLISH, Language.FRENCH), "note")).isNull();
    assertThat(glossary.english(List.of(Language.FRENCH), "note")).isEqualTo("bill");
  }

  @Test
  void saysNothingOfTheLanguageOfFiguresAndNames() {
    assertThat(language("4711 0815 Contoso Fabrikam 3:10:48")).isNull();
    assertThat(language("")).isNull();
  }

  private @Nullable Language language(String text) {
    List<String> words = Words.of(text);
    return glossary.language(words, 0, words.size());
  }
}
