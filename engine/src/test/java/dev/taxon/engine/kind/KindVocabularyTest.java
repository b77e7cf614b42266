package dev.taxon.engine.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.engine.profile.ProfileTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindVocabularyTest {
  private static final ProfileTable TABLE = ProfileTable.load();
  private static final KindVocabulary VOCABULARY = new KindVocabulary(TABLE);

  @Test
  void aRuleThatNamesNoKindSharesItsWordsWithOne() {
    double[] shared = VOCABULARY.agreement(List.of("bakes", "flour", "oven", "tablespoons"));

    assertThat(shared[number("recipe")]).isGreaterThan(shared[number("invoice")]);
    assertThat(Arrays.stream(shared)).allMatch(x -> x >= 0 && x <= 1);
  }

  @Test
  void wordsThatNobodyKnowsSayNothing() {
    assertThat(VOCABULARY.agreement(List.of("qwxzy"))).containsOnly(0);
    assertThat(VOCABULARY.agreement(List.of())).containsOnly(0);
  }

  private static int number(String id) {
    return TABLE.profiles().stream().map(profile -> profile.id()).toList().indexOf(id);
  }
}
