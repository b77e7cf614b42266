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
  void aPageIsKnownByHowDocumentsOfTheKindBegin() throws Exception {
    String sample =
        """
          sample:
            en:
              - "Kiln 2, Tuesday load: bowls and jugs, glaze celadon. 6:10 lit, burners low. 8:00 200 degrees, damper half open. 11:30 cone 010 down, reduction begun."
              - "Firing of the 4th: bisque, bottom shelf pots, top shelf tiles. Ramp 100 an hour to 600, then full to cone 6, soak twenty minutes, cooled until Thursday."
        """;
    Document page =
        Document.of(
            "Load of pots and tiles, matt glaze on the bottom shelf.",
            "7:00 burners lit, damper open. 9:40 300 degrees. 13:15 reduction, cones bending.",
            "Soak ten minutes, then cooled with the damper shut.");
    Knowledge shipped = Knowledge.shipped(null);
    RuleSet rules = RuleSet.of("firing log", "", "invoice", "", "letter", "");

    double without = confidence(shipped.and(ProfileFiles.read("own.yaml", YAML)), page, rules);
    Knowledge sampled = shipped.and(ProfileFiles.read("own.yaml", YAML + sample));

    assertThat(new KnowingClassifier(() -> sampled).classify(page, rules).type())
        .isEqualTo("firing log");
    assertThat(confidence(sampled, page, rules)).isGreaterThan(without + 0.2);
  }

  private static double confidence(Knowledge knowledge, Document page, RuleSet rules) {
    return new KnowingClassifier(() -> knowledge)
        .classify(page, rules).candidates().stream()
            .filter(candidate -> candidate.type().equals("firing log"))
            .findFirst()
            .orElseThrow()
            .confidence();
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
