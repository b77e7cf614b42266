package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class BrokenWordTest {
  private static final Lexicon LEXICON =
      Set.of("agreement", "rechnungsnummer", "and", "or")::contains;

  @Test
  void putsTogetherWhatALineBreaks() {
    assertThat(BrokenWord.of("This agree-", "ment binds both", LEXICON))
        .isEqualTo(new BrokenWord(5, 4, "agreement"));
    assertThat(BrokenWord.of("LOAN AGREE\u2010", "  MENT", LEXICON))
        .isEqualTo(new BrokenWord(5, 6, "agreement"));
    assertThat(BrokenWord.of("Ihre Rechnungs\u00AD", "nummer: 4", LEXICON))
        .isEqualTo(new BrokenWord(5, 6, "rechnungsnummer"));
  }

  @Test
  void leavesWhatMakesNoKnownWord() {
    assertThat(BrokenWord.of("a fee that is non-", "refundable", LEXICON)).isNull();
    assertThat(BrokenWord.of("agree-", "Ment", LEXICON)).isNull();
    assertThat(BrokenWord.of("agree", "ment", LEXICON)).isNull();
    assertThat(BrokenWord.of("-", "agreement", LEXICON)).isNull();
    assertThat(BrokenWord.of("agree-", "2", LEXICON)).isNull();
  }
}
