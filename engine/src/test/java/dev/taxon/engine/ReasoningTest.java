package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a records manager reads: each sentence as that person would write it, and no other. */
class ReasoningTest {
  private static final Knowledge KNOWLEDGE = Knowledge.shipped(null);
  private static final KnowingClassifier CLASSIFIER = new KnowingClassifier(() -> KNOWLEDGE);

  private static final RuleSet OFFICE =
      RuleSet.of(
          "invoice", "A supplier asks to be paid for goods or services.",
          "receipt", "Proof that something was paid in a shop or restaurant.",
          "delivery note", "Lists goods that come with a delivery.",
          "meeting minutes", "What was said and decided in a meeting.",
          "email", "A message that was sent by e-mail.");

  private static final Document INVOICE =
      Document.of(
          "INVOICE",
          "Northwind Traders Ltd",
          "Invoice number: 2026-0117",
          "Desk lamp, 4 pieces at 32.00 GBP: 128.00",
          "VAT 20 % 25.60",
          "Total due: 153.60 GBP. Please pay within 30 days.");

  private static Decision decide(RuleSet rules, String... lines) {
    return CLASSIFIER.classify(Document.of(lines), rules);
  }

  @Test
  void figuresAloneAreNoText() {
    String[] figures = {"1 2 3 4 5 6 7 8 9 10", "2 4 8 16 32 64", "12.40 7.20 19.60"};
    Decision none = decide(OFFICE, figures);

    assertThat(none.type()).isNull();
    assertThat(none.confidence()).isGreaterThanOrEqualTo(0.9);
    assertThat(none.reasoning())
        .isEqualTo(
            """
            There is too little readable text to tell: nothing but figures. \
            Nothing on its pages speaks for any of the rules.\
            """);
    Decision rest =
        decide(RuleSet.of("invoice", "A supplier asks to be paid.", "other", ""), figures);
    assertThat(rest.type()).isEqualTo("other");
    assertThat(rest.reasoning())
        .startsWith(
            """
            No other rule fits, so the one for the rest is taken. \
            There is little to read: nothing but figures.\
            """);
  }

  @Test
  void aMessageWithoutTextSaysWhatWasNotOpened() {
    var lines =
        List.of(
            new Line("Scan from the copier", Line.Role.TITLE, null),
            Line.of("From: Ann Lee <ann@example.com>"),
            Line.of("To: Post Room <post@example.com>"),
            Line.of("Date: 3 March 2026"),
            Line.of("Attachment: scan.png"));
    var mail =
        new Document(
            "message/rfc822", List.of(new Page(1, lines, Page.Source.TEXT, null)), 1, false);
    Decision none =
        CLASSIFIER.classify(
            mail,
            RuleSet.of("invoice", "A supplier asks to be paid.", "receipt", "Proof of a payment."));

    assertThat(none.type()).isNull();
    assertThat(none.reasoning())
        .startsWith(
            """
            No rule fits. The message has no text of its own, and what comes with it \
            ("Attachment: scan.png", page 1) is not opened.\
            """);
    assertThat(CLASSIFIER.classify(mail, OFFICE).type()).isEqualTo("email");
  }

  @Test
  void rulesThatSayTheSameAreEquallyLikely() {
    Decision decision =
        CLASSIFIER.classify(
            INVOICE,
            RuleSet.of(
                "invoice", "A supplier asks to be paid for goods.",
                "Invoice", "A supplier asks to be paid for goods.",
                "INVOICE", "A SUPPLIER ASKS TO BE PAID FOR GOODS.",
                "contract", "An agreement that two parties sign."));

    assertThat(decision.type()).isEqualTo("invoice");
    assertThat(decision.candidates().subList(0, 3))
        .extracting(Candidate::confidence)
        .allSatisfy(each ->
            assertThat(each).isCloseTo(decision.confidence(), within(0.0001)).isLessThan(0.34));
    assertThat(decision.reasoning())
        .contains("but nothing tells the two apart but that invoice stands first among the rules.")
        .endsWith("Invoice is close.");
  }

  @Test
  void whatARuleExcludesByNameIsNotItsOwn() {
    Decision decision =
        CLASSIFIER.classify(
            INVOICE,
            RuleSet.of(
                "sales paper", "Any paper of a sale other than an invoice.",
                "resume", "A person tells of education and work."));

    assertThat(decision.type()).isNull();
    assertThat(decision.confidence()).isGreaterThan(0.8);
    assertThat(decision.reasoning()).contains("usual in an invoice, which sales paper excludes.");
  }

