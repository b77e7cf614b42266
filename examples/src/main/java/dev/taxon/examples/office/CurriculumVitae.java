package dev.taxon.examples.office;

import static dev.taxon.examples.paper.Paper.BOLD;
import static dev.taxon.examples.paper.Paper.PLAIN;
import static dev.taxon.examples.paper.Paper.SLANTED;

import dev.taxon.examples.paper.Paper;
import java.awt.Color;

/** The curriculum vitae of an engineer, with a column at the side. */
public final class CurriculumVitae {
  private static final Color SLATE = new Color(52, 73, 94);

  private CurriculumVitae() {}

  public static byte[] pdf() {
    var paper = new Paper("Curriculum vitae, Nora Lindqvist");
    paper.area(0, 0, 185, Paper.HEIGHT, new Color(236, 240, 243));
    paper.colour(SLATE).font(BOLD, 25).text(210, 66, "Nora Lindqvist");
    paper.font(PLAIN, 12).text(210, 86, "Curriculum vitae – mechanical engineer");
    side(paper);
    double y = heading(paper, 122, "Profile");
    y =
        paper.paragraph(
            210,
            y,
            340,
            "Mechanical engineer with eight years of experience in pump and valve"
                + " design, from first sketch to series production. Enjoys leading small teams"
                + " and explaining hard things simply.");
    y = heading(paper, y + 16, "Work experience");
    y =
        job(
            paper,
            y,
            "2022 – today",
            "Senior design engineer",
            "Ashdown Engineering, Leeds",
            "Leads a team of four that develops stainless pumps for dairies.",
            "Cut the number of parts of the P4 series from 61 to 38.",
            "Mentors two apprentices and runs the weekly design review.");
    y =
        job(
            paper,
            y,
            "2018 – 2022",
            "Design engineer",
            "Fjordvalve AB, Gothenburg",
            "Designed control valves up to DN 200 in CAD and by FEM.",
            "Wrote test plans and carried out endurance tests.");
    y =
        job(
            paper,
            y,
            "2017",
            "Internship",
            "Kattegat Shipyard, Varberg",
            "Drawings and weight calculations for a ferry refit.");
    y = heading(paper, y + 6, "Education");
    y =
        job(
            paper,
            y,
            "2015 – 2017",
            "MSc Mechanical Engineering",
            "West Coast University of" + " Technology",
            "Thesis on cavitation in small centrifugal pumps, distinction.");
    y =
        job(
            paper,
            y,
            "2012 – 2015",
            "BSc Mechanical Engineering",
            "West Coast University of" + " Technology");
    y = heading(paper, y + 6, "Volunteering");
    paper.paragraph(
        210, y, 340, "Teaches bicycle repair to teenagers, Kirkgate Workshop, since 2023.");
    paper.font(SLANTED, 8.5).text(210, 800, "References are available on request.");
    return paper.bytes();
  }

  private static void side(Paper paper) {
    paper.colour(SLATE).area(40, 44, 90, 90, new Color(190, 200, 208));
    paper.font(BOLD, 34).colour(Color.WHITE).middle(85, 101, "NL").colour(SLATE);
    double y = sideHeading(paper, 170, "Contact");
    y =
        paper.lines(
            30, y, "9 Canal View", "Leeds LS10 1XX", "0113 496 0377", "nora@lindqvist.example.com");
    y = sideHeading(paper, y + 22, "Personal");
    y = paper.lines(30, y, "Born 4 May 1994, Varberg", "Swedish and British");
    y = sideHeading(paper, y + 22, "Languages");
    y = paper.lines(30, y, "Swedish – native", "English – fluent", "German – good");
    y = sideHeading(paper, y + 22, "Skills");
    y =
        paper.lines(
            30,
            y,
            "CAD, 3D modelling",
            "FEM and CFD",
            "GD&T, tolerance chains",
            "Project planning",
            "Python for test data");
    y = sideHeading(paper, y + 22, "Certificates");
    y = paper.lines(30, y, "Chartered Engineer, 2023", "Welding inspector, 2021");
    y = sideHeading(paper, y + 22, "Interests");
    paper.lines(30, y, "Sailing, choir, bicycles");
  }

  private static double sideHeading(Paper paper, double y, String text) {
    paper.colour(SLATE).font(BOLD, 11).text(30, y, text).line(30, y + 5, 155, y + 5, 0.8);
    paper.colour(Color.BLACK).font(PLAIN, 9);
    return y + 20;
  }

  private static double heading(Paper paper, double y, String text) {
    paper.colour(SLATE).font(BOLD, 12.5).text(210, y, text).line(210, y + 5, 550, y + 5, 1);
    paper.colour(Color.BLACK).font(PLAIN, 9.5);
    return y + 21;
  }

  private static double job(
      Paper paper, double y, String when, String what, String where, String... did) {
    paper.font(BOLD, 10).text(210, y, what).font(PLAIN, 9).right(550, y, when);
    paper.font(SLANTED, 9.5).text(210, y + 13, where).font(PLAIN, 9.5);
    double below = y + 27;
    for (String deed : did) {
      paper.text(214, below, "•");
      below = paper.paragraph(226, below, 322, deed);
    }
    return below + 8;
  }
}
