package dev.taxon.examples.office;

import static dev.taxon.examples.paper.Paper.BOLD;
import static dev.taxon.examples.paper.Paper.PLAIN;

import dev.taxon.examples.paper.Money;
import dev.taxon.examples.paper.Paper;
import java.awt.Color;
import java.util.List;

/** The account of one month on two pages, with a balance after each entry. */
public final class BankStatement {
  private static final Color NAVY = new Color(20, 44, 96);
  private static final Money OPENING = new Money(412_618);
  private static final int FIRST_PAGE = 18;

  /** One entry; out of the account below zero. */
  private record Entry(String day, String what, long cents) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("02 Mar", "Direct debit  ALDER COURT LETTINGS  rent", -98_000),
          new Entry("02 Mar", "Standing order  M OKAFOR SAVINGS 40-47-80", -25_000),
          new Entry("03 Mar", "Card payment  GREENLEAF GROCERS LEEDS", -4_317),
          new Entry("03 Mar", "Direct debit  YORKSHIRE WATERS", -3_120),
          new Entry("04 Mar", "Card payment  CITY TRAMS", -480),
          new Entry("05 Mar", "Faster payment in  J OKAFOR  birthday", 5_000),
          new Entry("06 Mar", "Cash withdrawal  ATM BRIGGATE 2", -6_000),
          new Entry("06 Mar", "Card payment  THE LAMPLIGHT CAFE", -1_245),
          new Entry("09 Mar", "Direct debit  NORTHERN POWER & GAS", -8_764),
          new Entry("09 Mar", "Card payment  GREENLEAF GROCERS LEEDS", -5_282),
          new Entry("10 Mar", "Direct debit  LEEDS CITY COUNCIL TAX", -13_900),
          new Entry("11 Mar", "Card payment  HILLSIDE PHARMACY", -1_099),
          new Entry("12 Mar", "Card payment refund  WREN & CO CLOTHING", 3_495),
          new Entry("13 Mar", "Card payment  CITY TRAMS", -480),
          new Entry("13 Mar", "Bank transfer  P RAMAN  concert tickets", -7_600),
          new Entry("16 Mar", "Direct debit  BRIGHTLINE MOBILE", -1_800),
          new Entry("16 Mar", "Card payment  GREENLEAF GROCERS LEEDS", -4_903),
          new Entry("17 Mar", "Card payment  PAGES & PAPER BOOKSHOP", -2_398),
          new Entry("18 Mar", "Cheque paid in  000141", 12_000),
          new Entry("19 Mar", "Card payment  CITY TRAMS", -480),
          new Entry("20 Mar", "Cash withdrawal  ATM STATION CONCOURSE", -4_000),
          new Entry("23 Mar", "Card payment  GREENLEAF GROCERS LEEDS", -6_127),
          new Entry("24 Mar", "Direct debit  SAFEHOME INSURANCE", -2_215),
          new Entry("27 Mar", "BACS credit  ASHDOWN ENGINEERING  salary", 284_162),
          new Entry("27 Mar", "Card payment  THE LAMPLIGHT CAFE", -1_890),
          new Entry("30 Mar", "Direct debit  TRAILHEAD GYM", -2_999),
          new Entry("31 Mar", "Monthly account fee", -300),
          new Entry("31 Mar", "Interest paid", 112));

  private BankStatement() {}

  public static byte[] pdf() {
    var paper = new Paper("Statement of account, March 2026");
    head(paper, 1);
    paper.font(PLAIN, 10);
    paper.lines(50, 116, "Mr Michael Okafor", "Flat 6, Alder Court", "Leeds LS6 2XX");
    summary(paper);
    Money balance = table(paper, 282, ENTRIES.subList(0, FIRST_PAGE), OPENING, "Opening balance");
    paper.turn();
    head(paper, 2);
    Money closing =
        table(paper, 112, ENTRIES.subList(FIRST_PAGE, ENTRIES.size()), balance, "Brought forward");
    paper.font(BOLD, 10).text(56, 362, "Closing balance on 31 March 2026");
    paper.right(539, 362, "£ " + closing.english()).line(50, 370, 545, 370, 1);
    notes(paper);
    return paper.bytes();
  }

  private static void head(Paper paper, int page) {
    paper.area(0, 0, Paper.WIDTH, 76, NAVY).colour(Color.WHITE).font(BOLD, 21);
    paper.text(50, 46, "Calder & Aire Bank").font(PLAIN, 10);
    paper.right(545, 38, "Statement of account").right(545, 54, "Page " + page + " of 2");
    paper.colour(Color.BLACK).font(PLAIN, 7.5);
    paper.middle(
        297,
        818,
        "Calder & Aire Bank plc, 1 Exchange Row, Leeds LS1 1XX. Help line 0113 496 0900."
            + " This bank is invented.");
  }

  private static void summary(Paper paper) {
    Money in = sum(ENTRIES.stream().filter(entry -> entry.cents() > 0).toList());
    Money out = sum(ENTRIES.stream().filter(entry -> entry.cents() < 0).toList());
    String[][] left = {
      {"Account name", "Michael Okafor"},
      {"Account number", "31926819"},
      {"Sort code", "60-16-13"},
      {"IBAN", "GB29 NWBK 6016 1331 9268 19"},
      {"Statement period", "1 to 31 March 2026"}
    };
    String[][] right = {
      {"Opening balance", OPENING.english()},
      {"Money in", in.english()},
      {"Money out", new Money(-out.cents()).english()},
      {"Closing balance", OPENING.plus(in).plus(out).english()}
    };
    paper.area(50, 172, 495, 84, new Color(235, 239, 247));
    double y = 188;
    for (String[] fact : left) {
      paper.font(PLAIN, 9).text(58, y, fact[0]).font(BOLD, 9).text(140, y, fact[1]);
      y += 15;
    }
    y = 188;
    for (String[] fact : right) {
      paper.font(PLAIN, 9).text(355, y, fact[0]).font(BOLD, 9).right(537, y, "£ " + fact[1]);
      y += 15;
    }
  }

  private static Money table(
      Paper paper, double top, List<Entry> entries, Money before, String first) {
    paper.colour(NAVY).font(BOLD, 9).text(56, top, "Date").text(105, top, "Transaction");
    paper.right(395, top, "Paid out £").right(465, top, "Paid in £").right(539, top, "Balance £");
    paper.line(50, top + 6, 545, top + 6, 1).colour(Color.BLACK);
    double y = top + 21;
    paper.font(BOLD, 9).text(105, y, first).right(539, y, before.english()).font(PLAIN, 9);
    Money balance = before;
    for (Entry entry : entries) {
      y += 19;
      balance = balance.plus(new Money(entry.cents()));
      paper.text(56, y, entry.day()).text(105, y, entry.what());
      String amount = new Money(Math.abs(entry.cents())).english();
      paper.right(entry.cents() < 0 ? 395 : 465, y, amount).right(539, y, balance.english());
      paper.colour(Color.LIGHT_GRAY).line(50, y + 6, 545, y + 6, 0.4).colour(Color.BLACK);
    }
    return balance;
  }

  private static Money sum(List<Entry> entries) {
    return new Money(entries.stream().mapToLong(Entry::cents).sum());
  }

  private static void notes(Paper paper) {
    paper.font(BOLD, 10).text(50, 410, "About this statement").font(PLAIN, 9);
    double y =
        paper.paragraph(
            50,
            426,
            495,
            "Please check the entries and tell us within 60 days if you do not"
                + " recognise a transaction. Your overdraft limit is £ 500.00; no overdraft was"
                + " used in this period. Credit interest is paid gross at 0.05 % AER.");
    paper.paragraph(
        50,
        y + 8,
        495,
        "Keep your card and PIN safe. We never ask for your full PIN or password,"
            + " neither by telephone nor by e-mail.");
  }
}
