package dev.taxon.examples.office;

import dev.taxon.examples.paper.Item;
import dev.taxon.examples.paper.Money;
import dev.taxon.examples.paper.Picture;
import java.util.List;

/** The receipt of a café's till, as a telephone photographs it. */
public final class TillReceipt {
  private static final List<Item> ITEMS =
      List.of(
          Item.of(2, "Flat white", 340),
          Item.of(1, "Pot of tea", 290),
          Item.of(2, "Cheese scone", 275),
          Item.of(1, "Soup of the day", 595),
          Item.of(1, "Lemon cake", 360));

  private TillReceipt() {}

  public static byte[] png() {
    Money total = Item.sum(ITEMS);
    // What is in a price that holds 20 % is a sixth of it.
    Money vat = new Money(Math.round(total.cents() / 6.0));
    Money cash = new Money(4000);
    var paper = new Picture(640, 1060).turned(-0.6);
    paper.size(44).middle(320, 90, "The Lamplight Café").size(25);
    paper.middle(320, 130, "3 Briggate Yard, Leeds LS1 6XX");
    paper.middle(320, 164, "Tel. 0113 496 0718");
    paper.middle(320, 198, "VAT No. GB 999 9999 73").dashes(50, 224, 590);
    paper.text(50, 262, "14/03/2026  12:47").right(590, 262, "Till 2   No. 006142");
    paper.text(50, 296, "Served by: Ines").right(590, 296, "Table 5").dashes(50, 320, 590);
    double y = 366;
    paper.size(28);
    for (Item item : ITEMS) {
      paper.text(50, y, item.count() + " x " + item.what());
      paper.right(590, y, item.total().english());
      y += 44;
    }
    paper.dashes(50, y - 14, 590).size(38).text(50, y + 36, "TOTAL");
    paper.right(590, y + 36, "£" + total.english()).size(28);
    paper.text(50, y + 90, "Cash").right(590, y + 90, cash.english());
    Money change = cash.plus(total.times(-1));
    paper
        .text(50, y + 130, "Change")
        .right(590, y + 130, change.english())
        .dashes(50, y + 154, 590);
    paper.size(25).text(50, y + 194, "incl. VAT 20%").right(590, y + 194, vat.english());
    paper.middle(320, y + 262, "Thank you for your visit!");
    paper.middle(320, y + 298, "Please keep this receipt");
    paper.middle(320, y + 332, "as proof of purchase.");
    return paper.grain(3, 14).png();
  }
}
