package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taxon.Classifier;
import dev.taxon.ClassifierKit;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Evidence;
import dev.taxon.Page;
import dev.taxon.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The engine's knowledge without an encoder; with one, the encoder's module holds the same kit
 * against it.
 */
class KnowingClassifierTest extends ClassifierKit {
  // Read before the first test, so that the kit's patience is for deciding alone.
  private static final Knowledge KNOWLEDGE = Knowledge.shipped(null);
  private static final Classifier CLASSIFIER = new KnowingClassifier(() -> KNOWLEDGE);

  private static final Document GERMAN_INVOICE =
      Document.of(
          "Muster Handwerk GmbH",
          "Rechnung Nr. 2026-118",
          "Rechnungsdatum 02.03.2026",
          "Menge Bezeichnung Einzelpreis Gesamtpreis",
          "4 Arbeitsstunden 60,00 240,00",
          "Zzgl. MwSt 19 % 45,60",
          "Rechnungsbetrag 285,60 EUR, zahlbar innerhalb 14 Tagen ohne Abzug",
          "Bankverbindung: IBAN DE00 0000 0000 0000 0000 00");

  @Override
  protected Classifier classifier() {
    return CLASSIFIER;
  }

  @Test
  void knowsAKindInALanguageThatTheRulesDoNotSpeak() {
    Decision decision =
        CLASSIFIER.classify(
            GERMAN_INVOICE,
            RuleSet.of(
                "invoice", "A seller asks to be paid for goods or services.",
                "resume", "A person tells of education and work.",
                "lease", "A landlord lets a flat to a tenant."));

    assertThat(decision.type()).isEqualTo("invoice");
    assertThat(decision.reasoning()).contains("Rechnung");
    assertThat(decision.way()).isEqualTo("fast");
    assertThat(decision.none()).isLessThan(0.5);
    assertThat(decision.evidence())
        .allSatisfy(e ->
            assertThat(GERMAN_INVOICE.pages().getFirst().text().substring(e.start(), e.end()))
                .isEqualTo(e.quote()));
  }

  @Test
  void beingPreparedChangesNoDecision() {
    RuleSet rules =
        RuleSet.of("invoice", "A seller asks to be paid.", "letter", "A letter to a person.");
    var prepared = new KnowingClassifier(() -> KNOWLEDGE);
    prepared.prepare();

    assertThat(prepared.classify(GERMAN_INVOICE, rules))
        .isEqualTo(new KnowingClassifier(() -> KNOWLEDGE).classify(GERMAN_INVOICE, rules));
  }

  @Test
  void pointsAtWhereThePageLooksLikeItsKind() {
    Document invoice =
        Document.of(
            "Invoice",
            "Oak shelf 1 120.00 120.00",
            "Brass hook 12 2.50 30.00",
            "Paint, white 3 18.00 54.00",
            "Screws 200 0.10 20.00",
            "Glue 2 6.00 12.00",
            "Sandpaper 5 1.20 6.00",
            "Delivery 1 25.00 25.00",
            "VAT 20 % 45.80",
            "Total due 274.80");
    Decision decision = CLASSIFIER.classify(invoice, OFFICE_PAPERS);

    Evidence sum =
        decision.evidence().stream()
            .filter(evidence -> evidence.meaning().startsWith("holds sums of money"))
            .findFirst()
            .orElseThrow();
    assertThat(sum.meaning()).isEqualTo("holds sums of money, as is usual in an invoice");
    assertThat(sum.quote()).isEqualTo("120.00");
    assertThat(invoice.pages().getFirst().text().substring(sum.start(), sum.end()))
        .isEqualTo("120.00");
    assertThat(decision.reasoning()).contains("holds sums of money (\"120.00\", page 1)");
  }

