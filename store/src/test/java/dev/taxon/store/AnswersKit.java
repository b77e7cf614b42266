package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers are found again for a day, under exactly the key, project and name they were kept. */
abstract class AnswersKit extends StoreKit {
  private static final KeptAnswer FIRST =
      new KeptAnswer("a".repeat(64), 201, null, "{\"n\":\"ß\"}");
  private static final KeptAnswer SECOND =
      new KeptAnswer("b".repeat(64), 200, "application/json", "");

  private Tenant acme;

  @BeforeEach
  void tenant() {
    acme = Tenant.of(store, "Acme");
  }

  private AnswerPlace place(String name) {
    return new AnswerPlace(acme.key().id(), acme.project().id(), name);
  }

  private void keep(String name, KeptAnswer answer) {
    store.answers().keep(place(name), answer);
  }

  private Optional<KeptAnswer> find(String name) {
    return find(place(name));
  }

  private Optional<KeptAnswer> find(AnswerPlace place) {
    return store.answers().find(place);
  }

  @Test
  void anAnswerIsFoundAsItWasKept() {
    keep("one", FIRST);
    keep("two \u0000", SECOND);

    assertThat(find("one")).contains(FIRST);
    assertThat(find("two \u0000")).contains(SECOND);
    assertThat(find("three")).isEmpty();
  }

  @Test
  void anAnswerBelongsToOneKeyAndProject() {
    keep("one", FIRST);

    assertThat(find(new AnswerPlace(UUID.randomUUID(), acme.project().id(), "one"))).isEmpty();
    assertThat(find(new AnswerPlace(acme.key().id(), UUID.randomUUID(), "one"))).isEmpty();
  }

  @Test
  void theFirstAnswerStaysForADay() {
    keep("one", FIRST);
    clock.pass(Duration.ofHours(23));
    keep("one", SECOND);
    assertThat(find("one")).contains(FIRST);

    clock.pass(Duration.ofHours(2));
    assertThat(find("one")).isEmpty();
    keep("one", SECOND);
    assertThat(find("one")).contains(SECOND);
  }

  @Test
  void anAnswerIsSweptAfterADay() {
    keep("old", FIRST);
    clock.pass(Duration.ofHours(25));
    keep("new", SECOND);

    store.sweeper().sweep();

    assertThat(number("select count(*) from answers")).isEqualTo(1);
    assertThat(find("new")).contains(SECOND);
  }
}
