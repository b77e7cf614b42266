package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OddsTest {
  private static List<Score> scores(double... points) {
    var patterns =
        new Patterns(
            new RuleSet(
                IntStream.range(0, points.length)
                    .mapToObj(i -> new Rule("type" + i, "a kind of document"))
                    .toList()));
    return IntStream.range(0, points.length)
        .mapToObj(i -> Score.of(patterns.patterns().get(i), new Part.MeaningPart(points[i], 1)))
        .toList();
  }

  private static Odds odds(double right, double none, int rest, double... points) {
    List<Score> scores = scores(points);
    return Odds.known(scores, Odds.shares(scores, rest), right, none, rest);
  }

  private static double types(Odds odds) {
    return odds.ranked().stream().mapToDouble(Odds.Ranked::probability).sum();
  }

  @Test
  void typesAndNoneMakeOne() {
    Odds odds = odds(0.5, 0.3, -1, 1, 3, 2, 0.5);
    assertThat(types(odds) + odds.none()).isCloseTo(1, within(1e-3));
    assertThat(odds.ranked()).extracting(r -> r.score().type()).containsExactly(1, 2, 0, 3);
    assertThat(odds.ranked().getFirst().probability()).isEqualTo(0.5);
    assertThat(odds.none()).isEqualTo(0.3);
  }

  @Test
  void theTypeForTheRestTakesThePlaceOfNone() {
    Odds odds = odds(0.2, 0.7, 0, 0, 3, 2);
    assertThat(types(odds)).isCloseTo(1, within(1e-3));
    assertThat(odds.ranked().getFirst().rest()).isTrue();
    assertThat(odds.ranked().getFirst().probability()).isEqualTo(0.7);
  }

  @Test
  void doubtInTheFirstMakesNoOtherLikelierThanIt() {
    Odds odds = odds(0.05, 0.1, -1, 2, 1);
    assertThat(odds.ranked().getFirst().score().type()).isZero();
    assertThat(odds.ranked().getFirst().probability())
        .isGreaterThanOrEqualTo(odds.ranked().getLast().probability());
    assertThat(types(odds) + odds.none()).isCloseTo(1, within(1e-3));
  }

  @Test
  void aSingleTypeIsRightOrNoneIs() {
    Odds odds = odds(0.6, 0.2, -1, 1);
    assertThat(odds.ranked().getFirst().probability()).isCloseTo(0.75, within(1e-9));
    assertThat(odds.none()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void manyRulesLeaveNoOneCertain() {
    Odds odds = odds(0.98, 0.01, -1, IntStream.range(0, 1_000).mapToDouble(i -> -i).toArray());
    assertThat(odds.ranked()).allSatisfy(r -> assertThat(r.probability()).isBetween(1e-6, 0.99));
    assertThat(types(odds) + odds.none()).isCloseTo(1, within(2e-3));
  }
}