  @Test
  void whoExcludesAKindOfInvoiceStillMeansInvoices() {
    Decision decision =
        CLASSIFIER.classify(
            INVOICE,
            RuleSet.of(
                "supplier invoice", "What a supplier bills, not a pro forma invoice.",
                "resume", "A person tells of education and work."));

    assertThat(decision.type()).isEqualTo("supplier invoice");
    assertThat(decision.confidence()).isGreaterThan(0.8);
  }

  @Test
  void aFewMinutesAreNoMinutesOfAMeeting() {
    Decision recipe =
        decide(OFFICE, "Cook for 20 minutes, rest for ten minutes, and serve it with gravy.");
    Decision minutes =
        decide(OFFICE, "MINUTES", "of the meeting of 3 May. It was decided to paint the hall.");

    assertThat(recipe.type()).isNull();
    assertThat(recipe.reasoning()).doesNotContain("minutes");
    assertThat(minutes.type()).isEqualTo("meeting minutes");
  }

  @Test
  void oneWordLeavesTheAnswerOpen() {
    Decision decision = decide(OFFICE, "Invoice");

    assertThat(decision.confidence()).isLessThanOrEqualTo(0.6);
    assertThat(decision.reasoning())
        .containsPattern(
            "Not quite sure \\(6\\d%\\): it may also be that no rule fits \\(3\\d%\\)\\.$");
  }

  @Test
  void aWordSaidAThousandTimesIsOneWord() {
    Decision decision = decide(OFFICE, "invoice ".repeat(1_000), "invoice ".repeat(1_000));

    assertThat(decision.confidence()).isLessThanOrEqualTo(0.6);
  }

  @Test
  void rulesWithoutAWordMeanNothing() {
    Decision decision = CLASSIFIER.classify(INVOICE, RuleSet.of("!!!", "...", "???", "", "*", "-"));

    assertThat(decision.type()).isNull();
    assertThat(decision.confidence()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void noQuoteTurnsRoundWhatTheNoteSaysAfterIt() {
    Decision decision =
        decide(
            OFFICE,
            "INVOICE",
            "\u202EInvoice number 4711",
            "Invoice\u2069 \u2067date\u2069 3 May 2026",
            "Tot\u202Da\u202Cl due 12.00, pl\u202Dea\u202Cse pay within 30 days");

    assertThat(decision.type()).isEqualTo("invoice");
    assertThat(decision.reasoning().replace("\u202Da\u202C", "").replace("\u202Dea\u202C", ""))
        .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069]");
  }

  @Test
  void aWordThatMayMeanSomethingElseInALanguageThatIsNotReadTellsNothing() {
    Decision decision =
        decide(
            RuleSet.of(
                "news article", "A newspaper tells of something that happened.",
                "invoice", "A seller asks to be paid for goods or services."),
            "Vi gick längs ån hela förmiddagen och det var så tyst att man hörde varje fågel.",
            "Sedan kom solen fram, och alla ville bada, men vattnet var för kallt för den som inte",
            "är van. Vid bron åt vi smörgåsar och drack kaffe ur en gammal termos.");

    assertThat(decision.type()).isNull();
    assertThat(decision.reasoning()).contains("it seems to be written in Swedish, of which");
  }

  @Test
  void onlyALineThatReadsLikeAHeadingHeads() {
    assertThat(CLASSIFIER.classify(INVOICE, OFFICE).reasoning())
        .doesNotContain("Headed \"Invoice number")
        .doesNotContain("Headed \"Total due")
        .contains("\"Invoice number");
  }

  @Test
  void aSalutationIsQuotedWhole() {
    Decision letter =
        decide(
            RuleSet.of("letter", "A letter to a person, with salutation and close.", "order", ""),
            "12 Mill Lane, Leeds",
            "Dear Mrs Whitcombe,",
            "your roof will be mended in May, and the slates follow on Monday.",
            "Yours sincerely,",
            "P. Holt");

    assertThat(letter.type()).isEqualTo("letter");
    assertThat(letter.reasoning()).contains("(\"Dear Mrs Whitcombe,\", page 1)");
  }

  @Test
  void aPhraseIsQuotedWithinOneClause() {
    Decision decision =
        decide(
            RuleSet.of("order", "Has quantity and price.", "poem", "Verses."),
            "Every line that is sent to the mill has a \"quantity\" and \"price\", as the miller"
                + " wrote to us last week.");

    assertThat(decision.reasoning())
        .contains("\"quantity\"")
        .doesNotContain("quantity\" and \"price\",");
  }

  @Test
  void verbsThatAreTheSameAreSaidOnce() {
    assertThat(CLASSIFIER.classify(INVOICE, OFFICE).reasoning())
        .doesNotContain("and holds ")
        .doesNotContain("It is one page long, as");
  }
}
