package dev.taxon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {
  @Test
  void wordsAreRunsOfLettersAndDigits() {
    assertThat(Tokens.of("Invoice No. A-42, total: 1,200.50 EUR"))
        .containsExactly("invoice", "no", "a", "total", "eur");
  }

  @Test
  void digitsCountBesideALetter() {
    assertThat(Tokens.of("Form W2 and 1099b")).containsExactly("form", "w2", "and", "1099b");
  }

  @Test
  void lettersOfEveryScriptAreLetters() {
    assertThat(Tokens.of("Straße größer 東京 Ελλάδα 𝒜x"))
        .containsExactly("straße", "größer", "東京", "ελλάδα", "𝒜x");
  }

  @Test
  void overlongRunsArePassedOver() {
    assertThat(Tokens.of("x".repeat(31) + " " + "y".repeat(30))).containsExactly("y".repeat(30));
  }

  @Test
  void nothingGivesNothing() {
    assertThat(Tokens.of("")).isEmpty();
    assertThat(Tokens.of(" 12 34.5 --")).isEmpty();
  }
}
