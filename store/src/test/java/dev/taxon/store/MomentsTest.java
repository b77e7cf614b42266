package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private final TestClock clock = new TestClock();
  private final Moments moments = new Moments(clock);

  @Test
  void eachMomentIsLaterThanTheOneBefore() {
    var first = moments.next();
    var second = moments.next();
    clock.pass(Duration.ofSeconds(-10));
    var third = moments.next();
    clock.pass(Duration.ofSeconds(11));
    var fourth = moments.next();

    assertThat(first).isEqualTo(TestClock.START);
    assertThat(second).isEqualTo(first.plusNanos(1_000));
    assertThat(third).isEqualTo(first.plusNanos(2_000));
    assertThat(fourth).isEqualTo(first.plusSeconds(1));
  }

  @Test
  void noMomentIsGivenTwice() throws InterruptedException {
    Callable<List<Instant>> take =
        () -> {
          var taken = new ArrayList<Instant>();
          for (int i = 0; i < 1_000; i++) {
            taken.add(moments.next());
          }
          return taken;
        };

    var all = StoreKit.atOnce(Collections.nCopies(8, take)).stream().flatMap(List::stream);

    assertThat(all).doesNotHaveDuplicates().hasSize(8_000);
  }

  @Test
  void idsAreVersionSevenAndSortByTheirMoment() {
    var ids = new Ids(new Random(7));
    var texts = new ArrayList<String>();
    for (int i = 0; i < 3_000; i++) {
      var id = ids.at(moments.next());
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      texts.add(id.toString());
    }

    assertThat(texts).isSorted().doesNotHaveDuplicates();
    // 1772442900120 ms, then 3 µs
    assertThat(texts.getFirst()).startsWith("019cadd4-5698-700c");
  }

  @Test
  void idsOfOneMomentDiffer() {
    var ids = new Ids(new Random(7));

    assertThat(ids.at(TestClock.START)).isNotEqualTo(ids.at(TestClock.START));
  }
}