  @Test
  void aCancellationIsALetterWhereNoRuleAsksForCancellations() {
    Document german =
        Document.of(
            "Erika Blum",
            "Lindenallee 4",
            "04109 Leipzig",
            "Stadtwerke Leipzig, Kundenservice",
            "Leipzig, 3. Februar 2025",
            "Kündigung meines Vertrages Nr. 4471",
            "Sehr geehrte Damen und Herren,",
            "hiermit kündige ich meinen Vertrag zum nächstmöglichen Termin.",
            "Bitte bestätigen Sie mir den Erhalt dieses Schreibens.",
            "Mit freundlichen Grüßen",
            "Erika Blum");
    Document french =
        Document.of(
            "FitPark SARL, Service clients",
            "Strasbourg, le 12 mai 2024",
            "Objet : résiliation de mon abonnement n° 55-1209",
            "Madame, Monsieur,",
            "Par la présente, je vous informe de ma décision de résilier mon abonnement.",
            "Veuillez agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
            "Sabine Kramer");
    List<String> rules =
        List.of(
            "letter", "A letter to a person or an office with date, salutation and closing",
            "invoice", "Asks for payment of goods or services, with invoice number and total",
            "contract", "An agreement between parties that they sign");
    List<String> withCancellations = new ArrayList<>(rules);
    withCancellations.addAll(
        List.of("termination_notice", "Says that a contract or membership is cancelled"));

    for (Document document : List.of(german, french)) {
      Decision decision = CLASSIFIER.classify(document, RuleSet.of(rules.toArray(String[]::new)));
      assertThat(decision.type()).as(decision.toString()).isEqualTo("letter");
      assertThat(
              CLASSIFIER
                  .classify(document, RuleSet.of(withCancellations.toArray(String[]::new)))
                  .type())
          .isEqualTo("termination_notice");
    }
  }

  @Test
  void oneRuleAloneDoesNotTakeWhatItDoesNotMean() {
    RuleSet rules = RuleSet.of("resume", "A person tells of education and work.");

    assertThat(CLASSIFIER.classify(GERMAN_INVOICE, rules).type()).isNull();
  }

  @Test
  void aKnownKindOutsideTheRulesArguesForNone() {
    Decision decision =
        CLASSIFIER.classify(
            GERMAN_INVOICE,
            RuleSet.of(
                "resume", "A person tells of education and work.",
                "lease", "A landlord lets a flat to a tenant."));

    assertThat(decision.type()).isNull();
    assertThat(decision.confidence()).isGreaterThan(0.5).isEqualTo(decision.none());
  }

  @Test
  void wordsOfAKindAreNotQuotedForARuleThatHardlyMeansIt() {
    Decision decision =
        CLASSIFIER.classify(
            GERMAN_INVOICE,
            RuleSet.of(
                "sales paper", "Any paper of a sale, such as invoices.",
                "lease", "A landlord lets a flat to a tenant for a rent."));

    assertThat(decision.type()).isEqualTo("sales paper");
    assertThat(decision.reasoning()).doesNotContain("lease (").contains("Zzgl. MwSt");
  }

  @Test
  void aKindThatARuleExcludesSpeaksAgainstIt() {
    String wide = "Papers of trade such as order confirmations and delivery notes";
    double meant = none(wide + ", invoices and price lists.");

    assertThat(none(wide + ", but not invoices.")).isGreaterThan(meant + 0.3);
    assertThat(none(wide + ", other than price lists, invoices or reminders."))
        .isGreaterThan(meant + 0.3);
  }

  /** How sure it is that nothing fits a German invoice where a rule is described so. */
  private static double none(String description) {
    return CLASSIFIER
        .classify(
            GERMAN_INVOICE,
            RuleSet.of("trade", description, "resume", "A person tells of education and work."))
        .none();
  }

  @Test
  void namesByWhichPeopleCallAKindMeanIt() {
    Decision decision =
        CLASSIFIER.classify(
            GERMAN_INVOICE,
            RuleSet.of("supplier bill", "", "curriculum vitae", "", "tenancy agreement", ""));

    assertThat(decision.type()).isEqualTo("supplier bill");
  }

