package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SpacedWordsTest {
  private static final Lexicon LEXICON =
      Set.of("tax", "invoice", "in", "voice", "bill", "lading", "statement", "state")::contains;

  @Test
  void partsARunIntoTheFewestKnownWords() {
    assertThat(SpacedWords.of("taxinvoice", LEXICON)).containsExactly("tax", "invoice");
    assertThat(SpacedWords.of("billoflading", LEXICON)).containsExactly("bill", "of", "lading");
    assertThat(SpacedWords.of("statement", LEXICON)).containsExactly("statement");
  }

  @Test
  void leavesWhatItDoesNotKnow() {
    assertThat(SpacedWords.of("abcdefg", LEXICON)).containsExactly("abcdefg");
    assertThat(SpacedWords.of("taxinvoicex", LEXICON)).containsExactly("taxinvoicex");
  }
}
