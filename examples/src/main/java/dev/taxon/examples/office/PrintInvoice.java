package dev.taxon.examples.office;

import static dev.taxon.examples.paper.Paper.BOLD;
import static dev.taxon.examples.paper.Paper.PLAIN;

import dev.taxon.examples.paper.Item;
import dev.taxon.examples.paper.Money;
import dev.taxon.examples.paper.Paper;
import java.awt.Color;
import java.util.List;

/** An English invoice of a print shop. */
public final class PrintInvoice {
  private static final Color TEAL = new Color(15, 98, 106);
  private static final List<Item> ITEMS =
      List.of(
          Item.of(500, "Folded leaflets A5, 135 g silk, printed both sides", 18),
          Item.of(250, "Business cards, 400 g, rounded corners (5 names)", 14),
          Item.of(2, "Roll-up banner 85 x 200 cm incl. stand", 6450),
          Item.of(3, "Prepress and proof, hours", 4800),
          Item.of(1, "Delivery by courier, Leeds LS1", 1250));

  private PrintInvoice() {}

  public static byte[] pdf() {
    var paper = new Paper("Invoice 2026-0417");
    paper.area(0, 0, Paper.WIDTH, 14, TEAL);
    paper.colour(TEAL).font(BOLD, 20).text(50, 62, "Harbour Street Print").colour(Color.BLACK);
    paper.font(PLAIN, 8.5);
    paper.lines(
        400,
        48,
        "Harbour Street Print Ltd",
        "14 Harbour Street",
        "Leeds LS9 8XX",
        "0113 496 0142",
        "accounts@harbourprint.example.com",
        "VAT No. GB 999 9999 73");
    paper.font(PLAIN, 10);
    paper.lines(
        50, 140, "Northgate Garden Centre", "Ms Priya Raman", "2 Mill Lane", "Leeds LS1 7QX");
    paper.font(BOLD, 22).text(50, 230, "INVOICE");
    facts(paper);
    double y = items(paper);
    y = totals(paper, y + 8);
    payment(paper, y + 34);
    paper.line(50, 785, 545, 785, 0.5).colour(Color.DARK_GRAY).font(PLAIN, 7.5);
    paper.middle(
        297, 798, "Harbour Street Print Ltd, registered in England and Wales no. 00000142");
    paper.right(545, 815, "Page 1 of 1");
    return paper.bytes();
  }

  private static void facts(Paper paper) {
    String[][] facts = {
      {"Invoice number", "2026-0417"},
      {"Invoice date", "18 March 2026"},
      {"Your order", "PO 7731"},
      {"Due date", "17 April 2026"}
    };
    double y = 196;
    for (String[] fact : facts) {
      paper.font(PLAIN, 9.5).text(370, y, fact[0]).font(BOLD, 9.5).right(545, y, fact[1]);
      y += 14;
    }
  }

  private static double items(Paper paper) {
    paper.area(50, 262, 495, 20, new Color(226, 239, 240)).font(BOLD, 9);
    paper.text(56, 275, "Description").right(390, 275, "Quantity");
    paper.right(465, 275, "Unit price £").right(539, 275, "Amount £");
    double y = 298;
    paper.font(PLAIN, 9.5);
    for (Item item : ITEMS) {
      paper.text(56, y, item.what()).right(390, y, Integer.toString(item.count()));
      paper.right(465, y, item.price().english()).right(539, y, item.total().english());
      paper.colour(Color.LIGHT_GRAY).line(50, y + 7, 545, y + 7, 0.5).colour(Color.BLACK);
      y += 22;
    }
    return y;
  }

  private static double totals(Paper paper, double top) {
    Money net = Item.sum(ITEMS);
    Money vat = net.percent(20);
    paper.font(PLAIN, 9.5).text(370, top, "Subtotal").right(539, top, net.english());
    paper.text(370, top + 16, "VAT 20%").right(539, top + 16, vat.english());
    paper.line(365, top + 23, 545, top + 23, 0.8).font(BOLD, 11.5);
    paper.text(370, top + 38, "Total due").right(539, top + 38, "£ " + net.plus(vat).english());
    return top + 38;
  }

  private static void payment(Paper paper, double top) {
    paper.font(BOLD, 9.5).text(50, top, "Payment").font(PLAIN, 9.5);
    double y =
        paper.paragraph(
            50,
            top + 15,
            495,
            "Please pay the total within 30 days of the invoice date by bank"
                + " transfer and quote the invoice number 2026-0417.");
    paper.lines(
        50,
        y + 6,
        "Account name: Harbour Street Print Ltd",
        "IBAN: GB29 NWBK 6016 1331 9268 19",
        "BIC: NWBKGB2L");
    paper.text(50, y + 60, "Thank you for your order.");
  }
}
