package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.RuleSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MisreadingsTest {
  private final Misreadings misreadings =
      new Misreadings(
          Set.of("form", "lesson")::contains,
          new Patterns(RuleSet.of("lease", "A landlord lets a dwelling to a tenant.")),
          () -> new CueWords(List.of("landfold", "forms", "tenancy")));

  @Test
  void anUnknownWordIsTheTellingWordThatItLooksLike() {
    assertThat(misreadings.read("dweliing")).isEqualTo("dwelling");
    assertThat(misreadings.read("tenanoy")).isEqualTo("tenancy");
  }

  @Test
  void wordsOfTheRulesComeBeforeThoseOfKinds() {
    assertThat(misreadings.read("landlold")).isEqualTo("landlord");
  }

  @Test
  void aWordThatIsOneStaysHoweverNearToAnother() {
    assertThat(misreadings.read("form")).isEqualTo("form");
    assertThat(misreadings.read("lesson")).isEqualTo("lesson");
    assertThat(misreadings.read("tenants")).isEqualTo("tenants");
    assertThat(misreadings.read("helicopter")).isEqualTo("helicopter");
  }
}
