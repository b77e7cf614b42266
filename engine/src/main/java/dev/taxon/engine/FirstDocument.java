package dev.taxon.engine;

import dev.taxon.Document;
import dev.taxon.Rule;
import dev.taxon.RuleSet;
import java.util.List;

/** A small document in which most of what the engine looks for occurs, and rules for it. */
final class FirstDocument {
  static final Document DOCUMENT =
      Document.of(
          "INVOICE No. 4711",
          "Date: 3 May 2026",
          "Dear Ms Example,",
          "for the delivery of 28 April we ask you to pay to our account:",
          "Oak boards  12  40.00  480.00",
          "Screws  3  4.50  13.50",
          "Total EUR 493.50",
          "Payment is due by 1 June 2026.",
          "Yours sincerely,",
          "A. Carpenter",
          "Terms of sale",
          "1. Goods stay the property of the seller until they are paid in full.",
          "2. The buyer shall tell of what is missing or broken within ten days of delivery.",
          "3. Interest of 5 % a year is due on what is paid late, and the cost of each reminder.",
          "4. Orders are binding once they are confirmed in writing, by mail or by letter.",
          "5. The seller is liable for damage by its own fault alone, and at most for the price.",
          "6. The courts of the seller's seat decide, and the law of its country applies.",
          "Workshop open Monday to Friday 8:00 to 17:00, phone +1 555 0100, wood@example.com",
          "Account 0000 0000 0000, bank of Exampletown, reference 4711",
          "Page 1 of 1");

  static final RuleSet RULES =
      new RuleSet(
          List.of(
              new Rule("invoice", "a bill that asks to pay for goods or services, not a reminder"),
              new Rule("letter", "a letter from one person to another"),
              new Rule("other", "anything else")));

  private FirstDocument() {}
}
