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
          "A. Carpenter");

  static final RuleSet RULES =
      new RuleSet(
          List.of(
              new Rule("invoice", "a bill that asks to pay for goods or services, not a reminder"),
              new Rule("letter", "a letter from one person to another"),
              new Rule("other", "anything else")));

  private FirstDocument() {}
}
