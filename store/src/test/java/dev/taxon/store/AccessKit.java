package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Organizations, projects and keys. */
abstract class AccessKit extends StoreKit {

  @Test
  void aNewStoreIsEmptyUntilThereIsAnOrganization() {
    assertThat(store.access().isEmpty()).isTrue();
    store.access().createOrganization("Acme");
    assertThat(store.access().isEmpty()).isFalse();
  }

  @Test
  void anOrganizationStartsWithOneDefaultProject() {
    var project = store.access().createOrganization("Größe & Söhne 株式会社");

    var scope = new Scope(project.organizationId(), null);
    assertThat(project.name()).isEqualTo("Default");
    assertThat(project.isDefault()).isTrue();
    assertThat(store.access().projects(scope, null)).containsExactly(project);
    assertThat(store.access().organization(scope, project.organizationId()).orElseThrow().name())
        .isEqualTo("Größe & Söhne 株式会社");
  }

  @Test
  void projectsComeDefaultFirstThenByName() {
    var project = store.access().createOrganization("Acme");
    var b = store.access().createProject(project.organizationId(), "b");
    var a = store.access().createProject(project.organizationId(), "a");
    var capital = store.access().createProject(project.organizationId(), "Z");

    var scope = new Scope(project.organizationId(), null);
    assertThat(store.access().projects(scope, null)).containsExactly(project, capital, a, b);
    assertThat(store.access().projects(scope, "a")).containsExactly(a);
    assertThat(store.access().projects(scope, "none")).isEmpty();
  }

  @Test
  void projectsComeAPageAtATimeTheOldestFirst() {
    var project = store.access().createOrganization("Acme");
    var b = store.access().createProject(project.organizationId(), "b");
    var a = store.access().createProject(project.organizationId(), "a");
    store.access().createOrganization("Other");
    var scope = new Scope(project.organizationId(), null);

    var first = store.access().projects(scope, null, null, 2);
    var second = store.access().projects(scope, null, first.next(), 2);

    assertThat(first.items()).containsExactly(project, b);
    assertThat(second.items()).containsExactly(a);
    assertThat(second.next()).isNull();
    assertThat(store.access().projects(scope, "b", null, 2).items()).containsExactly(b);
    assertThat(
            store
                .access()
                .projects(new Scope(project.organizationId(), a.id()), null, null, 2)
                .items())
        .containsExactly(a);
  }

  @Test
  void aKeyOpensItsOrganizationAndWritesToTheDefaultProject() {
    var project = store.access().createOrganization("Acme");
    var key = store.access().createKey("s3cret", "test", "anna", project.organizationId(), null);

    assertThat(store.access().authenticate("s3cret")).contains(key);
    assertThat(key.userId()).isEqualTo("anna");
    assertThat(key.defaultProjectId()).isEqualTo(project.id());
    assertThat(key.scope()).isEqualTo(new Scope(project.organizationId(), null));
  }

  @Test
  void aProjectsKeyReachesThatProjectOnly() {
    var project = store.access().createOrganization("Acme");
    var second = store.access().createProject(project.organizationId(), "second");
    var key =
        store.access().createKey("s3cret", "test", "anna", project.organizationId(), second.id());

    assertThat(key.defaultProjectId()).isEqualTo(second.id());
    assertThat(store.access().projects(key.scope(), null)).containsExactly(second);
    assertThat(store.access().project(key.scope(), second.id())).contains(second);
    assertThat(store.access().project(key.scope(), project.id())).isEmpty();
  }

