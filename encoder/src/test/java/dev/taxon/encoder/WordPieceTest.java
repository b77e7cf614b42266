package dev.taxon.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTest {
  private final WordPiece wordPiece =
      new WordPiece(
          Map.of(
              "[UNK]", 0, "in", 1, "##voice", 2, "invoice", 3, ",", 4, "東", 5, "cafe", 6, "##s",
              7));

  @Test
  void takesTheLongestPieceFromTheLeft() {
    assertThat(pieces("invoices")).containsExactly(3, 7);
  }

  @Test
  void aWordThatCannotBeMatchedToItsEndIsUnknownAsAWhole() {
    assertThat(pieces("invoiceq in")).containsExactly(0, 1);
  }

  @Test
  void punctuationAndIdeographsStandAlone() {
    assertThat(pieces("in,in東in")).containsExactly(1, 4, 1, 5, 1);
  }

  @Test
  void caseAccentsAndControlCharactersDoNotCount() {
    assertThat(pieces("CAFÉ ca\u0000fe\u200b")).containsExactly(6, 6);
  }

  @Test
  void overlongWordsAreUnknown() {
    assertThat(pieces("in".repeat(60))).containsExactly(0);
  }

  @Test
  void readsNoMoreThanTheLimit() {
    assertThat(wordPiece.pieces("in ".repeat(50), 5)).hasSize(5);
  }

  @Test
  void aVocabularyNeedsAnUnknownPiece() {
    assertThatThrownBy(() -> new WordPiece(Map.of("in", 1))).hasMessageContaining("[UNK]");
  }

  private List<Integer> pieces(String text) {
    return wordPiece.pieces(text, 100);
  }
}
