package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarginsTest {
  private static final String TEXT = "The tenant keeps the garden as it was found in spring.";

  private static Page page(int number, String head, String foot) {
    var lines = new ArrayList<String>();
    lines.add(head);
    IntStream.range(0, 10).forEach(i -> lines.add(TEXT));
    lines.add(foot);
    return Page.of(number, lines.toArray(String[]::new));
  }

  private static List<Integer> held(Page page, Page before) {
    var margins = new Margins(page, before);
    return IntStream.range(0, page.lines().size()).filter(margins::holds).boxed().toList();
  }

  @Test
  void headsAndFeetOfThePageBeforeAreLeftOut() {
    Page first = page(1, "Lease of a garden", "Page 1 of 3");
    Page second = page(2, "Lease of a garden", "Page 2 of 3");

    assertThat(new Margins(first, null).holds(0)).isFalse();
    assertThat(held(second, first)).contains(0, 11).doesNotContain(5);
    assertThat(held(page(2, "Schedule of plants", "4 - 5"), first)).doesNotContain(0, 11);
  }

  @Test
  void bareListsOfWordsAtTheFootAreLeftOut() {
    String menu = "Home | Terms of Service | Privacy Policy | Careers | Contact";
    Page page = page(1, menu, menu);

    assertThat(new Margins(page, null).holds(11)).isTrue();
    assertThat(new Margins(page, null).holds(0)).isFalse();
    assertThat(Margins.isList("invoice, receipt, contract, bank statement, resume")).isTrue();
    assertThat(Margins.isList("contract agreement lease tenancy landlord rent deposit notice"))
        .isTrue();
  }

  @Test
  void whatAFootSaysInSentencesAndFiguresStays() {
    assertThat(Margins.isList("Bank: Ostbank, IBAN DE00 0000, BIC OSTXX, VAT DE000, Bremen"))
        .isFalse();
    assertThat(Margins.isList("Total, VAT, due")).isFalse();
    assertThat(
            Margins.isList(
                "We thank you for the order, the trust, the patience, the tea, the rest."))
        .isFalse();
    assertThat(Margins.isList("This offer of ours is bound to the price list of the month"))
        .isFalse();
    assertThat(Margins.isList("")).isFalse();
  }

  @Test
  void aShortPageIsAllText() {
    Page page = Page.of(1, "Words", "apple, pear, plum, cherry, quince");

    assertThat(new Margins(page, null).holds(1)).isFalse();
  }
}
