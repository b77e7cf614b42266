package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.engine.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionsTest {
  private static String kept(String text, Language language) {
    return Exclusions.without(text, language).replaceAll("[^\\p{L}\\p{N}-]+", " ").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "An order, not a quote, with prices | An order with prices",
        "An order, not a quote or estimate, with prices | An order with prices",
        "Orders, not quotes, estimates or proposals | Orders",
        "Orders (not quotes, estimates or proposals) with prices | Orders with prices",
        "Bills without reminders but with fees | Bills but with fees",
        "Any bill other than receipts, tickets or slips | Any bill",
        "Bills, excluding: receipts, tickets, or slips. Fees too | Bills Fees too",
        "Neither letters nor memos, just orders | just orders",
        "Contracts except leases | Contracts",
        "Contracts apart from leases and loans | Contracts",
        "Anything but invoices | ''",
        "A bill that isn't a reminder | A bill that",
        "A bill that isn\u2019t a reminder | A bill that",
        "Bills. Receipts are not included. Fees too | Bills Fees too",
        "Bills; receipts do not belong here | Bills",
        "Bills. Quotes, orders and receipts are excluded. | Bills",
        "All bills, receipts excluded | All bills",
      })
  void whatAnEnglishSentenceExcludes(String sentence, String rest) {
    assertThat(kept(sentence, null)).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GERMAN | Rechnungen, keine Mahnungen, Angebote oder Lieferscheine | Rechnungen",
        "GERMAN | Alle Verträge außer Mietverträgen | Alle Verträge",
        "GERMAN | Rechnung ohne Mahnung, sondern mit Betrag | Rechnung sondern mit Betrag",
        "GERMAN | Rechnungen. Mahnungen gehören nicht dazu. | Rechnungen",
        "GERMAN | Rechnungen, Mahnungen ausgenommen | Rechnungen",
        "GERMAN | Weder Briefe noch Notizen | ''",
        "FRENCH | Une facture, pas un devis, avec le montant | Une facture avec le montant",
        "FRENCH | Tous les contrats sauf les baux | Tous les contrats",
        "FRENCH | Factures à l'exception des avoirs | Factures",
        "FRENCH | Factures. Les devis ne sont pas inclus. | Factures",
        "SPANISH | Contratos, excepto los de alquiler | Contratos",
        "SPANISH | Una factura, no un presupuesto, con importe | Una factura con importe",
        "SPANISH | Facturas sin albaranes | Facturas",
        "ITALIAN | Contratti tranne quelli di locazione | Contratti",
        "ITALIAN | Una fattura, non un preventivo | Una fattura",
        "ITALIAN | Fatture ad eccezione delle note di credito | Fatture",
        "PORTUGUESE | Uma fatura, não um orçamento | Uma fatura",
        "PORTUGUESE | Contratos exceto os de arrendamento | Contratos",
        "PORTUGUESE | Documento com o valor no total | Documento com o valor no total",
        "DUTCH | Facturen, geen offertes of pakbonnen | Facturen",
        "DUTCH | Alle contracten behalve huurcontracten | Alle contracten",
        "DUTCH | Facturen met uitzondering van aanmaningen | Facturen",
      })
  void whatSentencesInOtherLanguagesExclude(Language language, String sentence, String rest) {
    assertThat(kept(sentence, language)).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not only quotes but also orders",
        "To be paid no later than the due date",
        "A non-disclosure agreement",
        "A no-claims bonus certificate",
        "Bills, whether paid or not",
        "Includes but is not limited to deeds",
        "Shows invoice no. and date",
        "Shows invoice no and date",
        "Shows invoice no 4711",
        "Letters without prejudice",
        "Nicht nur Rechnungen",
        "Pas seulement des factures",
        "Non solo fatture",
        "Niet alleen facturen",
        "Notice of the annotation in a notary's note",
        "",
      })
  void turnsThatExcludeNothing(String sentence) {
    assertThat(Exclusions.of(sentence, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          An order, not a quote or estimate, with prices           | not a quote or estimate
          Not a quote: an invoice with a total                     | Not a quote
          Excluding reminders, all bills with VAT                  | Excluding reminders
          Any bill other than invoices                             | other than invoices
          Bills without reminders but with fees                    | without reminders
          Bills (except reminders) with fees                       | except reminders
          A paper, neither a quote nor an order, about goods       | neither a quote nor an order
          Bills, not quotes, orders or receipts                    | not quotes, orders or receipts
          Bills; excludes: reminders, quotes and orders            | excludes: reminders, quotes and orders
          It doesn't name a price                                  | doesn't name a price
          An invoice or order, but no quotation                    | no quotation
          Keine Mahnung; Rechnung mit Betrag                       | Keine Mahnung
          Eine Rechnung, nicht die Mahnung, sondern das Original   | nicht die Mahnung
          Schreiben der Bank außer Kontoauszügen                   | außer Kontoauszügen
          Ein Brief, weder Mahnung noch Angebot, an den Kunden     | weder Mahnung noch Angebot
          Une facture, pas de devis, avec le montant               | pas de devis
          Tout courrier de la banque à l'exception des relevés     | à l'exception des relevés
          Un document de la caisse sauf les reçus                  | sauf les reçus
          Una factura, no un presupuesto, con el importe           | no un presupuesto
          Los documentos del banco, excepto los extractos          | excepto los extractos
          Una fattura, non un preventivo, con il totale            | non un preventivo
          Tutte le lettere della banca tranne gli estratti         | tranne gli estratti
          Uma fatura, não um orçamento, com o valor no fim         | não um orçamento
          Os documentos do banco, exceto os extratos               | exceto os extratos
          Een factuur, geen offerte, met het bedrag                | geen offerte
          Alle brieven van de bank behalve de afschriften          | behalve de afschriften
          """)
  void whatIsExcludedIsFoundInAnyOfTheLanguages(String description, String excluded) {
    assertThat(found(description)).containsExactly(excluded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not only invoices but also reminders",
        "To be paid no later than the date given",
        "Costs including but not limited to fees",
        "A non-disclosure agreement of two parties",
        "A no-claims bonus certificate of an insurer",
        "A notice of non-payment of rent",
        "A without prejudice letter of a solicitor",
        "Nothing but figures",
        "A bill with invoice no., order no and date",
        "Nicht nur Rechnungen, auch Mahnungen",
        "Non seulement les factures et les devis",
        "No solo las facturas y los recibos del mes",
        "Non solo le fatture e i preventivi del mese",
        "Não só as faturas e os recibos do mês",
        "Um valor a pagar no prazo de 30 dias e com o total da compra",
        "Niet alleen de facturen en de offertes van de maand"
      })
  void turnsThatExcludeNothingInAnyOfTheLanguages(String description) {
    assertThat(found(description)).isEmpty();
  }

  @Test
  void aSentenceOfNegationsAloneEnds() {
    String sentence = "not no nor, except without ".repeat(20_000);

    assertThat(Exclusions.without(sentence, null)).hasSizeLessThan(sentence.length());
  }

  private static List<String> found(String description) {
    return Exclusions.of(description, null).stream()
        .map(span -> description.substring(span.start(), span.end()))
        .toList();
  }
}