  @Test
  void quotesAHeadingWithoutTheMarksAroundItAndABracketWhole() {
    Decision notice =
        CLASSIFIER.classify(
            Document.of("  ## **Privacy Policy**  ", "We process personal data as a controller."),
            RuleSet.of("privacy policy", "How an organization treats personal data.", "cv", ""));
    Decision filing =
        CLASSIFIER.classify(
            Document.of(
                "SECURITIES AND EXCHANGE COMMISSION",
                "FORM 10-Q",
                "QUARTERLY REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT"),
            RuleSet.of("10-Q", "", "cv", ""));

    assertThat(notice.reasoning()).contains("\"Privacy Policy\"");
    assertThat(filing.reasoning()).contains("15(d").doesNotContain("15(d\"");
  }

  @Test
  void readsRulesInALanguageThatTheDocumentDoesNotSpeak() {
    Decision decision =
        CLASSIFIER.classify(
            GERMAN_INVOICE,
            RuleSet.of(
                "facture", "Un vendeur demande le paiement de marchandises ou de services.",
                "bail", "Un propriétaire loue un appartement à un locataire.",
                "curriculum vitae", "Une personne décrit sa formation et son travail."));

    assertThat(decision.type()).isEqualTo("facture");
  }

  @Test
  void wordsOfARuleAreFoundByWhatTheyMean() {
    Decision decision =
        new LexicalClassifier()
            .classify(
                GERMAN_INVOICE,
                RuleSet.of(
                    "order", "The customer orders the goods.",
                    "supplier paper", "It has an invoice date and the quantity of each item."));

    assertThat(decision.type()).isEqualTo("supplier paper");
    assertThat(decision.reasoning()).contains("\"Menge\"");
  }

  @Test
  void saysThatALanguageIsNotRead() {
    Decision decision =
        CLASSIFIER.classify(
            Document.of(
                "Stary człowiek siedzi nad rzeką i patrzy na wodę, a dzieci bawią się przy moście.",
                "Wieczorem wszyscy idą do domu, bo jest już zimno i nikt nie chce czekać na deszcz."),
            RuleSet.of(
                "invoice", "A seller asks to be paid for goods or services.",
                "resume", "A person tells of education and work."));

    assertThat(decision.type()).isNull();
    assertThat(decision.reasoning())
        .startsWith("There is too little readable text to tell: it seems to be written in Polish,");
  }

  @Test
  void saysThatAScriptIsNotRead() {
    Decision decision =
        CLASSIFIER.classify(
            Document.of("Старик сидит у реки и смотрит на воду, а дети играют у моста весь день."),
            RuleSet.of(
                "invoice", "A seller asks to be paid for goods or services.",
                "resume", "A person tells of education and work."));

    assertThat(decision.type()).isNull();
    assertThat(decision.reasoning())
        .startsWith(
            "There is too little readable text to tell: it is written in Cyrillic letters,");
  }

  private static final RuleSet OFFICE_PAPERS =
      RuleSet.of(
          "invoice", "A seller asks to be paid for goods or services.",
          "loan agreement", "A lender lends money to a borrower.",
          "resume", "A person tells of education and work.");

  @Test
  void howAWordIsSetOnThePageDoesNotMatter() {
    Document plain = Document.of("INVOICE", "Harbour Tools Ltd", "12 chairs at 80.00");
    Decision decision = CLASSIFIER.classify(plain, OFFICE_PAPERS);

    assertThat(decision.type()).isEqualTo("invoice");
    for (String heading :
        List.of(
            "I N V O I C E",
            "\uFF29\uFF2E\uFF36\uFF2F\uFF29\uFF23\uFF25",
            "IN\u00ADVOICE",
            "INVO\u200BICE")) {
      Document odd = Document.of(heading, "Harbour Tools Ltd", "12 chairs at 80.00");
      Decision found = CLASSIFIER.classify(odd, OFFICE_PAPERS);
      assertThat(found.type()).as(heading).isEqualTo("invoice");
      assertThat(found.confidence()).as(heading).isCloseTo(decision.confidence(), within(0.02));
      assertThat(found.evidence())
          .as(heading)
          .extracting(Evidence::quote)
          .contains(heading)
          .allMatch(quote -> odd.pages().getFirst().text().contains(quote));
    }
  }

