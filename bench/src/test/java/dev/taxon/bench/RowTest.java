package dev.taxon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTest {
  @Test
  void aBudgetThatIsKeptOrMissedIsSaid() {
    assertThat(new Row("ready", 0.834, "s", Budget.atMost(1), "7 rounds").markdown())
        .isEqualTo("| ready | 0.83 s | at most 1 s | kept | 7 rounds |");
    assertThat(new Row("results", 1_234.4, "a second", Budget.atLeast(2_000), "").markdown())
        .isEqualTo("| results | 1,234 a second | at least 2,000 a second | **missed** |  |");
  }

  @Test
  void aMeasureWithoutBudgetHasNoVerdict() {
    assertThat(new Row("uploads", 312, "a second", null, "").markdown())
        .isEqualTo("| uploads | 312 a second |  |  |  |");
  }
}
