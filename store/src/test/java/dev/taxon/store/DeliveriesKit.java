package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.Decision;
import dev.taxon.ReadFailure.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What webhooks are told: written down with what happens, and kept until it was heard. */
abstract class DeliveriesKit extends StoreKit {
  private static final Duration CLAIM = Duration.ofSeconds(60);
  private static final Decision LETTER =
      new Decision("letter", 0.75, "It says \"Dear\".", List.of(), List.of());

  /** Says all that it is told. */
  static final Announcer PLAIN =
      new Announcer() {
        @Override
        public String body(Announcement a) {
          var decision = a.decision();
          return a.format()
              + " "
              + a.id()
              + " "
              + a.job().status()
              + " "
              + (decision == null ? "undecided" : decision.type());
        }

        @Override
        public String spelling(Job job) {
          return "job-" + job.id();
        }
      };

  private Tenant acme;
  private Tenant other;

  @BeforeEach
  void twoTenantsInAStoreThatAnnounces() {
    store.close();
    store = Store.open(settings, clock, PLAIN);
    acme = Tenant.of(store, "Acme");
    other = Tenant.of(store, "Other");
  }

  private static WebhookDraft draft(String url, @Nullable List<String> events) {
    return new WebhookDraft(url, events, Webhook.Format.JSON, "sealed", true);
  }

  private static JobWebhook own(String url, String... events) {
    return new JobWebhook.Own(draft(url, events.length == 0 ? null : List.of(events)));
  }

  private Job job(JobWebhook... webhooks) {
    return acme.draft(acme.file("x")).webhooks(List.of(webhooks)).created();
  }

  private void decide(Job job) {
    acme.waiting(job).forEach(document -> store.course().fileClassified(document, LETTER));
  }

  private List<Delivery> of(Job job) {
    return store
        .deliveries()
        .list(acme.scope(), new DeliveryFilter(null, job.id(), null), null, 100)
        .items()
        .reversed();
  }

  private List<DeliveryWork> claim(int most) {
    return claim("one", most, Map.of(), 100);
  }

  private List<DeliveryWork> claim(String who, int most, Map<String, Integer> busy, int each) {
    return store.deliveries().claim(who, clock.instant().plus(CLAIM), most, busy, each);
  }

  private void attempted(UUID id, @Nullable Integer status, DeliveryStatus then) {
    store
        .deliveries()
        .attempted(
            id,
            new DeliveryAttempt(0, clock.instant(), 12, status, status == null ? "no route" : null),
            then,
            then == DeliveryStatus.WAITING ? clock.instant().plusSeconds(1) : null);
  }

  @Test
  void everyChangeOfAJobIsToldToTheWebhooksThatWantIt() {
    var job =
        job(
            own("https://all.example/a"),
            own("https://end.example:8443/b", "classify.success", "classify.error"));
    assertThat(of(job)).extracting(Delivery::eventType).containsExactly("classify.pending");
    decide(job);

    var told = of(job);
    assertThat(told)
        .extracting(Delivery::eventType)
        .containsExactly("classify.pending", "classify.success", "classify.success");
    assertThat(told)
        .extracting(Delivery::url)
        .containsExactly(
            "https://all.example/a", "https://all.example/a", "https://end.example:8443/b");
    assertThat(told).extracting(Delivery::id).doesNotHaveDuplicates();
    assertThat(told.getFirst().body())
        .isEqualTo("JSON " + told.getFirst().id() + " PENDING undecided");
    assertThat(told.getLast().body()).isEqualTo("JSON " + told.getLast().id() + " SUCCESS letter");
    assertThat(told).extracting(Delivery::jobSpelling).containsOnly("job-" + job.id());
    assertThat(told).extracting(Delivery::status).containsOnly(DeliveryStatus.WAITING);
  }

  @Test
  void failureAndCancellationAreToldToo() {
    var failed = job(own("https://a.example/", "classify.error"));
    store.course().fileFailed(acme.waiting(failed).getFirst(), Code.PDF_IS_BROKEN, "It is broken.");
    var cancelled = job(own("https://a.example/", "classify.cancelled"));
    store.course().jobCancelled(cancelled.id());
    store.course().jobCancelled(cancelled.id());

    assertThat(of(failed)).extracting(Delivery::eventType).containsExactly("classify.error");
    assertThat(of(cancelled)).extracting(Delivery::eventType).containsExactly("classify.cancelled");
  }

