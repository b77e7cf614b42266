package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is made and the answer about it are there together or not at all: a client that asks again
 * after a crash, or asks two servers at once, has one of it.
 */
abstract class AnsweringKit extends StoreKit {
  private static final KeptAnswer ANSWER =
      new KeptAnswer("a".repeat(64), 201, "application/json", "{}");

  private Tenant acme;

  @BeforeEach
  void tenant() {
    acme = Tenant.of(store, "Acme");
  }

  /** Something that is made once. */
  private interface Making<T> {
    T make(Answering<T> answering);
  }

  private AnswerPlace place(String name) {
    return new AnswerPlace(acme.key().id(), acme.project().id(), name);
  }

  private <T> void isMadeWithItsAnswerOrNotAtAll(Making<T> making, String countOfMade) {
    long before = number(countOfMade);
    assertThatThrownBy(() ->
            making.make(
                Answering.at(
                    place("crash"),
                    made -> {
                      throw new IllegalStateException("the server dies here");
                    })))
        .hasMessage("the server dies here");
    assertThat(number(countOfMade)).isEqualTo(before);
    assertThat(store.answers().find(place("crash"))).isEmpty();

    store.answers().keep(place("other server"), ANSWER);
    assertThatThrownBy(() -> making.make(Answering.at(place("other server"), made -> ANSWER)))
        .isInstanceOf(AnsweredBefore.class);
    assertThat(number(countOfMade)).isEqualTo(before);

    assertThat(making.make(Answering.at(place("once"), made -> ANSWER))).isNotNull();
    assertThat(number(countOfMade)).isEqualTo(before + 1);
    assertThat(store.answers().find(place("once"))).contains(ANSWER);
  }

  @Test
  void aFile() {
    isMadeWithItsAnswerOrNotAtAll(
        (Answering<StoredFile> answering) -> store.files().create(draft("x"), answering),
        "select count(*) from files");
  }

  @Test
  void aPreset() {
    isMadeWithItsAnswerOrNotAtAll(
        (Answering<Preset> answering) ->
            store.presets().save(acme.project().id(), "N", "parse_v2", "{}", answering),
        "select count(*) from presets");
  }

  @Test
  void aWebhook() {
    var draft = new WebhookDraft("https://a.example/", null, Webhook.Format.JSON, null, false);
    isMadeWithItsAnswerOrNotAtAll(
        (Answering<Webhook> answering) ->
            store.webhooks().save(acme.project().id(), draft, answering),
        "select count(*) from webhooks");
  }

  @Test
  void aCancellation() {
    var job = acme.job("x");
    isMadeWithItsAnswerOrNotAtAll(
        (Answering<Job> answering) ->
            store.course().jobCancelled(job.id(), answering).orElseThrow(),
        "select count(*) from jobs where status = 'CANCELLED'");
  }

  @Test
  void aJobAndTheFileThatItBringsAreThereTogether() {
    assertThatThrownBy(() ->
            new JobDraft(acme)
                .file(draft("x"))
                .idempotencyKey("k")
                .queue((transaction, jobId, documents, now) -> {
                  throw new SQLException("the server dies here");
                })
                .create())
        .hasStackTraceContaining("the server dies here");
    assertThat(number("select count(*) from files")).isZero();

    var job = new JobDraft(acme).file(draft("x")).idempotencyKey("k").created();

    var again = new JobDraft(acme).file(draft("x")).idempotencyKey("k").create();
    assertThat(again).isEqualTo(new JobCreation.Repeated(acme.find(job)));
    assertThat(number("select count(*) from files")).isEqualTo(1);
  }

  @Test
  void aFileThatAJobBringsIsHeldToTheQuota() {
    var file = store.files().draft(acme.newFile("x", acme.blob("x"), null), new Quota(1, 0));
    acme.file("the one that it may have");

    assertThatThrownBy(() -> new JobDraft(acme).file(file).create())
        .isInstanceOf(QuotaReached.class);
    assertThat(number("select count(*) from jobs")).isZero();
  }

  private FileDraft draft(String content) {
    return store.files().draft(acme.newFile(content, acme.blob(content), null), Quota.NONE);
  }
}
