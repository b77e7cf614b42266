package dev.taxon.bench;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import java.util.List;

/**
 * A kind of document that is made for measuring.
 *
 * @param rule what asks for it
 * @param title its first line
 * @param sentences what it says, with two whole numbers to fill in each
 */
record Kind(Rule rule, String title, List<String> sentences) {
  static final List<Kind> ALL =
      List.of(
          kind(
              "invoice",
              "asks for payment of a total by a due date, with invoice number and line items",
              "INVOICE",
              "Invoice number %d, date of issue 3 March, customer number %d.",
              "Item %d: oak shelves at 145.00 each, amount %d.00.",
              "Fitting by the hour, %d hours at 48.00, amount %d.00.",
              "VAT 20 %%, reference %d, total due %d.00.",
              "Please pay the total due within 30 days to account %d, quoting %d."),
          kind(
              "lease",
              "contract on renting a flat, with monthly rent, deposit and notice period",
              "TENANCY AGREEMENT",
              "The landlord lets flat %d in house %d to the tenant.",
              "The tenant pays a monthly rent of %d.00 and a deposit of %d.00.",
              "Either party may end the tenancy with %d weeks of notice, see clause %d.",
              "The tenant keeps the flat in good repair, see schedules %d and %d.",
              "Subletting needs the landlord's consent in writing, clauses %d to %d."),
          kind(
              "delivery_note",
              "comes with goods and lists what was delivered, without prices, signed by who received it",
              "DELIVERY NOTE",
              "Delivery note %d to purchase order %d.",
              "Quantity ordered %d, quantity delivered %d, joinery fittings.",
              "Carrier: Harbour Freight, vehicle %d, packages %d.",
              "Goods received in good order, crates %d to %d.",
              "To be delivered later: article %d, quantity %d."),
          kind(
              "minutes",
              "minutes of a meeting: who was present, agenda, decisions and actions",
              "MINUTES OF THE MEETING",
              "Present: %d members of the board; apologies: %d.",
              "Agenda item %d: the minutes of meeting %d were approved.",
              "Decision %d: the committee agreed unanimously on proposal %d.",
              "Action %d: the secretary reports to the next meeting, number %d.",
              "Vote: %d in favour, %d against, none abstained."),
          kind(
              "cv",
              "curriculum vitae of a person with work experience, education and skills",
              "CURRICULUM VITAE",
              "Work experience: %d years as a site engineer, leading %d people.",
              "Education: diploma in civil engineering, module %d of %d.",
              "Skills: structural analysis, certificate %d, level %d.",
              "Languages: English, Danish; course %d, grade %d.",
              "References on request, enclosures %d and %d."),
          kind(
              "bank_statement",
              "statement of a bank account over a period, with payments in and out and balances",
              "STATEMENT OF ACCOUNT",
              "Opening balance %d.00, account number %d.",
              "Card payment %d, paid out %d.00.",
              "Direct debit %d, paid out %d.00.",
              "Salary, reference %d, paid in %d.00.",
              "Closing balance %d.00, statement number %d."),
          kind(
              "lab_report",
              "measured values of samples from a laboratory, with units and limits",
              "LABORATORY REPORT",
              "Sample %d taken at well %d, received by the laboratory.",
              "Nitrate %d milligrams per litre, limit value %d.",
              "Lead %d micrograms per litre, limit of detection %d.",
              "Method of analysis: ISO %d, uncertainty %d per cent.",
              "Specimen %d exceeds no limit value; report %d."),
          kind(
              "complaint",
              "a customer is dissatisfied with something and demands a remedy",
              "COMPLAINT ABOUT A FAULTY APPLIANCE",
              "I am writing to complain about the washing machine of order %d, model %d.",
              "It broke down after %d days, and your hotline let me wait %d minutes.",
              "I am very dissatisfied with this service, see my complaint number %d of day %d.",
              "I demand a replacement or a refund of %d.00 within %d days.",
              "Your technician came %d times and could not repair the fault %d."));

  private static Kind kind(String type, String description, String title, String... sentences) {
    return new Kind(new Rule(type, description), title, List.of(sentences));
  }

  /** One rule a kind. */
  static RuleSet rules() {
    return new RuleSet(ALL.stream().map(Kind::rule).toList());
  }
}
