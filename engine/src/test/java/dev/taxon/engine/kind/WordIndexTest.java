package dev.taxon.engine.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordIndexTest {
  private final WordIndex.Collected collected = new WordIndex.Collected(0);

  private static List<String> holders(WordIndex index, String word) {
    WordIndex.Run run = index.run(word);
    return IntStream.range(run.from(), run.to())
        .mapToObj(place -> index.holder(place) + " " + index.rank(place))
        .toList();
  }

  @Test
  void whoHoldsAWordStandsInOrderWithTheLowestRank() {
    collected.add("tax", 3, 1);
    collected.add("invoice", 2, 0);
    collected.add("tax", 0, 2);
    collected.add("tax", 3, 0);
    collected.add("tax", 3, 2);
    WordIndex index = collected.index();

    assertThat(holders(index, "tax")).containsExactly("0 2", "3 0");
    assertThat(holders(index, "invoice")).containsExactly("2 0");
    assertThat(holders(index, "receipt")).isEmpty();
    assertThat(index.places()).isEqualTo(3);
    assertThat(index.words()).isEqualTo(2);
  }

  @Test
  void itAnswersAsMapsDo() {
    var random = new Random(11);
    var maps = new HashMap<String, Map<Integer, Integer>>();
    for (int i = 0; i < 30_000; i++) {
      String word = Integer.toString(random.nextInt(700), 36);
      int holder = random.nextInt(1 << 30);
      int rank = random.nextInt(4);
      collected.add(word, holder % 90, rank);
      maps.computeIfAbsent(word, w -> new TreeMap<>()).merge(holder % 90, rank, Math::min);
    }

    WordIndex index = collected.index();
    assertThat(index.words()).isEqualTo(maps.size());
    maps.forEach((word, map) -> {
      var expected = new ArrayList<String>();
      map.forEach((holder, rank) -> expected.add(holder + " " + rank));
      assertThat(holders(index, word)).isEqualTo(expected);
    });
  }

  @Test
  void theLargestHolderFits() {
    collected.add("a", (1 << 30) - 1, 3);
    collected.add("b", 0, 0);

    assertThat(holders(collected.index(), "a")).containsExactly((1 << 30) - 1 + " 3");
  }
}
