package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CueWordsTest {
  private final CueWords words =
      new CueWords(
          List.of(
              "invoice",
              "agreement",
              "receipt",
              "deposit",
              "balance",
              "modern",
              "total",
              "tax",
              "lease",
              "leave"));

  @Test
  void charactersThatLookAlikeAreTheSame() {
    assertThat(words.meant("lnv0lce")).isEqualTo("invoice");
    assertThat(words.meant("agreernent")).isEqualTo("agreement");
    assertThat(words.meant("cleposit")).isEqualTo("deposit");
    assertThat(words.meant("8a1ance")).isEqualTo("balance");
    assertThat(words.meant("modem")).isEqualTo("modern");
    assertThat(words.meant("t0ta1")).isEqualTo("total");
  }

  @Test
  void aWordMayDifferByOneLetterAndALongOneByTwo() {
    assertThat(words.meant("recelpt")).isEqualTo("receipt");
    assertThat(words.meant("reoeipt")).isEqualTo("receipt");
    assertThat(words.meant("nvoice")).isEqualTo("invoice");
    assertThat(words.meant("invoicee")).isEqualTo("invoice");
    assertThat(words.meant("agreoment")).isEqualTo("agreement");
    assertThat(words.meant("agxeemeni")).isEqualTo("agreement");
    assertThat(words.meant("reoeipf")).isNull();
    assertThat(words.meant("agxoemeni")).isNull();
  }

  @Test
  void whatIsAsNearToTwoWordsIsNeither() {
    assertThat(words.meant("leafe")).isNull();
  }

  @Test
  void shortWordsAndFiguresAreLeftAlone() {
    assertThat(words.meant("tox")).isNull();
    assertThat(words.meant("tota")).isNull();
    assertThat(words.meant("70741")).isNull();
    assertThat(words.meant("")).isNull();
  }
}
