package dev.taxon.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawnRulesTest {
  private static final Wording WORDING =
      new Wording(
          "customer",
          new RuleSet(
              IntStream.range(0, 20)
                  .mapToObj(i -> new Rule("kind_" + i, "a document of kind " + i))
                  .toList()),
          Map.of("kind_7", "seven"));

  private static Labelled document(int number, @Nullable String type, String... alsoOk) {
    return new Labelled("d" + number, type, Set.of(alsoOk), "en", "pdf", false, "");
  }

  @Test
  void drawsTheRuleOfTheTypeInThreeOfFiveDraws() {
    long with =
        IntStream.range(0, 1_000)
            .filter(i -> drawn(document(i, "seven"), 5).contains("kind_7"))
            .count();
    assertThat(with).isBetween(550L, 650L);
  }

  @Test
  void drawsNoRuleThatIsRightTooWithoutTheRuleOfTheType() {
    for (int i = 0; i < 200; i++) {
      Set<String> drawn = drawn(document(i, "seven", "kind_3"), 5);
      assertThat(drawn).hasSize(5);
      assertThat(drawn.containsAll(Set.of("kind_7", "kind_3"))).isFalse();
    }
  }

  @Test
  void drawsTheSameAgainAndAnotherForAnotherNumber() {
    Labelled document = document(1, "seven");
    List<Wording> draws =
        IntStream.range(0, 6).mapToObj(i -> DrawnRules.of(WORDING, document, i)).toList();
    assertThat(draws)
        .isEqualTo(
            IntStream.range(0, 6).mapToObj(i -> DrawnRules.of(WORDING, document, i)).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void drawsOneRuleToAll() {
    List<Integer> sizes =
        IntStream.range(0, 500)
            .mapToObj(i -> DrawnRules.of(WORDING, document(i, null), 0).rules().rules().size())
            .toList();
    assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(1, 20)).contains(1, 19);
    assertThat(sizes.stream().filter(size -> size <= 6).count()).isGreaterThan(200);
  }

  private static Set<String> drawn(Labelled document, int rules) {
    return Set.copyOf(DrawnRules.of(WORDING, document, rules, 0).rules().types());
  }
}
