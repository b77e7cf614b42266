package dev.taxon.examples.office;

import dev.taxon.examples.paper.Docx;
import java.util.List;

/** An agreement between a caterer and a firm. */
public final class CateringContract {
  private CateringContract() {}

  public static byte[] docx() {
    return new Docx("Catering agreement, Ashdown Engineering / Green Spoon")
        .title("Catering Services Agreement")
        .text("This agreement is made on 2 March 2026 between")
        .block(
            "Ashdown Engineering Ltd, 5 Foundry Way, Leeds LS11 5XX (the “Client”), and",
            "Green Spoon Catering Ltd, 88 Mill Street, Leeds LS9 7XX (the “Caterer”),")
        .text("together called the “parties”. The parties agree as follows.")
        .heading("1. Services")
        .text(
            "1.1 The Caterer shall provide a warm lunch for the Client’s staff on every working"
                + " day between 11:45 and 13:30 in the canteen at 5 Foundry Way.")
        .text(
            "1.2 Each lunch shall offer at least one dish without meat. The Caterer shall mark"
                + " allergens as the law requires.")
        .heading("2. Term and termination")
        .text(
            "2.1 This agreement begins on 1 April 2026 and runs for two years. It is renewed for"
                + " one year at a time unless either party gives notice in writing at least three"
                + " months before the end of the term.")
        .text(
            "2.2 Either party may terminate this agreement with immediate effect where the other"
                + " commits a material breach and fails to remedy it within 14 days of a written"
                + " notice.")
        .heading("3. Fees")
        .text("3.1 The Client shall pay the Caterer the following fees, exclusive of VAT:")
        .table(
            List.of(
                List.of("Service", "Unit", "Fee"),
                List.of("Lunch, up to 80 persons", "per person and day", "£ 7.40"),
                List.of("Lunch, from the 81st person", "per person and day", "£ 6.90"),
                List.of("Coffee and tea for meetings", "per meeting", "£ 18.00")))
        .text(
            "3.2 The Caterer shall charge the fees monthly in arrears. They may be adjusted once a"
                + " year, by no more than the change of the consumer price index.")
        .heading("4. Obligations of the parties")
        .text(
            "4.1 The Client shall provide kitchen, water and electricity free of charge. The"
                + " Caterer shall keep the premises clean and obey the hygiene rules in force.")
        .text(
            "4.2 The Caterer shall keep public liability insurance of at least £ 5,000,000 during"
                + " the term of this agreement.")
        .heading("5. Confidentiality")
        .text(
            "Each party shall keep confidential what it learns of the other’s business and shall"
                + " use it only to perform this agreement. This clause survives termination.")
        .heading("6. Liability")
        .text(
            "Neither party is liable for a failure caused by events beyond its reasonable control."
                + " Nothing in this agreement limits liability for death or personal injury.")
        .heading("7. General")
        .text(
            "7.1 Changes to this agreement are valid only in writing and signed by both parties."
                + " If a clause is invalid, the other clauses remain in force.")
        .text(
            "7.2 This agreement is governed by the law of England and Wales; the courts of Leeds"
                + " have exclusive jurisdiction.")
        .text("In witness whereof the parties have signed this agreement in two copies.")
        .columns(
            List.of(
                List.of("For the Client", "For the Caterer"),
                List.of("", ""),
                List.of("______________________________", "______________________________"),
                List.of("Ruth Ashdown, Managing Director", "Daniel Osei, Director"),
                List.of("Leeds, 2 March 2026", "Leeds, 2 March 2026")))
        .bytes();
  }
}
