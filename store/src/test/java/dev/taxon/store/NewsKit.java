package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Decision;
import dev.taxon.ReadFailure.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How it is heard and seen that a job goes on. */
abstract class NewsKit extends StoreKit {
  private static final Decision LETTER =
      new Decision("letter", 0.75, "It says \"Dear\".", List.of(), List.of());

  private Tenant acme;

  @BeforeEach
  void aTenant() {
    acme = Tenant.of(store, "Acme");
  }

  @Test
  void whoListensHearsOfEachOutcomeOnceItIsThere() {
    var job = acme.job("a", "b");
    var documents = acme.waiting(job);
    var heard = new ArrayList<String>();
    JobNews.Listener listener = ended -> heard.add((ended ? "end " : "") + acme.find(job).status());
    store.jobs().news().listen(job.id(), listener);

    store.course().fileClassified(documents.get(0), LETTER);
    store.course().fileClassified(documents.get(0), LETTER);
    store.course().fileFailed(documents.get(1), Code.TIMEOUT, "It took too long.");
    store.jobs().news().leave(job.id(), listener);

    assertThat(heard).containsExactly("PENDING", "end PARTIAL_SUCCESS");
    assertThat(store.jobs().news().jobs()).isZero();
  }

  @Test
  void whoListensHearsThatAJobWasBegunAndCancelled() {
    var job = acme.job("a");
    var heard = new ArrayList<Boolean>();
    store.jobs().news().listen(job.id(), heard::add);

    store.course().begun(job.id());
    store.course().begun(job.id());
    store.course().jobCancelled(job.id());
    store.course().jobCancelled(job.id());

    assertThat(heard).containsExactly(false, true);
  }

  @Test
  void standingsTellHowFarJobsHaveCome() {
    var first = acme.job("a", "b");
    var second = acme.job("c");
    store.course().fileClassified(acme.waiting(first).getFirst(), LETTER);
    store.course().begun(second.id());
    store.course().jobCancelled(second.id());

    assertThat(store.jobs().standings(Set.of(first.id(), second.id(), new UUID(4, 4))))
        .isEqualTo(
            Map.of(
                first.id(),
                new JobStanding(JobStatus.PENDING, 1, false),
                second.id(),
                new JobStanding(JobStatus.CANCELLED, 0, true)));
    assertThat(store.jobs().standings(Set.of())).isEmpty();
  }

  @Test
  void outcomesComeInTheOrderInWhichTheyWereTaken() {
    var job = acme.job("a", "b", "c");
    var documents = acme.waiting(job);
    store.course().fileClassified(documents.get(2), LETTER);
    clock.pass(Duration.ofSeconds(3));
    store.course().fileFailed(documents.get(0), Code.TIMEOUT, "It took too long.");

    var all = store.jobs().outcomes(job.id(), Instant.EPOCH.minusSeconds(10));

    assertThat(all).extracting(JobItem::position).containsExactly(2, 0);
    assertThat(all.getFirst().outcome()).isEqualTo(new Outcome.Classified(LETTER));
    assertThat(store.jobs().outcomes(job.id(), all.getLast().updatedAt()))
        .extracting(JobItem::position)
        .containsExactly(0);
  }

  @Test
  void anItemIsFoundByItsOwnIdWithinTheScope() {
    var job = acme.job("a", "b");
    var item = acme.items(job).get(1);
    var other = Tenant.of(store, "Other");

    assertThat(store.jobs().item(acme.scope(), item.id())).contains(item);
    assertThat(store.jobs().find(acme.scope(), job.id())).contains(job);
    assertThat(store.jobs().item(other.scope(), item.id())).isEmpty();
    assertThat(store.jobs().find(other.scope(), job.id())).isEmpty();
  }
}