  @Test
  void whatCannotBeAnnouncedDoesNotHappen() {
    store.close();
    store = Store.open(settings, clock);
    var again = Tenant.of(store, "Third");

    assertThatThrownBy(() ->
            again.draft(again.file("x")).webhooks(List.of(own("https://a.example/"))).create())
        .hasStackTraceContaining("nobody here puts webhooks into words");

    assertThat(number("select count(*) from jobs")).isZero();
    assertThat(number("select count(*) from webhooks")).isZero();
  }

  @Test
  void aClaimedDeliveryIsNobodyElsesUntilTheClaimEnds() {
    var job = job(own("https://a.example/x"));

    var work = claim(10);
    assertThat(work).hasSize(1);
    assertThat(work.getFirst().body()).isEqualTo(of(job).getFirst().body());
    assertThat(work.getFirst().webhook().sealed()).isEqualTo("sealed");
    assertThat(work.getFirst().attemptsLeft()).isEqualTo(3);
    assertThat(claim("two", 10, Map.of(), 100)).isEmpty();
    assertThat(store.deliveries().nextDue()).isEmpty();

    clock.pass(CLAIM);
    assertThat(claim("two", 10, Map.of(), 100)).isEqualTo(work);
  }

  @Test
  void aServerThatComesBackLetsGoOfItsOwnClaims() {
    job(own("https://a.example/x"));
    var work = claim(10);

    assertThat(store.deliveries().release("another")).isZero();
    assertThat(store.deliveries().release("one")).isEqualTo(1);
    assertThat(claim(10)).isEqualTo(work);
  }

