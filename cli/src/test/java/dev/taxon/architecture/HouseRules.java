package dev.taxon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which room may use which, and what no room may do; {@code ARCHITECTURE.md} tells the same in
 * words.
 */
final class HouseRules {
  private HouseRules() {}

  private static final List<String> ROOMS =
      List.of("core", "engine", "encoder", "llm", "reader", "store", "server", "cli");

  /** The rooms that each room may use, beside itself. */
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "core", List.of(),
          "engine", List.of("core"),
          "encoder", List.of("core"),
          "llm", List.of("core"),
          "reader", List.of("core"),
          "store", List.of("core"),
          "server", List.of("core", "store"),
          "cli", List.of("core", "engine", "encoder", "llm", "reader", "store", "server"));

  /** All rules by name. */
  static Map<String, ArchRule> all() {
    var rules = new TreeMap<String, ArchRule>();
    for (String room : ROOMS) {
      String[] forbidden =
          ROOMS.stream()
              .filter(other ->
                  !other.equals(room) && !MAY_USE.getOrDefault(room, List.of()).contains(other))
              .map(HouseRules::packagesOf)
              .toArray(String[]::new);
      if (forbidden.length > 0) {
        rules.put(
            room + " uses only the rooms above it",
            noClasses()
                .that()
                .resideInAPackage(packagesOf(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden));
      }
    }
    rules.put(
        "the engine touches no disk, network, clock or chance",
        noClasses()
            .that()
            .resideInAPackage("dev.taxon.engine..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.nio\\.file\\.Files|java\\.io\\.File.*|java\\.net\\..*|java\\.time\\.Clock"
                    + "|java\\.util\\.Random|java\\.security\\.SecureRandom"
                    + "|java\\.util\\.concurrent\\.ThreadLocalRandom"));
    rules.put(
        "the use cases do not know the wire",
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.taxon.server.jobs..", "dev.taxon.server.files..", "dev.taxon.server.access..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.taxon.server.http..", "io.javalin..", "jakarta.servlet.."));
    rules.put(
        "the work queue does not know the wire",
        noClasses()
            .that()
            .resideInAPackage("dev.taxon.server.work..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.taxon.server.http..", "io.javalin.."));
    rules.put(
        "SQL is spoken in store alone",
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.taxon.store..", "dev.taxon.server.work..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer.."));
    rules.put(
        "no room holds static state that changes",
        fields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
            .should()
            .beFinal());
    rules.put(
        "names say what a thing is",
        noClasses().should().haveNameMatching(".*(Impl|Utils?|Manager|Helper)$"));
    rules.put(
        "packages have no cycles", slices().matching("dev.taxon.(**)").should().beFreeOfCycles());
    return rules;
  }

  private static String packagesOf(String room) {
    return room.equals("core") ? "dev.taxon" : "dev.taxon." + room + "..";
  }
}
