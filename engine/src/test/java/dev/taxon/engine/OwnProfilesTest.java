package dev.taxon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import dev.taxon.engine.profile.ProfileFiles;
import org.junit.jupiter.api.Test;

class OwnProfilesTest {
  private static final RuleSet RULES =
      RuleSet.of("kiln log", "", "invoice", "A seller asks to be paid.", "letter", "");

  private static final Document PAGE =
      Document.of("Brandprotokoll Ofen 2", "Kegel 6, Haltezeit 20 min", "Schrühbrand 950 Grad");

  private static final String YAML =
      """
      - id: kiln_log
        family: pottery
        essence: A potter writes down how a kiln was fired.
        names: {en: [kiln log, firing log]}
        title: {de: [brandprotokoll]}
        strong: {de: [schrühbrand, haltezeit, kegel]}
      """;

  @Test
  void aKindOfOnesOwnIsKnownBesideTheOthers() throws Exception {
    Knowledge shipped = Knowledge.shipped(null);
    Knowledge together = shipped.and(ProfileFiles.read("own.yaml", YAML));
    var own = new KnowingClassifier(() -> together);

    Decision decision = own.classify(PAGE, RULES);

    assertThat(decision.type()).isEqualTo("kiln log");
    assertThat(decision.reasoning()).contains("\"Brandprotokoll\"", "usual in a kiln log");
    assertThat(
            own.classify(Document.of("INVOICE", "Invoice number 7", "Total due 12.00 EUR"), RULES)
                .type())
        .isEqualTo("invoice");
  }

  @Test
  void oneWithTheIdOfAKnownKindTakesItsPlace() throws Exception {
    Knowledge shipped = Knowledge.shipped(null);

    Knowledge changed =
        shipped.and(ProfileFiles.read("own.yaml", YAML.replace("kiln_log", "invoice")));

    assertThat(changed.profiles().profiles())
        .hasSameSizeAs(shipped.profiles().profiles())
        .filteredOn(profile -> profile.id().equals("invoice"))
        .singleElement()
        .satisfies(profile -> assertThat(profile.name()).isEqualTo("kiln log"));
  }
}
