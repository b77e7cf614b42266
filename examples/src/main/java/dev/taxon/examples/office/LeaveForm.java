package dev.taxon.examples.office;

import static dev.taxon.examples.paper.Paper.BOLD;
import static dev.taxon.examples.paper.Paper.PLAIN;
import static dev.taxon.examples.paper.Paper.SERIF_SLANTED;
import static dev.taxon.examples.paper.Paper.SLANTED;

import dev.taxon.examples.paper.Paper;
import java.awt.Color;

/** A form for leave, filled in and signed. */
public final class LeaveForm {
  private static final Color INK = new Color(25, 40, 110);

  private LeaveForm() {}

  public static byte[] pdf() {
    var paper = new Paper("Form HR-12, leave request");
    paper.font(BOLD, 12).text(50, 52, "Ashdown Engineering").font(PLAIN, 9);
    paper.right(545, 46, "Form HR-12").right(545, 58, "Version 4, January 2026");
    paper.line(50, 68, 545, 68, 1.5).font(BOLD, 18).text(50, 98, "Leave request form");
    paper.font(SLANTED, 9);
    paper.text(
        50,
        114,
        "Please complete in block letters, tick where applicable, and hand in to Human"
            + " Resources.");
    section(paper, 134, "1  Applicant");
    field(paper, 50, 160, 300, "Surname, first name", "OKAFOR, MICHAEL");
    field(paper, 360, 160, 185, "Staff number", "20418");
    field(paper, 50, 204, 300, "Department", "ASSEMBLY HALL 2");
    field(paper, 360, 204, 185, "Telephone extension", "0261");
    section(paper, 254, "2  Kind of leave (tick one box)");
    tick(paper, 56, 284, "Annual leave", true);
    tick(paper, 190, 284, "Unpaid leave", false);
    tick(paper, 324, 284, "Parental leave", false);
    tick(paper, 458, 284, "Other", false);
    section(paper, 312, "3  Period");
    field(paper, 50, 338, 157, "First day (DD/MM/YYYY)", "13/04/2026");
    field(paper, 219, 338, 157, "Last day (DD/MM/YYYY)", "24/04/2026");
    field(paper, 388, 338, 157, "Number of working days", "10");
    field(paper, 50, 382, 495, "Who stands in for you", "HANNAH PRICE, AGREED 09/03/2026");
    section(paper, 432, "4  Applicant's declaration");
    paper.font(PLAIN, 9.5);
    paper.paragraph(
        50,
        462,
        495,
        "I have handed over my open tasks and know that the leave is granted only"
            + " once this form has been signed by my supervisor.");
    signed(paper, 50, "Date", "10/03/2026", 0);
    signed(paper, 215, "Signature of applicant", "", 5);
    section(paper, 568, "5  For office use only");
    tick(paper, 56, 598, "Approved", true);
    tick(paper, 190, 598, "Not approved, reason:", false);
    paper.line(310, 600, 545, 600, 0.6);
    field(paper, 50, 622, 240, "Days left after this request", "14.5");
    field(paper, 305, 622, 240, "Entered in the leave card by", "H. ADEYEMI");
    paper.signature(60, 704, 23).line(50, 710, 290, 710, 0.6).font(PLAIN, 7.5);
    paper.text(50, 720, "Signature of supervisor").colour(INK).font(SERIF_SLANTED, 13);
    paper.text(310, 704, "12/03/2026").colour(Color.BLACK).line(305, 710, 545, 710, 0.6);
    paper.font(PLAIN, 7.5).text(305, 720, "Date");
    paper.text(50, 806, "Keep a copy of the completed form for your records.");
    paper.right(545, 806, "HR-12  page 1 of 1");
    return paper.bytes();
  }

  private static void section(Paper paper, double y, String title) {
    paper.area(50, y, 495, 17, new Color(222, 226, 230)).font(BOLD, 10).text(56, y + 12.5, title);
  }

  private static void field(
      Paper paper, double x, double y, double width, String label, String value) {
    paper.box(x, y, width, 36).font(PLAIN, 7.5).text(x + 4, y + 10, label);
    paper.colour(INK).font(SERIF_SLANTED, 13).text(x + 8, y + 28, value).colour(Color.BLACK);
  }

  private static void tick(Paper paper, double x, double y, String label, boolean ticked) {
    paper.box(x, y - 9, 11, 11).font(PLAIN, 9.5).text(x + 17, y, label);
    if (ticked) {
      paper.colour(INK).line(x + 2, y - 7, x + 9, y, 1.4).line(x + 9, y - 7, x + 2, y, 1.4);
      paper.colour(Color.BLACK);
    }
  }

  private static void signed(Paper paper, double x, String label, String date, long seed) {
    if (seed != 0) {
      paper.signature(x + 10, 526, seed);
    }
    paper.colour(INK).font(SERIF_SLANTED, 13).text(x + 8, 526, date).colour(Color.BLACK);
    double end = seed == 0 ? x + 150 : 545;
    paper.line(x, 532, end, 532, 0.6).font(PLAIN, 7.5).text(x, 542, label);
  }
}
