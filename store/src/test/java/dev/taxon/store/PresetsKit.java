package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saved configurations: one for each name and product type of a project. */
abstract class PresetsKit extends StoreKit {
  private static final String CLASSIFY = "classify_v2";
  private static final String PARSE = "parse_v2";
  private static final String RULES = "{\"product_type\":\"classify_v2\",\"rules\":[]}";

  private Tenant acme;
  private Tenant other;

  @BeforeEach
  void twoTenants() {
    acme = Tenant.of(store, "Acme");
    other = Tenant.of(store, "Other");
  }

  private Preset save(String name, String type) {
    return store.presets().save(acme.project().id(), name, type, RULES);
  }

  private List<Preset> list() {
    return store.presets().list(acme.scope(), List.of(), null, null, 10).items();
  }

  @Test
  void aPresetIsFoundAsItWasSaved() {
    var preset = save("Inbox/É", CLASSIFY);

    assertThat(store.presets().find(acme.scope(), preset.id())).contains(preset);
    assertThat(preset.name()).isEqualTo("Inbox/É");
    assertThat(preset.parameters()).isEqualTo(RULES);
    assertThat(preset.projectId()).isEqualTo(acme.project().id());
    assertThat(preset.updatedAt()).isEqualTo(preset.createdAt());
  }

  @Test
  void savingUnderTheSameNameReplacesTheParameters() {
    var first = save("N", CLASSIFY);
    clock.pass(Duration.ofSeconds(1));
    var second = store.presets().save(acme.project().id(), "N", CLASSIFY, "{\"a\":1}");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.createdAt()).isEqualTo(first.createdAt());
    assertThat(second.updatedAt()).isAfter(first.updatedAt());
    assertThat(second.parameters()).isEqualTo("{\"a\":1}");
    assertThat(list()).containsExactly(second);
  }

  @Test
  void aNameIsTakenForOneProductAndProjectOnly() {
    var one = save("N", CLASSIFY);
    var parse = save("N", PARSE);
    var theirs = store.presets().save(other.project().id(), "N", CLASSIFY, RULES);

    assertThat(List.of(one.id(), parse.id(), theirs.id())).doesNotHaveDuplicates();
    assertThat(store.presets().list(acme.scope(), List.of(PARSE), "N", null, 9).items())
        .containsExactly(parse);
    assertThat(store.presets().list(acme.scope(), List.of(PARSE, CLASSIFY), null, null, 9).items())
        .containsExactly(parse, one);
    assertThat(store.presets().list(acme.scope(), List.of(), "n", null, 9).items()).isEmpty();
  }

  @Test
  void savingAtOnceMakesOne() throws InterruptedException {
    Callable<UUID> save = () -> save("N", CLASSIFY).id();

    var saved = atOnce(IntStream.range(0, 8).mapToObj(i -> save).toList());

    assertThat(saved).containsOnly(saved.getFirst());
    assertThat(list()).hasSize(1);
  }

  @Test
  void whatIsGivenIsChangedAndTheRestIsKept() {
    var preset = save("N", CLASSIFY);

    var renamed = store.presets().change(acme.scope(), preset.id(), "M", null);
    var replaced = store.presets().change(acme.scope(), preset.id(), null, "{}");

    assertThat(renamed)
        .isInstanceOfSatisfying(
            PresetChange.Changed.class,
            changed -> {
              assertThat(changed.preset().name()).isEqualTo("M");
              assertThat(changed.preset().parameters()).isEqualTo(RULES);
              assertThat(changed.preset().updatedAt()).isAfter(preset.updatedAt());
            });
    assertThat(replaced)
        .isInstanceOfSatisfying(
            PresetChange.Changed.class,
            changed -> {
              assertThat(changed.preset().name()).isEqualTo("M");
              assertThat(changed.preset().parameters()).isEqualTo("{}");
            });
  }

  @Test
  void aNameThatIsTakenIsNotGivenAgain() {
    save("taken", CLASSIFY);
    save("other product", PARSE);
    var preset = save("N", CLASSIFY);

    assertThat(store.presets().change(acme.scope(), preset.id(), "taken", "{}"))
        .isEqualTo(new PresetChange.NameTaken());
    assertThat(store.presets().find(acme.scope(), preset.id())).contains(preset);
    assertThat(store.presets().change(acme.scope(), preset.id(), "other product", null))
        .isInstanceOf(PresetChange.Changed.class);
    assertThat(store.presets().change(acme.scope(), preset.id(), "other product", null))
        .isInstanceOf(PresetChange.Changed.class);
  }

  @Test
  void theLastChangedComesFirstPageByPage() {
    var a = save("a", CLASSIFY);
    var b = save("b", CLASSIFY);
    var c = save("c", CLASSIFY);
    var changed = save("a", CLASSIFY);

    var first = store.presets().list(acme.scope(), List.of(), null, null, 2);
    var second = store.presets().list(acme.scope(), List.of(), null, first.next(), 2);

    assertThat(first.items()).containsExactly(changed, c);
    assertThat(second.items()).containsExactly(b);
    assertThat(second.next()).isNull();
    assertThat(changed.id()).isEqualTo(a.id());
  }

  @Test
  void anotherTenantSeesAndChangesNothing() {
    var preset = save("N", CLASSIFY);

    assertThat(store.presets().find(other.scope(), preset.id())).isEmpty();
    assertThat(store.presets().change(other.scope(), preset.id(), "M", null))
        .isEqualTo(new PresetChange.Missing());
    assertThat(store.presets().delete(other.scope(), preset.id())).isFalse();
    assertThat(store.presets().list(other.scope(), List.of(), null, null, 9).items()).isEmpty();
    assertThat(list()).containsExactly(preset);
  }

  @Test
  void aDeletedPresetIsGoneAndItsNameFree() {
    var preset = save("N", CLASSIFY);

    assertThat(store.presets().delete(acme.scope(), preset.id())).isTrue();
    assertThat(store.presets().delete(acme.scope(), preset.id())).isFalse();

    assertThat(store.presets().find(acme.scope(), preset.id())).isEmpty();
    assertThat(save("N", CLASSIFY).id()).isNotEqualTo(preset.id());
  }
}
