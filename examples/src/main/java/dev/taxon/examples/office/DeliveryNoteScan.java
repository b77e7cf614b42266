package dev.taxon.examples.office;

import dev.taxon.examples.paper.Paper;
import dev.taxon.examples.paper.Picture;

/** A signed delivery note, laid askew on the glass of a scanner at 200 dots to the inch. */
public final class DeliveryNoteScan {
  private static final String[][] LINES = {
    {"1", "SS-2040", "Stainless sheet 2 mm, 1000 x 2000", "12", "12"},
    {"2", "SS-2066", "Stainless tube 42.4 x 2, length 6 m", "40", "40"},
    {"3", "FL-0150", "Flange DN 50 PN 16", "24", "20"},
    {"4", "SC-0810", "Hexagon screws M8 x 40, box of 200", "5", "5"},
    {"5", "GK-0050", "Flat gaskets DN 50, pack of 10", "6", "6"}
  };
  private static final int[] RULES = {120, 200, 380, 1130, 1330, 1534};

  private DeliveryNoteScan() {}

  public static byte[] pdf() {
    var sheet = new Picture(1654, 2339).turned(0.8).grey(10);
    sheet.size(62).text(120, 190, "Pennine Steel Supply").size(29);
    sheet.right(1534, 150, "Unit 4, Canal Wharf").right(1534, 188, "Bradford BD1 4XX");
    sheet.right(1534, 226, "Tel. 01632 960 455").line(120, 262, 1534, 262, 4);
    sheet.size(54).text(120, 370, "DELIVERY NOTE").size(31);
    sheet.text(120, 460, "Deliver to:").text(120, 506, "Ashdown Engineering Ltd");
    sheet.text(120, 548, "Goods inwards, gate 3").text(120, 590, "5 Foundry Way, Leeds LS11 5XX");
    sheet.text(960, 460, "Delivery note no.").right(1534, 460, "DN 58213");
    sheet.text(960, 506, "Date of dispatch").right(1534, 506, "16 March 2026");
    sheet.text(960, 548, "Your order").right(1534, 548, "PO 7698");
    sheet.text(960, 590, "Carrier").right(1534, 590, "Moorline Haulage");
    double foot = table(sheet);
    sheet
        .size(31)
        .text(120, foot + 70, "3 pallets, gross weight 1,184 kg. Goods shipped free to site.");
    sheet.text(120, foot + 116, "4 flanges (line 3) are on back order and follow in week 13.");
    sheet.text(120, foot + 230, "Goods received complete and undamaged:");
    signature(sheet, foot);
    sheet.size(25).text(120, foot + 388, "Date, received by (signature)");
    sheet.text(1010, foot + 388, "Driver");
    sheet.text(120, 2190, "The goods remain our property until they are paid for. Please report");
    sheet.text(120, 2224, "damage or missing parts within three working days. This is not a bill.");
    return new Paper("Scan of 16 March 2026").scan(sheet.dust(900, 58213).blackAndWhite()).bytes();
  }

  private static double table(Picture sheet) {
    double top = 690;
    double foot = top + 66 * (LINES.length + 1);
    for (double y = top; y <= foot; y += 66) {
      sheet.line(RULES[0], y, RULES[5], y, 3);
    }
    for (int x : RULES) {
      sheet.line(x, top, x, foot, 3);
    }
    sheet.size(29).text(132, top + 44, "Pos").text(212, top + 44, "Item no.");
    sheet.text(392, top + 44, "Description").right(1318, top + 44, "Ordered");
    sheet.right(1522, top + 44, "Delivered").size(31);
    double y = top + 110;
    for (String[] line : LINES) {
      sheet.text(140, y, line[0]).text(212, y, line[1]).text(392, y, line[2]);
      sheet.right(1318, y, line[3]).right(1522, y, line[4]);
      y += 66;
    }
    return foot;
  }

  private static void signature(Picture sheet, double foot) {
    sheet.size(36).text(130, foot + 335, "17.3.26").line(120, foot + 352, 900, foot + 352, 2);
    sheet.line(1010, foot + 352, 1534, foot + 352, 2);
    sheet.scribble(420, foot + 335, 17).scribble(1090, foot + 335, 90);
  }
}