  @Test
  void aWordThatALineBreaksIsOneWord() {
    Document broken =
        Document.of(
            "The parties to this LOAN AGREE-",
            "MENT are named below. The bor-",
            "rower repays the principal in rates.");
    Decision decision = CLASSIFIER.classify(broken, OFFICE_PAPERS);

    assertThat(decision.type()).isEqualTo("loan agreement");
    assertThat(decision.evidence())
        .extracting(Evidence::quote)
        .contains("The parties to this LOAN AGREE-", "bor-")
        .allMatch(quote -> broken.pages().getFirst().text().contains(quote));
  }

  private static Document page(Page.Source source, String... lines) {
    return new Document(
        "application/pdf", List.of(new Page(1, Page.of(1, lines).lines(), source, null)), 1, false);
  }

  @Test
  void wordsThatRecognitionDamagedStillCountAndAreQuotedAsTheyStand() {
    String[] damaged = {
      "L0AN AGREERNENT",
      "between Ostwind Savings, the Lencler, and P. Abel, the Borrovver.",
      "The borovver repays the prlncipal arnount with lnterest in twelve rates."
    };
    Document scan = page(Page.Source.OCR, damaged);
    Decision decision = CLASSIFIER.classify(scan, OFFICE_PAPERS);

    assertThat(decision.type()).isEqualTo("loan agreement");
    assertThat(decision.evidence())
        .extracting(Evidence::quote)
        .contains("L0AN AGREERNENT")
        .allMatch(quote -> scan.pages().getFirst().text().contains(quote));
    Decision asText = CLASSIFIER.classify(page(Page.Source.TEXT, damaged), OFFICE_PAPERS);
    assertThat(asText.none()).isGreaterThan(decision.none());
  }

  @Test
  void wordsListedAtTheFootDoNotDecide() {
    var lines = new ArrayList<>(GERMAN_INVOICE.pages().getFirst().text().lines().toList());
    lines.add("Wir danken für Ihren Auftrag und freuen uns auf den nächsten.");
    lines.add("Es gelten unsere Bedingungen, die wir gern zusenden.");
    Decision plain = CLASSIFIER.classify(Document.of(lines.toArray(String[]::new)), OFFICE_PAPERS);
    lines.add(
        "loan agreement, lender, borrower, principal, promissory note, maturity, lends money");
    lines.add("resume, curriculum vitae, education, work experience, skills, references");
    Decision stuffed =
        CLASSIFIER.classify(Document.of(lines.toArray(String[]::new)), OFFICE_PAPERS);

    assertThat(stuffed.type()).isEqualTo("invoice").isEqualTo(plain.type());
    assertThat(stuffed.confidence()).isCloseTo(plain.confidence(), within(0.005));
  }

  @Test
  void aHeadThatStandsOnEveryPageCountsOnce() {
    String[] page = {
      "Loan agreement, page 1",
      "We had soup and bread, and the rain went on until the evening.",
      "Nobody came by on Thursday, so I mended the fence alone."
    };
    Page first = Page.of(1, page);
    var pages =
        List.of(first, new Page(2, first.lines(), first.source(), null), Page.of(3, "The end."));
    Decision once =
        CLASSIFIER.classify(
            new Document("text/plain", List.of(first, Page.of(2, "The end.")), 3, false),
            OFFICE_PAPERS);
    Decision twice =
        CLASSIFIER.classify(new Document("text/plain", pages, 3, false), OFFICE_PAPERS);

    assertThat(twice.none()).isCloseTo(once.none(), within(0.001));
  }

  @Test
  void aRuleInAScriptThatIsNotReadIsStillFoundByItsWords() {
    Decision decision =
        CLASSIFIER.classify(
            Document.of("Счёт-фактура № 12", "Продавец: ООО Ромашка", "Итого к оплате 100"),
            RuleSet.of("Счёт-фактура", "", "Договор аренды", ""));

    assertThat(decision.type()).isEqualTo("Счёт-фактура");
  }
}