  @Test
  void aKeyForAnotherOrganizationsProjectIsRefused() {
    var acme = store.access().createOrganization("Acme");
    var other = store.access().createOrganization("Other");

    assertThatThrownBy(
            () -> store.access().createKey("s", "test", "anna", acme.organizationId(), other.id()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(number("select count(*) from api_keys")).isZero();
  }

  @Test
  void anotherTenantSeesNothing() {
    var acme = Tenant.of(store, "Acme");
    var other = Tenant.of(store, "Other");

    assertThat(store.access().project(other.scope(), acme.project().id())).isEmpty();
    assertThat(store.access().projects(other.scope(), null)).containsExactly(other.project());
    assertThat(store.access().organization(other.scope(), acme.key().organizationId())).isEmpty();
  }

  @Test
  void anUnknownSecretOpensNothing() {
    Tenant.of(store, "Acme");

    assertThat(store.access().authenticate("nope")).isEmpty();
    assertThat(store.access().authenticate("")).isEmpty();
    assertThat(store.access().authenticate("secret of acme")).isEmpty();
  }

  @Test
  void aRevokedKeyOpensNothingFromThatMoment() {
    var acme = Tenant.of(store, "Acme");
    assertThat(store.access().authenticate("secret of Acme")).isPresent();

    store.access().revokeKey(acme.key().id());

    assertThat(store.access().authenticate("secret of Acme")).isEmpty();
  }

  @Test
  void aSecretThatIsKnownIsLeftAsItIs() {
    var acme = Tenant.of(store, "Acme");
    var again =
        store
            .access()
            .createKey("secret of Acme", "again", "bob", acme.key().organizationId(), null);
    assertThat(again).isEqualTo(acme.key());

    store.access().revokeKey(acme.key().id());
    store.access().createKey("secret of Acme", "again", "bob", acme.key().organizationId(), null);

    assertThat(store.access().authenticate("secret of Acme")).isEmpty();
  }

  @Test
  void onlyTheDigestOfASecretIsKept() {
    Tenant.of(store, "Acme");

    // printf 'secret of Acme' | sha256sum
    assertThat(
            number(
                """
                select count(*) from api_keys where sha256 =
                '959bef4c0f20e681dd940f59a94cfbbbd0a49e623a63db565bc281d3a46e428e'
                """))
        .isEqualTo(1);
  }

  @Test
  void theLastUseIsNotedAtMostOnceAMinute() {
    Tenant.of(store, "Acme");

    store.access().authenticate("secret of Acme");
    await().untilAsserted(() -> assertThat(lastUse()).isEqualTo(TestClock.START));

    clock.pass(Duration.ofSeconds(59));
    store.access().authenticate("secret of Acme");
    clock.pass(Duration.ofSeconds(1));
    store.access().authenticate("secret of Acme");
    // had the use a second before been noted, this one would not be
    await().untilAsserted(() -> assertThat(lastUse()).isEqualTo(TestClock.START.plusSeconds(60)));
  }

  private Instant lastUse() {
    var micros =
        store.database().startsWith("SQLite")
            ? "last_used_at"
            : "(extract(epoch from last_used_at) * 1000000)::bigint";
    return Instant.EPOCH.plus(
        number("select coalesce(max(" + micros + "), 0) from api_keys"), ChronoUnit.MICROS);
  }

  @Test
  void aRequestIsLetInWhileSomebodyElseWrites() throws SQLException {
    var acme = Tenant.of(store, "Acme");

    try (var writer = store.queueConnections().getConnection();
        var statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("update api_keys set label = 'held'");
      assertThat(store.access().authenticate("secret of Acme")).contains(acme.key());
      writer.rollback();
      writer.setAutoCommit(true);
    }
  }

  @Test
  void anUnknownIdRevokesNothing() {
    Tenant.of(store, "Acme");

    store.access().revokeKey(new UUID(0, 0));

    assertThat(store.access().authenticate("secret of Acme")).isPresent();
  }

  @Test
  void keysAreListedWithWhatTheyReachAndEndedBesideARunningServer() {
    var project = store.access().createOrganization("Acme");
    var second = store.access().createProject(project.organizationId(), "second");
    var wide = store.access().createKey("w", "wide", "anna", project.organizationId(), null);
    clock.pass(Duration.ofSeconds(1));
    try (var keyring = Keyring.open(settings, clock)) {
      var narrow =
          keyring.access().createKey("n", "narrow", "bea", project.organizationId(), second.id());

      assertThat(store.access().authenticate("n")).contains(narrow);
      assertThat(keyring.access().keys())
          .extracting(IssuedKey::label, IssuedKey::organizationName, IssuedKey::projectName)
          .containsExactly(tuple("wide", "Acme", null), tuple("narrow", "Acme", "second"));

      assertThat(keyring.access().revokeKey(wide.id())).isTrue();
      assertThat(store.access().authenticate("w")).isEmpty();
      assertThat(keyring.access().revokeKey(wide.id())).isFalse();
      assertThat(keyring.access().keys().getFirst().revokedAt()).isNotNull();
    }
  }
}
