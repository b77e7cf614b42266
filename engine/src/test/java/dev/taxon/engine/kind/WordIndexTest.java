package dev.taxon.engine.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordIndexTest {
  private final WordIndex index =
      new WordIndex(
          List.of(
              List.of("tax", "invoice"), List.of(), List.of("invoice"), List.of("bill", "tax")));

  private List<Integer> holders(String word) {
    WordIndex.Run run = index.run(word);
    return IntStream.range(run.from(), run.to()).map(index::holder).boxed().toList();
  }

  @Test
  void whoHoldsAWordStandsInOrder() {
    assertThat(holders("invoice")).containsExactly(0, 2);
    assertThat(holders("tax")).containsExactly(0, 3);
    assertThat(holders("bill")).containsExactly(3);
    assertThat(holders("receipt")).isEmpty();
  }

  @Test
  void everyPlaceBelongsToOneWord() {
    assertThat(index.places()).isEqualTo(5);
    assertThat(index.words()).isEqualTo(3);
    assertThat(IntStream.range(0, index.words()).map(word -> index.run(word).size()).sum())
        .isEqualTo(5);
    assertThat(IntStream.range(0, 3).mapToObj(index::word))
        .containsExactly("tax", "invoice", "bill");
  }
}
