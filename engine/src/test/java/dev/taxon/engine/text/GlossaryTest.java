package dev.taxon.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

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
