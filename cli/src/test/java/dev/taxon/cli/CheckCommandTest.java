package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.Shell.Outcome;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  @TempDir Path folder;

  private Outcome check(String rules, String... flags) {
    var shell = new Shell(folder);
    var words = new String[flags.length + 2];
    words[0] = "check";
    words[1] = shell.file("r.yaml", rules);
    System.arraycopy(flags, 0, words, 2, flags.length);
    return shell.type(words);
  }

  @Test
  void goodRulesAreCountedAndPass() {
    Outcome outcome =
        check(
            """
            - {type: invoice, description: Asks for payment of a total by a due date}
            - {type: cv, description: 'Work experience, education and skills of a person'}
            """);
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("2 rules  0 errors  0 warnings  0 notes\n");
  }

  @Test
  void whatCannotBeUsedIsAnErrorWithItsPlace() {
    Outcome outcome = check("rules:\n  - {type: invoice, description: short}\n");
    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.out())
        .isEqualTo(
            folder
                + "/r.yaml:2:34: error: description must have 10 to 500 characters, found 5"
                + " [invalid]\n");
    assertThat(check("a: [").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void warningsFailOnlyWhenAskedTo() {
    String rules =
        """
        - {type: invoice, description: Asks for payment of a total by a due date}
        - {type: other, description: Everything else}
        """;
    assertThat(check(rules).exit()).isZero();
    assertThat(check(rules, "--strict").exit()).isEqualTo(Exit.FAILED);
    assertThat(check(rules, "-o", "jsonl", "-q").out())
        .startsWith("{\"place\":\"" + folder + "/r.yaml:2:")
        .contains("\"weight\":\"warning\",\"kind\":\"unmatchable\"");
  }

  @Test
  void aWayThatIsNoneIsNoFaultOfTheRules() {
    var shell = new Shell(folder);
    Outcome outcome =
        shell.type(
            settings -> {
              throw new Failure(Exit.USAGE, "--engine is " + settings.get("engine"));
            },
            "check",
            "--engine=slow",
            shell.file("r.yaml", "[{type: invoice, description: Asks for payment of a total}]"));
    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("error: --engine is slow\n");
  }

  @Test
  void theEngineSaysWhichRuleADescriptionSpeaksFor() {
    Outcome outcome =
        check(
            """
            - {type: letter, description: Is addressed to a person with a greeting}
            - {type: cover, description: Comes with an application as a letter to a company}
            """,
            "--engine");
    assertThat(outcome.out())
        .contains("r.yaml:2:30: warning: the engine takes this description for 'letter' [engine]")
        .hasLineCount(1);
  }
}
