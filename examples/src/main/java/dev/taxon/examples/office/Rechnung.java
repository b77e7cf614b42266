package dev.taxon.examples.office;

import static dev.taxon.examples.paper.Paper.BOLD;
import static dev.taxon.examples.paper.Paper.PLAIN;
import static dev.taxon.examples.paper.Paper.SERIF_BOLD;
import static dev.taxon.examples.paper.Paper.SERIF_SLANTED;

import dev.taxon.examples.paper.Item;
import dev.taxon.examples.paper.Money;
import dev.taxon.examples.paper.Paper;
import java.awt.Color;
import java.util.List;

/** A German invoice of a joiner, in the form of DIN 5008. */
public final class Rechnung {
  private static final Color WOOD = new Color(122, 74, 30);
  private static final List<Item> ITEMS =
      List.of(
          Item.of(2, "Bürotür Eiche furniert, 860 x 1985 mm, mit Zarge", 48900),
          Item.of(2, "Drückergarnitur Edelstahl matt", 6450),
          Item.of(9, "Einbau durch Gesellen, Stunden", 5600),
          Item.of(1, "Anfahrt Köln-Ehrenfeld, Pauschale", 3800),
          Item.of(1, "Entsorgung der alten Türen", 4500));

  private Rechnung() {}

  public static byte[] pdf() {
    var paper = new Paper("Rechnung 2026-118");
    paper.colour(WOOD).font(SERIF_BOLD, 24).text(70, 66, "Tischlerei Brandt & Söhne");
    paper.font(SERIF_SLANTED, 12).text(70, 84, "Möbel – Türen – Innenausbau seit 1954");
    paper.line(70, 94, 545, 94, 1.2).colour(Color.BLACK);
    paper
        .font(PLAIN, 7)
        .text(70, 132, "Tischlerei Brandt & Söhne GmbH · Am Holzhof 7 · 50823 Köln");
    paper.line(70, 135, 270, 135, 0.4).font(PLAIN, 10.5);
    paper.lines(
        70, 152, "Steuerkanzlei Wiegand", "Frau Dr. Helga Wiegand", "Lindenallee 21", "50968 Köln");
    facts(paper);
    paper.font(BOLD, 15).text(70, 270, "Rechnung Nr. 2026-118").font(PLAIN, 10);
    paper.text(70, 294, "Sehr geehrte Frau Dr. Wiegand,");
    paper.text(70, 312, "für die ausgeführten Arbeiten berechnen wir Ihnen:");
    totals(paper, items(paper) + 8);
    foot(paper);
    return paper.bytes();
  }

  private static void facts(Paper paper) {
    String[][] facts = {
      {"Rechnungsdatum", "09.03.2026"},
      {"Kundennummer", "10442"},
      {"Leistungsdatum", "03.03.2026"},
      {"Ansprechpartner", "Jonas Brandt"},
      {"Telefon", "0221 4710 113"}
    };
    double y = 152;
    for (String[] fact : facts) {
      paper.font(PLAIN, 9).text(375, y, fact[0]).right(545, y, fact[1]);
      y += 13.5;
    }
  }

  private static double items(Paper paper) {
    paper.line(70, 326, 545, 326, 0.8).font(BOLD, 9);
    paper.text(72, 339, "Pos.").text(100, 339, "Bezeichnung").right(405, 339, "Menge");
    paper.right(475, 339, "Einzelpreis").right(543, 339, "Betrag EUR");
    paper.line(70, 345, 545, 345, 0.8).font(PLAIN, 9.5);
    double y = 361;
    int position = 1;
    for (Item item : ITEMS) {
      paper.text(72, y, Integer.toString(position++)).text(100, y, item.what());
      paper.right(405, y, Integer.toString(item.count())).right(475, y, item.price().german());
      paper.right(543, y, item.total().german());
      y += 19;
    }
    paper.line(70, y - 8, 545, y - 8, 0.8);
    return y;
  }

  private static void totals(Paper paper, double top) {
    Money net = Item.sum(ITEMS);
    Money vat = net.percent(19);
    paper.font(PLAIN, 9.5).text(340, top, "Nettobetrag").right(543, top, net.german());
    paper.text(340, top + 16, "zzgl. 19 % Umsatzsteuer").right(543, top + 16, vat.german());
    paper.line(336, top + 23, 545, top + 23, 0.8).font(BOLD, 10.5);
    paper.text(340, top + 37, "Rechnungsbetrag").right(543, top + 37, net.plus(vat).german());
    paper.line(336, top + 42, 545, top + 42, 0.4).line(336, top + 44, 545, top + 44, 0.4);
    paper.font(PLAIN, 10);
    double y =
        paper.paragraph(
            70,
            top + 78,
            475,
            "Bitte überweisen Sie den Rechnungsbetrag ohne Abzug bis zum"
                + " 23.03.2026 unter Angabe der Rechnungsnummer auf unser unten genanntes Konto."
                + " Lieferung und Leistung erfolgten am 03.03.2026.");
    paper.text(70, y + 14, "Wir danken für Ihren Auftrag und grüßen Sie freundlich");
    paper.signature(72, y + 56, 11).text(70, y + 74, "Jonas Brandt, Tischlermeister");
  }

  private static void foot(Paper paper) {
    paper.colour(WOOD).line(70, 772, 545, 772, 0.8).colour(Color.BLACK).font(PLAIN, 7.5);
    paper.lines(
        70,
        785,
        "Tischlerei Brandt & Söhne GmbH",
        "Am Holzhof 7, 50823 Köln",
        "buero@tischlerei-brandt.example.com");
    paper.lines(
        240, 785, "Geschäftsführer: Jonas Brandt", "USt-IdNr. DE999999999", "Seite 1 von 1");
    paper.lines(400, 785, "Bankverbindung", "IBAN DE89 3704 0044 0532 0130 00", "BIC COBADEFFXXX");
  }
}
