package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Box;
import dev.taxon.Candidate;
import dev.taxon.Classifier;
import dev.taxon.ClassifierKit;
import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexicalClassifierTest extends ClassifierKit {
  private final Classifier classifier = new LexicalClassifier();

  @Override
  protected Classifier classifier() {
    return classifier;
  }

  @Test
  void theReasoningNamesTheRunnerUpAndWhatTellsThemApart() {
    assertThat(classifier.classify(INVOICE, OFFICE).reasoning())
        .isEqualTo(
            """
            Headed "INVOICE" (page 1). "VAT", "Total due" and "Invoice number: 2026-0117" (page 1) answer the \
            rule's own words. Far behind comes contract (under 1%) for "number" (page 1). Sure (99%).\
            """);
  }

  @Test
  void theReasoningForNoneNamesTheNearestAndWhatItLacks() {
    var decision =
        classifier.classify(
            Document.of(
                "The heron stands in the reeds all morning and waits for a fish to forget it.",
                "Small boys throw bread to the ducks, and the ducks quarrel over every crumb of it.",
                "Later, when the wind drops and the light turns yellow over the far bank, an old man",
                "comes down to the water with a folding chair, a rod and a tin of worms, and nods to",
                "the bird as one nods to a colleague. Neither of them has ever shared his skills."),
            OFFICE);
    assertThat(decision.type()).isNull();
    assertThat(decision.reasoning())
        .startsWith("No rule fits. The nearest is resume (")
        .contains("\"skills\" (page 1); not found: resume, Curriculum,");
  }

  @Test
  void tooLittleTextIsToldApartFromNothingThatFits() {
    assertThat(classifier.classify(Document.of("h4 ~ ll"), OFFICE).reasoning())
        .startsWith("There is too little readable text to tell: 2 words.");
    assertThat(classifier.classify(POEM, OFFICE).reasoning()).startsWith("No rule fits.");
  }

  @Test
  void theRuleForTheRestIsTakenWhenNoOtherFits() {
    var rules =
        RuleSet.of(
            "other", "Anything else.", "invoice", "A supplier asks to be paid: VAT, total due.");
    var rest = classifier.classify(POEM, rules);
    assertThat(rest.type()).isEqualTo("other");
    assertThat(rest.reasoning())
        .startsWith("No other rule fits, so the one for the rest is taken.");
    assertThat(classifier.classify(INVOICE, rules).type()).isEqualTo("invoice");
  }

  @Test
  void wordsThatADescriptionExcludesDoNotSpeakForIt() {
    var quote =
        Document.of("Quotation", "We offer you ten chairs; this quotation is valid 30 days.");
    var rules =
        RuleSet.of(
            "sales_paper", "An invoice or order, but not a quotation or offer.", "recipe", "Food.");
    assertThat(classifier.classify(quote, rules).type()).isNull();
  }

  @Test
  void aLargeLineWeighsMoreThanTheSameWordsInPassing() {
    var rules = RuleSet.of("agenda", "", "minutes", "");
    var large = new Line("Agenda", Line.Role.BODY, new Box(50, 40, 200, 26));
    var document =
        new Document(
            "application/pdf",
            List.of(
                new Page(
                    1,
                    List.of(
                        large,
                        small("As agreed in the minutes of last month we meet on Monday at ten."),
                        small("Whoever keeps the minutes this time brings the key."),
                        small("Please read what was sent round before you come.")),
                    Page.Source.TEXT,
                    null)),
            1,
            false);
    assertThat(classifier.classify(document, rules).type()).isEqualTo("agenda");
  }

  private static Line small(String text) {
    return new Line(text, Line.Role.BODY, new Box(50, 100, 400, 10));
  }

  @Test
  void theFormatOfAFileSpeaksForARuleThatIsCalledAfterIt() {
    var lines =
        List.of(
            new Line("Keys for the hall", Line.Role.TITLE, null),
            Line.of("Hi Pauline, can I fetch them on Friday? Best wishes, Lena"));
    var page = new Page(1, lines, Page.Source.TEXT, null);
    var rules = RuleSet.of("e-mail", "", "letter", "Dear Sir, Yours faithfully.");
    var mail = new Document("message/rfc822", List.of(page), 1, false);
    var decision = classifier.classify(mail, rules);
    assertThat(decision.type()).isEqualTo("e-mail");
    assertThat(decision.reasoning()).contains("The file is an e-mail message.");
    var text = new Document("text/plain", List.of(page), 1, false);
    assertThat(classifier.classify(text, rules).type()).isNull();
  }

  @Test
  void otherScriptsAndAccentsAreCompared() {
    assertThat(
            classifier
                .classify(
                    Document.of(
                        "FACTURE N° 12", "Montant total à payer : 120 €, échéance 30 jours"),
                    RuleSet.of("reçu", "ticket de caisse", "facture", "montant à payer, echeance"))
                .type())
        .isEqualTo("facture");
    assertThat(
            classifier
                .classify(
                    Document.of("增值税发票", "发票号码：12345678  金额 1,200.00"),
                    RuleSet.of("合同", "双方签订的协议", "发票", "发票号码和金额"))
                .type())
        .isEqualTo("发票");
    assertThat(
            classifier
                .classify(
                    Document.of("Rechnungsnummer 4021", "Rechnungsbetrag 606,66 EUR"),
                    RuleSet.of("Rechnung", "", "Mietvertrag", ""))
                .type())
        .isEqualTo("Rechnung");
  }

  @Test
  void equalRulesKeepTheOrderOfTheUser() {
    var rules = RuleSet.of("bill_b", "total due", "bill_a", "total due");
    assertThat(classifier.classify(INVOICE, rules).candidates())
        .extracting(Candidate::type)
        .containsExactly("bill_b", "bill_a");
  }

  @Test
  void probabilitiesOfTypesNeverSumToMoreThanOne() {
    for (var document : List.of(INVOICE, POEM, Document.of("term"))) {
      var sum =
          classifier.classify(document, OFFICE).candidates().stream()
              .mapToDouble(Candidate::confidence)
              .sum();
      assertThat(sum).isLessThan(1.001);
    }
  }

  @Test
  void moreRuleSetsThanAreKeptAreAnsweredAlike() {
    var before = classifier.classify(INVOICE, OFFICE);
    for (int i = 0; i < 200; i++) {
      classifier.classify(POEM, RuleSet.of("kind_" + i, "words of kind " + i));
    }
    assertThat(classifier.classify(INVOICE, OFFICE)).isEqualTo(before);
  }
}
