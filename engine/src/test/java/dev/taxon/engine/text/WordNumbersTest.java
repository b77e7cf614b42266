package dev.taxon.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordNumbersTest {
  private final WordNumbers words = new WordNumbers();

  @Test
  void wordsHaveNumbersInTheOrderInWhichTheyCame() {
    assertThat(words.add("invoice")).isZero();
    assertThat(words.add("rechnung")).isEqualTo(1);
    assertThat(words.add("invoice")).isZero();

    assertThat(words.size()).isEqualTo(2);
    assertThat(words.number("rechnung")).isEqualTo(1);
    assertThat(words.number("receipt")).isEqualTo(-1);
    assertThat(words.word(1)).isEqualTo("rechnung");
  }

  @Test
  void wordsOfOneHashAreToldApart() {
    // these two strings have the same hash
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(words.add("Aa")).isNotEqualTo(words.add("BB"));
    assertThat(words.contains("Aa")).isTrue();
    assertThat(words.contains("AaAa")).isFalse();
    assertThat(words.contains("")).isFalse();
  }

  @Test
  void itAnswersAsAMapDoes() {
    var map = new HashMap<String, Integer>();
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String word = Integer.toString(random.nextInt(9_000), 36) + (i % 3 == 0 ? "é漢" : "");
      int size = map.size();
      assertThat(words.add(word)).isEqualTo(map.computeIfAbsent(word, w -> size));
    }

    WordNumbers trimmed = words.trim();
    assertThat(trimmed.size()).isEqualTo(map.size());
    map.forEach((word, number) -> {
      assertThat(trimmed.number(word)).isEqualTo(number);
      assertThat(trimmed.word(number)).isEqualTo(word);
    });
    assertThat(trimmed.add("afterwards")).isEqualTo(map.size());
  }
}
