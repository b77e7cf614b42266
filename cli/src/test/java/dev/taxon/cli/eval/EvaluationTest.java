package dev.taxon.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.rows.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
  private static Answered answer(@Nullable String truth, @Nullable String type, double confidence) {
    var label = new Label("f" + confidence, Path.of("f"), truth);
    return new Answered(label, new Row("f", type, confidence, "why", null));
  }

  private static Answered failed(String truth) {
    return new Answered(new Label("g", Path.of("g"), truth), Row.failed("g", "E: broken"));
  }

  /** Three errors among the four least sure of ten. */
  private static Evaluation ten() {
    var answers = new ArrayList<Answered>();
    answers.add(answer("a", "b", 0.30));
    answers.add(answer("a", "b", 0.35));
    answers.add(answer("b", "b", 0.40));
    answers.add(answer("c", null, 0.50));
    for (int i = 0; i < 5; i++) {
      answers.add(answer("a", "a", 0.90 + i / 100.0));
    }
    answers.add(answer(null, null, 0.97));
    return new Evaluation(answers);
  }

  @Test
  void everyTypeHasItsPrecisionAndRecall() {
    Evaluation evaluation = ten();
    assertThat(evaluation.accuracy()).isEqualTo(0.7);
    assertThat(evaluation.types())
        .extracting(t -> "%s %d %d %d".formatted(t.type(), t.documents(), t.answered(), t.right()))
        .containsExactly("a 7 5 5", "b 1 3 1", "c 1 0 0", "(none) 1 2 1");
    assertThat(evaluation.types().getFirst().precision()).isEqualTo(1);
    assertThat(evaluation.types().getFirst().recall()).isEqualTo(5 / 7.0);
    assertThat(evaluation.types().get(1).f1()).isEqualTo(0.5);
    assertThat(evaluation.types().get(2).f1()).isZero();
  }

  @Test
  void confusionsAreCountedMostFrequentFirst() {
    assertThat(ten().confusions())
        .containsExactly(
            new Evaluation.Confusion("a", "b", 2, "f0.3"),
            new Evaluation.Confusion("c", "(none)", 1, "f0.5"));
  }

  @Test
  void theReviewThatPaysBestIsNamed() {
    Evaluation evaluation = ten();
    assertThat(evaluation.bestReview().map(evaluation::sentence))
        .contains(
            "review 40 % (the 4 of 10 answers below 0.70) to catch 100 % of the errors (3 of 3)");
    assertThat(evaluation.reviewFor(0.5).map(evaluation::sentence))
        .contains(
            "review 20 % (the 2 of 10 answers below 0.38) to catch 67 % of the errors (2 of 3)");
  }

  @Test
  void whereNothingIsWrongThereIsNothingToReview() {
    var evaluation = new Evaluation(List.of(answer("a", "a", 0.9), answer("b", "b", 0.3)));
    assertThat(evaluation.bestReview()).isEmpty();
    assertThat(evaluation.reviewFor(0.5)).isEmpty();
    assertThat(evaluation.macroF1()).isEqualTo(1);
  }

  @Test
  void aDocumentThatCannotBeReadIsWrongButNoReviewIsNeededToFindIt() {
    var evaluation = new Evaluation(List.of(answer("a", "a", 0.9), failed("a")));
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.failed()).isEqualTo(1);
    assertThat(evaluation.bestReview()).isEmpty();
    assertThat(evaluation.confusions())
        .containsExactly(new Evaluation.Confusion("a", "(error)", 1, "g"));
  }

  @Test
  void twoSetsOfRulesAreComparedDocumentByDocument() {
    var before = new Evaluation(List.of(answer("a", "b", 0.3), answer("a", "a", 0.9)));
    var after = new Evaluation(List.of(answer("a", "a", 0.8), answer("a", "a", 0.9)));
    var comparison = new Comparison(before, after);
    assertThat(comparison.fixed()).hasSize(1);
    assertThat(comparison.broken()).isEmpty();
    assertThat(comparison.chance()).isEqualTo(1);
    assertThat(String.join("\n", new Report(80, false, true).lines(comparison, "old", "new")))
        .contains("old → new  accuracy 0.500 → 1.000 (+50.0 points)")
        .contains("1 fixed, 0 broken; this may well be chance (100 %)")
        .contains("FIXED\n  f0.8  b → a  0.80");
  }

  @Test
  void theSignTestGivesTheTextbooksFigures() {
    var before = new ArrayList<Answered>();
    var after = new ArrayList<Answered>();
    for (int i = 0; i < 10; i++) {
      boolean fixed = i < 9;
      before.add(answer("a", fixed ? "b" : "a", 0.5));
      after.add(answer("a", fixed ? "a" : "b", 0.5));
    }
    // 2 (C(10,0) + C(10,1)) / 2^10
    assertThat(new Comparison(new Evaluation(before), new Evaluation(after)).chance())
        .isEqualTo(22 / 1024.0);
  }
}
