package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.ReadLimits;
import dev.taxon.cli.Shell.Outcome;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import dev.taxon.cli.official.completion.Completion;
import dev.taxon.cli.run.Parts;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that decides in this process takes the same flags for how. */
final class EngineFlagsTest {
  @TempDir Path folder;
  private final Map<String, String> asked = new HashMap<>();
  private Shell shell;
  private String rules;
  private Map<String, List<String>> lines;

  @BeforeEach
  void writeFiles() {
    shell = new Shell(folder);
    rules =
        shell.file(
            "rules.yaml",
            """
            - {type: invoice, description: Asks for payment of a total}
            - {type: letter, description: Is addressed to a person}
            """);
    String document = shell.file("sorted/invoice/1.txt", "an invoice");
    String sorted = folder + "/sorted";
    lines =
        Map.of(
            "run", List.of(rules, document),
            "explain", List.of(rules, document),
            "eval", List.of(rules, sorted),
            "init", List.of(sorted, "--out", "-"),
            "check", List.of(rules));
  }

  private Outcome type(String command, List<String> flags) {
    return shell.type(
        settings -> {
          asked.clear();
          asked.putAll(settings);
          return new Parts(Shell::read, Shell::classify, ReadLimits.DEFAULT);
        },
        Stream.of(List.of(command), lines.getOrDefault(command, List.of()), flags)
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "explain", "eval", "init", "check"})
  void theEngineAndProfilesOfOnesOwnReachTheParts(String command) {
    Outcome outcome = type(command, List.of("--engine", "FAST", "--profiles", "own"));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(asked).hasSize(2).containsEntry("profiles", "own");
    assertThat(asked.get("engine")).isEqualToIgnoringCase("fast");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "explain", "eval", "init"})
  void anotherWordThanTheFiveIsRefused(String command) {
    Outcome outcome = type(command, List.of("--engine", "slow"));
    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err()).contains("'slow' is none of auto, fast, full, builtin, openai");
    assertThat(type(command, List.of()).exit()).isZero();
    assertThat(asked).isEmpty();
  }

  @Test
  void checkAsksTheEngineWithoutAWordToo() {
    assertThat(type("check", List.of("--engine")).exit()).isZero();
    assertThat(asked).isEmpty();
    lines = Map.of();
    assertThat(type("check", List.of("--engine", rules)).exit()).isZero();
    assertThat(type("check", List.of("--engine", "full", rules)).exit()).isZero();
    assertThat(asked).containsExactly(Map.entry("engine", "full"));
    type("check", List.of("--engine=auto", rules));
    assertThat(asked).containsExactly(Map.entry("engine", "auto"));
  }

  @Test
  void aServiceHasItsOwnEngine() {
    Outcome outcome = type("run", List.of("--engine", "fast", "--server", "http://127.0.0.1:1"));
    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err())
        .startsWith(
            "error: --engine, --profiles and a language model go with work in this process");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "explain", "eval", "init", "check", "serve"})
  void completionOffersTheWords(String command) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var console =
        new Console(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), Screen.NONE);
    var completion = new Completion("bash", new NativeWords(console));
    assertThat(completion.after(List.of(command, "--engine", "")).candidates())
        .extracting(candidate -> candidate.name())
        .containsExactly("auto", "fast", "full", "builtin", "openai");
    assertThat(completion.after(List.of(command, "--engine=f")).candidates())
        .extracting(candidate -> candidate.name())
        .containsExactly("--engine=fast", "--engine=full");
    assertThat(completion.after(List.of(command, "--engine", "=", "f")).candidates())
        .extracting(candidate -> candidate.name())
        .containsExactly("fast", "full");
    assertThat(completion.after(List.of(command, "--profiles", "")).code())
        .isEqualTo(Completion.FILES);
  }
}
