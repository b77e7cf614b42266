package dev.taxon.reader.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eng|Please pay the amount of this invoice to our bank",
        "deu|Rechnung Nr. 12, Datum 3. Mai, Menge, Betrag, fiir die Arbeit",
        "fra|Facture n° 12, quantité, montant à payer par virement",
        "spa|El importe de la factura se paga en la calle Mayor",
        "ita|Il contratto della casa con il signor Neri",
        "por|O pagamento da fatura não foi feito ao cliente",
        "nld|De factuur wordt door de klant voor het einde betaald, aantal en bedrag",
        "pol|Faktura nie jest dla nas"
      })
  void knowsTheModelForALine(String model, String text) {
    assertThat(TellingWords.model(Arrays.asList(text.split(" ", -1)))).isEqualTo(model);
  }

  @Test
  void namesFiguresAndTheFewestWordsTellNothing() {
    assertThat(TellingWords.model(Arrays.asList("Contoso", "4711", "der", "die"))).isNull();
    assertThat(TellingWords.model(Arrays.asList("Σήμερα", "das", "das", "das", "das"))).isNull();
  }
}
