package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindWordsTest {
  @ParameterizedTest
  @CsvSource({
    "invoice, an invoice",
    "letter, a letter",
    "nda, an NDA",
    "cv, a CV",
    "10-k, a 10-K",
    "8-k, an 8-K",
    "w-2, a W-2",
    "utility bill, a utility bill",
    "unemployment claim, an unemployment claim",
    "european form, a european form",
    "minutes, minutes",
    "terms of service, terms of service",
    "syllabus, a syllabus",
    "thesis, a thesis",
    "business card, a business card",
  })
  void aKindHasItsArticle(String name, String inASentence) {
    assertThat(KindWords.withArticle(name)).isEqualTo(inASentence);
  }

  @ParameterizedTest
  @CsvSource({
    "an agenda, meeting_agenda, true",
    "an income statement, financial_statement, false",
    "a purchase order, PurchaseOrder, true",
    "a court judgment, court_opinion, false",
  })
  void aKindAndATypeMayBeOneName(String kind, String type, boolean same) {
    assertThat(KindWords.sameName(kind, type)).isEqualTo(same);
  }
}
