package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobFilterTest {
  @Test
  void readsTheSameWhateverTheOrderOfItsStatuses() {
    var sorted = List.of(JobStatus.values());
    var filter = filter(new LinkedHashSet<>(sorted));

    assertThat(filter.statuses()).containsExactlyElementsOf(sorted);
    assertThat(filter(new LinkedHashSet<>(sorted.reversed())).toString())
        .isEqualTo(filter.toString());
  }

  private static JobFilter filter(Set<JobStatus> statuses) {
    return new JobFilter(Wire.V2, statuses, null, null, null, null, null);
  }
}
