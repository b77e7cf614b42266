package dev.taxon.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {
  /** First a: precision 1, recall 1/2; b: precision 1/2, recall 1. Then b has 1/2 and 1/2. */
  @Test
  void macroF1IsTheMeanOverExpectedClasses() {
    var tally = new Tally();
    tally.add("a", "a");
    tally.add("a", "b");
    tally.add("b", "b");
    assertThat(tally.macroF1()).isCloseTo((2 / 3.0 + 2 / 3.0) / 2, within(1e-12));
    tally.add("b", "c");
    assertThat(tally.macroF1()).isCloseTo((2 / 3.0 + 0.5) / 2, within(1e-12));
  }

  @Test
  void whatIsRightTooCountsAsRight() {
    var document = new Labelled("d", "invoice", Set.of("bill"), "en", "pdf", false, "");
    var answer = new Answer(document, "bill", 0.4, null, 0.5, 10);
    assertThat(answer.likeliestIsRight()).isTrue();
    assertThat(answer.isRight()).isFalse();
    assertThat(Tally.macroF1(List.of(answer))).isEqualTo(1);
  }
}
