package dev.taxon.examples.office;

import static dev.taxon.examples.paper.Paper.SERIF;
import static dev.taxon.examples.paper.Paper.SERIF_BOLD;

import dev.taxon.examples.paper.Paper;
import java.awt.Color;

/** A letter from a housing association to a tenant. */
public final class Letter {
  private static final Color GREEN = new Color(38, 92, 52);

  private Letter() {}

  public static byte[] pdf() {
    var paper = new Paper("Letter to Mrs Whitcombe");
    paper.colour(GREEN).font(SERIF_BOLD, 19).middle(297, 60, "Alder Court Housing Association");
    paper.font(SERIF, 10);
    paper.middle(
        297, 77, "30 Alder Road, Leeds LS6 2XX – 0113 496 0555 – office@aldercourt.example.com");
    paper.line(60, 88, 535, 88, 1).colour(Color.BLACK).font(SERIF, 11.5);
    paper.lines(60, 132, "Mrs Eleanor Whitcombe", "Flat 11, Alder Court", "Leeds LS6 2XX");
    paper.text(60, 200, "Our ref. AC/11/ROOF").right(535, 200, "5 March 2026");
    paper.text(60, 236, "Dear Mrs Whitcombe,");
    paper.font(SERIF_BOLD, 11.5).text(60, 262, "Repair of the roof above your flat");
    double y = 286;
    paper.font(SERIF, 11.5);
    for (String paragraph : PARAGRAPHS) {
      y = paper.paragraph(60, y, 475, paragraph) + 9;
    }
    paper.text(60, y + 10, "Yours sincerely,").signature(62, y + 58, 42);
    paper.lines(60, y + 78, "Thomas Hargreave", "Property manager");
    paper.text(60, y + 126, "Enclosure: plan of the scaffold");
    return paper.bytes();
  }

  private static final String[] PARAGRAPHS = {
    "Thank you for writing to us on 24 February about the damp patch on your bedroom ceiling. I am"
        + " sorry for the trouble it has caused you, and I was glad that you could show it to our"
        + " surveyor last Thursday.",
    "He found that two rows of slates have slipped and that the felt below them is torn. We have"
        + " asked a roofer to put this right. The work is planned for the week of 23 March and"
        + " should take three days if the weather is dry. A scaffold will stand in front of your"
        + " kitchen window during that time; I am afraid that you will have less light than usual.",
    "Once the roof is tight and the ceiling has dried, our decorator will paint the room. You do"
        + " not need to move any furniture; he will cover everything and tidy up afterwards.",
    "Please let my colleague Ms Adeyemi know which mornings suit you best. If you would rather stay"
        + " elsewhere while the work is going on, do tell us, and we shall find an answer together.",
    "With kind regards, and my thanks for your patience,"
  };
}
