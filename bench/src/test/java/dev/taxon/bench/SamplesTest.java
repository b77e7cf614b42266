package dev.taxon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void theMedianOfAnOddCountIsTheMiddleValueInAnyOrder() {
    assertThat(Samples.of(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5);
  }

  @Test
  void theMedianOfAnEvenCountIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(Samples.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
  }

  @Test
  void aPercentileIsAMeasuredValueThatSoManyDoNotExceed() {
    Samples hundred = Samples.of(IntStream.rangeClosed(1, 100).asDoubleStream().boxed().toList());
    assertThat(hundred.percentile(50)).isEqualTo(50);
    assertThat(hundred.percentile(99)).isEqualTo(99);
    assertThat(hundred.percentile(100)).isEqualTo(100);
    assertThat(hundred.percentile(0)).isEqualTo(1);
  }

  @Test
  void nothingMeasuredIsRefused() {
    assertThatThrownBy(() -> Samples.of(List.of())).hasMessage("nothing was measured");
  }
}