  @Test
  void claimingAtOnceGivesEachDeliveryToOne() throws InterruptedException {
    IntStream.range(0, 20).forEach(i -> job(own("https://a.example/x")));
    Callable<List<DeliveryWork>> claim = () -> claim("any", 5, Map.of(), 100);

    var taken = new ArrayList<UUID>();
    atOnce(List.of(claim, claim, claim, claim))
        .forEach(some -> some.forEach(work -> taken.add(work.id())));
    claim(100).forEach(work -> taken.add(work.id()));

    assertThat(taken).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void oneReceiverDoesNotTakeAllTheRoom() {
    IntStream.range(0, 5).forEach(i -> job(own("https://slow.example/x")));
    job(own("https://quick.example/x"));

    assertThat(claim("one", 10, Map.of("slow.example", 1), 3))
        .extracting(DeliveryWork::receiver)
        .containsExactly("slow.example", "slow.example", "quick.example");
  }

  @Test
  void attemptsAreNotedAndTheNextIsDueWhenItIsSaid() {
    var job = job(own("https://a.example/x"));
    var id = claim(10).getFirst().id();
    attempted(id, 500, DeliveryStatus.WAITING);

    assertThat(claim(10)).isEmpty();
    assertThat(store.deliveries().nextDue()).contains(clock.instant().plusSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(claim(10).getFirst().attemptsLeft()).isEqualTo(2);
    attempted(id, null, DeliveryStatus.WAITING);
    clock.pass(Duration.ofSeconds(1));
    claim(10);
    attempted(id, 204, DeliveryStatus.DELIVERED);

    var delivery = of(job).getFirst();
    assertThat(delivery.status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(delivery.dueAt()).isNull();
    assertThat(delivery.attempts()).extracting(DeliveryAttempt::number).containsExactly(1, 2, 3);
    assertThat(delivery.attempts())
        .extracting(DeliveryAttempt::httpStatus)
        .containsExactly(500, null, 204);
    assertThat(delivery.attempts().get(1).problem()).isEqualTo("no route");
    assertThat(store.deliveries().find(acme.scope(), id)).contains(delivery);
    // late words about it change nothing
    attempted(id, 500, DeliveryStatus.FAILED);
    assertThat(of(job)).containsExactly(delivery);
  }

  @Test
  void whatHasEndedCanBeSentAgain() {
    var job = job(own("https://a.example/x"));
    var before = claim(10).getFirst();
    assertThat(store.deliveries().sendAgain(acme.scope(), before.id()))
        .isEqualTo(new Deliveries.Again.Waits());
    attempted(before.id(), 500, DeliveryStatus.FAILED);

    assertThat(store.deliveries().sendAgain(other.scope(), before.id()))
        .isEqualTo(new Deliveries.Again.Missing());
    var again = store.deliveries().sendAgain(acme.scope(), before.id());
    assertThat(again)
        .isEqualTo(
            new Deliveries.Again.Due(
                store.deliveries().find(acme.scope(), before.id()).orElseThrow()));

    var work = claim(10).getFirst();
    assertThat(work.id()).isEqualTo(before.id());
    assertThat(work.body()).isEqualTo(before.body());
    assertThat(work.attemptsLeft()).isEqualTo(3);
    attempted(work.id(), 200, DeliveryStatus.DELIVERED);
    assertThat(of(job).getFirst().attempts()).extracting(DeliveryAttempt::number).contains(1, 2);
  }

  @Test
  void listsAreFilteredPagedAndOfOneTenant() {
    var first = job(own("https://a.example/x"));
    var second = job(own("https://a.example/x"));
    decide(second);
    attempted(claim(1).getFirst().id(), 500, DeliveryStatus.FAILED);

    var all = store.deliveries();
    assertThat(all.list(acme.scope(), DeliveryFilter.ANY, null, 9).items()).hasSize(3);
    assertThat(
            all.list(acme.scope(), new DeliveryFilter(DeliveryStatus.FAILED, null, null), null, 9)
                .items())
        .extracting(Delivery::jobId)
        .containsExactly(first.id());
    assertThat(
            all.list(acme.scope(), new DeliveryFilter(null, null, "classify.success"), null, 9)
                .items())
        .extracting(Delivery::jobId)
        .containsExactly(second.id());
    var page = all.list(acme.scope(), DeliveryFilter.ANY, null, 2);
    var rest = all.list(acme.scope(), DeliveryFilter.ANY, page.next(), 2);
    assertThat(page.items()).hasSize(2).doesNotContainAnyElementsOf(rest.items());
    assertThat(rest.items()).hasSize(1);
    assertThat(all.list(other.scope(), DeliveryFilter.ANY, null, 9).items()).isEmpty();
    assertThat(all.find(other.scope(), rest.items().getFirst().id())).isEmpty();
  }

  @Test
  void aSavedWebhookIsReadWhenItIsSentTo() {
    var saved = store.webhooks().save(acme.project().id(), draft("https://old.example/", null));
    job(new JobWebhook.Saved(saved.id()));
    store
        .webhooks()
        .change(
            acme.scope(),
            saved.id(),
            new WebhookDraft("https://new.example/", null, Webhook.Format.STRING, "other", true));

    var work = claim(10).getFirst();

    assertThat(work.webhook().url()).isEqualTo("https://new.example/");
    assertThat(work.webhook().sealed()).isEqualTo("other");
    assertThat(work.body()).startsWith("JSON ");
  }

  @Test
  void aDeletedWebhookHearsNothingMoreAndKeepsNoSecret() {
    var saved = store.webhooks().save(acme.project().id(), draft("https://a.example/", null));
    var job = job(new JobWebhook.Saved(saved.id()));

    assertThat(store.webhooks().delete(other.scope(), saved.id())).isFalse();
    assertThat(store.webhooks().delete(acme.scope(), saved.id())).isTrue();
    decide(job);

    assertThat(of(job)).extracting(Delivery::eventType).containsExactly("classify.pending");
    var work = claim(10).getFirst();
    assertThat(work.webhook().isDeleted()).isTrue();
    assertThat(work.webhook().sealed()).isNull();
    assertThat(store.webhooks().find(acme.scope(), saved.id())).isEmpty();
  }

  @Test
  void savedWebhooksAreListedNewestFirstAndThoseOfJobsAreNot() {
    var a = store.webhooks().save(acme.project().id(), draft("https://a.example/", null));
    var b = store.webhooks().save(acme.project().id(), draft("https://b.example/", List.of("x")));
    store.webhooks().save(other.project().id(), draft("https://c.example/", null));
    job(own("https://own.example/"));

    assertThat(store.webhooks().list(acme.scope())).containsExactly(b, a);
    assertThat(store.webhooks().find(acme.scope(), a.id())).contains(a);
    assertThat(store.webhooks().find(other.scope(), a.id())).isEmpty();
    assertThat(b.events()).containsExactly("x");
  }

  @Test
  void secretsGetAnotherSealUnlessTheyChanged() {
    var a = store.webhooks().save(acme.project().id(), draft("https://a.example/", null));
    var b = store.webhooks().save(acme.project().id(), draft("https://b.example/", null));
    var old = store.webhooks().sealedOtherwise("new:", 10);
    assertThat(old).containsExactly(a, b);
    store
        .webhooks()
        .change(
            acme.scope(),
            b.id(),
            new WebhookDraft("https://b.example/", null, Webhook.Format.JSON, "new:2", true));

    store.webhooks().sealAgain(old, List.of("new:1", "new:lost"));

    assertThat(store.webhooks().sealedOtherwise("new:", 10)).isEmpty();
    assertThat(store.webhooks().list(acme.scope()))
        .extracting(Webhook::sealed)
        .containsExactly("new:2", "new:1");
  }

  @Test
  void whatHasEndedIsSweptAfterAMonthAndWhatWaitsIsNot() {
    var ended = job(own("https://a.example/x"));
    attempted(claim(1).getFirst().id(), 200, DeliveryStatus.DELIVERED);
    var waiting = job(own("https://a.example/x"));
    clock.pass(Sweeper.DELIVERY_LIFE.plusSeconds(1));

    store.sweeper().sweep();

    assertThat(of(ended)).isEmpty();
    assertThat(of(waiting)).hasSize(1);
    assertThat(number("select count(*) from delivery_attempts")).isZero();
    // their jobs name them still
    assertThat(number("select count(*) from webhooks")).isEqualTo(2);
  }

  @Test
  void webhooksThatNothingNamesAreSwept() {
    var saved = store.webhooks().save(acme.project().id(), draft("https://a.example/", null));
    var gone = store.webhooks().save(acme.project().id(), draft("https://b.example/", null));
    store.webhooks().delete(acme.scope(), gone.id());
    clock.pass(Sweeper.GRACE.plusSeconds(1));

    store.sweeper().sweep();

    assertThat(number("select count(*) from webhooks")).isEqualTo(1);
    assertThat(store.webhooks().list(acme.scope())).containsExactly(saved);
  }

  @Test
  void theBellRingsAfterEveryChangeThatMayBeTold() {
    var rung = new HashSet<Long>();
    store.deliveries().attend(7, () -> rung.add(number("select count(*) from deliveries")));

    var job = job(own("https://a.example/x"));
    decide(job);

    // each time the deliveries were there already
    assertThat(rung).containsExactlyInAnyOrder(1L, 2L);
    assertThat(claim(1).getFirst().attemptsLeft()).isEqualTo(7);
  }

  @Test
  void theBeginningOfAJobIsToldOnce() {
    var job = job(own("https://a.example/", "classify.running"));

    store.course().begun(job.id());
    store.course().begun(job.id());

    assertThat(of(job)).extracting(Delivery::eventType).containsExactly("classify.running");
  }

  @Test
  void aDeliveryIsSentAgainWithTheAnswerAboutItOrNotAtAll() {
    job(own("https://a.example/x"));
    var id = claim(10).getFirst().id();
    attempted(id, 500, DeliveryStatus.FAILED);
    var place = new AnswerPlace(acme.key().id(), acme.project().id(), "again");

    assertThatThrownBy(() ->
            store
                .deliveries()
                .sendAgain(
                    acme.scope(),
                    id,
                    Answering.at(
                        place,
                        due -> {
                          throw new IllegalStateException("the server dies here");
                        })))
        .hasMessage("the server dies here");
    assertThat(claim(10)).isEmpty();

    var answer = new KeptAnswer("a".repeat(64), 200, "application/json", "{}");
    store.deliveries().sendAgain(acme.scope(), id, Answering.at(place, due -> answer));
    assertThat(claim(10)).hasSize(1);
    assertThat(store.answers().find(place)).contains(answer);
  }

  @Test
  void aDeletedJobLeavesItsDeliveriesButNoTies() {
    var job = job(own("https://a.example/", "classify.success"));
    decide(job);

    assertThat(store.course().delete(job.id())).isTrue();

    assertThat(of(job)).extracting(Delivery::eventType).containsExactly("classify.success");
    assertThat(claim(10)).hasSize(1);
  }
}
