package dev.taxon.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("test-classes"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.taxon");

  /** For each rule a class or package that breaks it. */
  private static final Map<String, String> BREAKERS =
      Map.ofEntries(
          Map.entry("engine uses only the rooms above it", "dev.taxon.engine.breaker"),
          Map.entry("encoder uses only the rooms above it", "dev.taxon.encoder.breaker"),
          Map.entry("llm uses only the rooms above it", "dev.taxon.llm.breaker"),
          Map.entry("reader uses only the rooms above it", "dev.taxon.reader.breaker"),
          Map.entry("store uses only the rooms above it", "dev.taxon.store.breaker"),
          Map.entry("server uses only the rooms above it", "dev.taxon.server.breaker"),
          Map.entry(
              "the engine touches no disk, network, clock or chance", "dev.taxon.engine.breaker"),
          Map.entry("the use cases do not know the wire", "dev.taxon.server.jobs.breaker"),
          Map.entry("the work queue does not know the wire", "dev.taxon.server.work.breaker"),
          Map.entry("SQL is spoken in store alone", "dev.taxon.server.breaker"),
          Map.entry("no room holds static state that changes", "dev.taxon.server.breaker"),
          Map.entry("names say what a thing is", "dev.taxon.server.breaker"));

  @Test
  void theProductIsThere() {
    assertThat(PRODUCT.size()).isGreaterThan(50);
  }

  @TestFactory
  Stream<DynamicTest> theProductKeepsEveryRule() {
    return HouseRules.all().entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(), () -> rule.getValue().allowEmptyShould(true).check(PRODUCT)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFailsWhereItIsBroken() {
    return HouseRules.all().entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(),
                () ->
                    assertThatThrownBy(() -> rule.getValue().check(breaker(rule.getKey())))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("was violated")));
  }

  private static JavaClasses breaker(String rule) {
    String[] packages =
        switch (rule) {
          case "packages have no cycles" ->
              new String[] {"dev.taxon.server.breaker", "dev.taxon.server.jobs.breaker"};
          case "core uses only the rooms above it" -> new String[] {"dev.taxon"};
          default -> new String[] {BREAKERS.get(rule)};
        };
    return new ClassFileImporter()
        .withImportOption(location -> location.contains("test-classes"))
        .importPackages(packages);
  }
}
