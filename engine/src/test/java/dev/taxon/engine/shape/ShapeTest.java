package dev.taxon.engine.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Document;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void seesFieldsAndSums() {
    Shape shape =
        shape(
            "Customer: Hartwell & Sons",
            "Date: 12 June",
            "Website redesign 1 3,200.00",
            "Total € 45");

    assertThat(shape.value(Trait.KEY_VALUES)).isEqualTo(0.25);
    assertThat(shape.value(Trait.AMOUNTS)).isCloseTo(1 / 3.0, within());
    assertThat(shape.value(Trait.REPORT_VOICE)).isZero();
  }

  @Test
  void knowsWhereATraitShowsFirst() {
    Shape shape =
        shape("Dear Sir or Madam,", "1.2 Due on 12.05.2026", "Total: 3,200.00 of 4,000.00");

    assertThat(shape.spot(Trait.AMOUNTS)).isEqualTo(new Shape.Spot(0, 2, 7, 15));
    assertThat(shape.spot(Trait.DATES_LIST)).isEqualTo(new Shape.Spot(0, 1, 11, 21));
    assertThat(shape.spot(Trait.KEY_VALUES)).isEqualTo(new Shape.Spot(0, 2, 0, 6));
    assertThat(shape.spot(Trait.NUMBERED_CLAUSES)).isEqualTo(new Shape.Spot(0, 1, 0, 3));
    assertThat(shape.spot(Trait.BARCODE)).isNull();
    assertThat(shape.spot(Trait.ONE_PAGE)).isNull();
    assertThat(shape.word(Trait.SALUTATION)).isZero();
    assertThat(shape.word(Trait.CLOSING_SIGNATURE)).isNegative();
    assertThat(shape.word(Trait.AMOUNTS)).isNegative();
  }

  @Test
  void seesProseThatQuotesPeople() {
    String line = "“We shall see,” the mayor said on Monday, and nobody in the hall had an answer.";
    Shape shape = shape(line, line, line);

    assertThat(shape.value(Trait.REPORT_VOICE)).isEqualTo(1);
    assertThat(shape.value(Trait.QUOTES)).isPositive();
    assertThat(shape.value(Trait.KEY_VALUES)).isZero();
  }

  @Test
  void aPageOfAHeadingAndAFewPointsIsASlide() {
    assertThat(shape("Next steps", "• move the store", "• hire two", "7").value(Trait.SLIDES))
        .isEqualTo(1);
    assertThat(shape("Dear Ann,", "we met:", "- Bob", "at", "the", "pier").value(Trait.SLIDES))
        .isZero();
    assertThat(shape("Next steps", "- " + "word ".repeat(60), "- hire two").value(Trait.SLIDES))
        .isZero();
  }

  @Test
  void seesAForm() {
    Shape shape = shape("Name ________ Date ________", "☐ yes ☐ no", "[ ] other (x)");

    assertThat(shape.value(Trait.BLANK_FIELDS)).isEqualTo(0.4);
    assertThat(shape.value(Trait.CHECK_BOXES)).isCloseTo(4 / 7.0, within());
  }

  @Test
  void seesClausesSectionsAndDates() {
    Shape shape =
        shape("1. Definitions", "1.1 In this contract", "§ 2 Dauer", "12.05.2026 and 2026-05-12");

    assertThat(shape.value(Trait.NUMBERED_CLAUSES)).isCloseTo(2 / 7.0, within());
    assertThat(shape.value(Trait.NUMBERED_SECTIONS)).isEqualTo(0.2);
    assertThat(shape.value(Trait.DATES_LIST)).isEqualTo(0.25);
  }

  @Test
  void seesMailHeadersAndALetter() {
    Shape mail = shape("From: a@b.example", "To: c@d.example", "Subject: hello");
    Shape letter = shape("Dear Ms Brandt,", "I write to you.", "Yours sincerely");

    assertThat(mail.value(Trait.MAIL_HEADERS)).isEqualTo(0.75);
    assertThat(letter.value(Trait.SALUTATION)).isEqualTo(0.5);
    assertThat(letter.value(Trait.CLOSING_SIGNATURE)).isEqualTo(0.5);
  }

  @Test
  void aSumBeginsWithItsThousandsAndNotWithAQuantity() {
    for (String sum : List.of("120 000,00", "1\u00A0250,00", "1\u202F250\u202F300,00", "250,00")) {
      assertThat(sumIn("Total " + sum + " EUR")).isEqualTo(sum);
    }
    assertThat(sumIn("Oak shelf 1 120.00")).isEqualTo("120.00");
    assertThat(sumIn("Screws 500 0.18")).isEqualTo("0.18");
  }

  private static String sumIn(String line) {
    Shape.Spot spot = Objects.requireNonNull(shape(line).spot(Trait.AMOUNTS));
    return line.substring(spot.start(), spot.end());
  }

  @Test
  void everyTraitIsWithinItsRangeOnWhateverText() {
    for (String line :
        List.of("", "<<<<<<<<<<", "((((", "....", "999999999999999999", "[", "€", "§")) {
      Shape shape = line.isEmpty() ? shape() : shape(line, line);
      for (Trait trait : Trait.values()) {
        assertThat(shape.value(trait)).as(trait + " of " + line).isBetween(0.0, 1.0);
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-9);
  }

  private static Shape shape(String... lines) {
    var words = new ArrayList<String>();
    for (String line : lines) {
      words.addAll(Words.of(line));
    }
    return Shape.of(Document.of(lines), words);
  }
}
