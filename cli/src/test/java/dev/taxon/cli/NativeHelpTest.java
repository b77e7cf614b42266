package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What Taxon's own commands say of themselves and of words that are none of theirs. */
class NativeHelpTest {
  private static final Screen TERMINAL = new Screen(true, true, true, 80, 24);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          Map.of(),
          TERMINAL);

  /** Every command and every command below one. */
  static Stream<String> commands() {
    var console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
            Map.of(),
            TERMINAL);
    List<NativeCommand> all = NativeCommand.all(console, new Composition(console));
    CommandLine program =
        NativeCommands.described(console, all.stream().map(c -> c.maker().get()).toList());
    var names = new ArrayList<>(List.of("--help"));
    program
        .getSubcommands()
        .forEach((name, command) -> {
          if (!command.getCommandSpec().usageMessage().hidden()) {
            names.add(name + " --help");
            command.getSubcommands().keySet().forEach(n -> names.add(name + " " + n + " --help"));
          }
        });
    return names.stream();
  }

  private int type(String line) {
    return NativeCommands.run(List.of(line.split(" ")), console, new Composition(console));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpFitsATerminalOf80Columns(String line) {
    assertThat(type(line)).isEqualTo(Exit.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSizeGreaterThan(3)
        .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run --ruel x=y        | 2 | error: there is no flag --ruel          | did you mean --rule?
          demo now              | 2 | error: 'now' is a word too many         | taxon demo --help
          check                 | 2 | error: RULES is missing                 | taxon check --help
          jobs cancel           | 2 | error: JOB is missing                   | taxon jobs cancel --help
          run --jobs            | 2 | error: --jobs needs a value: N          | taxon run --help
          run --jobs=x          | 2 | error: invalid value for option '--jobs': 'x' is not an int | taxon run --help
          jobs lits             | 3 | error: there is no command 'taxon jobs lits' | taxon jobs --help
          deliveries lits       | 3 | error: there is no command 'taxon deliveries lits' | did you mean list?
          nonsense              | 3 | error: there is no command 'nonsense'   | taxon --help
          chekc                 | 3 | error: there is no command 'chekc'      | did you mean taxon check?
          """)
  void aWordThatIsNoneOfTheirsIsTold(String line, int exit, String what, String hint) {
    assertThat(type(line)).isEqualTo(exit);
    String told = err.toString(StandardCharsets.UTF_8);
    assertThat(told).isEqualTo(what + "\n  hint: " + hint + "\n");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aLongSentenceBreaksBetweenWords() {
    assertThat(type("run --rule x")).isEqualTo(Exit.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error: --rule: a rule is written type='what such a document is', found 'x'\n");
    err.reset();
    type("run --rule invoice-of-the-company");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            error: --rule: a rule is written type='what such a document is', found
                'invoice-of-the-company'
            """);
  }
}
