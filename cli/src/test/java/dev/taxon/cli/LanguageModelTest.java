package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.Shell.Outcome;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import dev.taxon.llm.FakeModel;
import dev.taxon.llm.FakeModel.Asked;
import dev.taxon.llm.FakeModel.Sent;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine {@code openai} from the shell, with the program's own parts and a model on a port. */
final class LanguageModelTest {
  private static final String KEY = "sk-geheim-4711";

  @TempDir Path folder;
  private final FakeModel model = new FakeModel(LanguageModelTest::answer);
  private final Map<String, String> environment = new HashMap<>();
  private String rules;
  private String invoice;
  private String poem;

  @BeforeEach
  void writeFiles() {
    var shell = new Shell(folder);
    rules =
        shell.file(
            "rules.yaml",
            """
            - {type: invoice, description: Asks for payment of a total}
            - {type: letter, description: Is addressed to a person}
            """);
    invoice = shell.file("inbox/a.txt", "INVOICE 12\nTotal due: 5 EUR");
    poem = shell.file("inbox/b.txt", "The heron stands where reeds begin");
    environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("TAXON_LLM_KEY", KEY);
  }

  @AfterEach
  void stop() {
    model.close();
  }

  /** Types in the order of the alphabet: invoice 1, letter 2. */
  private static Sent answer(Asked asked) {
    return Sent.content(
        asked.said().contains("INVOICE")
            ? """
            {"reason": "It asks for money.", "quotes": ["Total due: 5 EUR"],
             "answers": [{"rule": 1, "probability": 0.9}], "none": 0.1}
            """
            : """
            {"reason": "It is a poem.", "quotes": [], "answers": [], "none": 1}
            """);
  }

  private Outcome type(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            Screen.NONE);
    int exit = NativeCommands.run(List.of(words), console, new Composition(console));
    var outcome =
        new Outcome(
            exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    assertThat(outcome.out() + outcome.err()).doesNotContain(KEY);
    return outcome;
  }

  private Outcome asking(String... words) {
    return type(
        Stream.concat(
                Stream.of(words),
                Stream.of("--engine", "openai", "--llm-url", model.base() + "/v1", "--model", "m7"))
            .toArray(String[]::new));
  }

  @Test
  void runAsksTheModelAboutEveryFile() {
    Outcome outcome = asking("run", rules, invoice, poem);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.lines().get(1))
        .contains("a.txt,invoice,0.9", "\"\"Total due: 5 EUR\"\" (page 1). It asks for money.");
    assertThat(outcome.lines().get(2)).contains("b.txt,,0.99", "No rule fits. It is a poem.");
    assertThat(outcome.err()).endsWith("(m7 at " + model.base() + "/v1)\n");
    assertThat(model.asked())
        .hasSize(2)
        .allMatch(asked -> asked.authorization().equals("Bearer " + KEY))
        .allMatch(asked -> asked.body().path("model").asString().equals("m7"));
  }

  @Test
  void explainSaysWhoDecided() {
    Outcome outcome = asking("explain", rules, invoice);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("the openai way", "(no rule fits)  0.10", "speaks for invoice");
  }

  @Test
  void variablesDoAsWellAsFlags() {
    environment.put("TAXON_ENGINE", "openai");
    environment.put("TAXON_LLM_URL", model.base().toString());
    environment.put("TAXON_LLM_MODEL", "m8");
    Outcome outcome = type("run", rules, invoice);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(model.asked().getFirst().path()).isEqualTo("/v1/chat/completions");
    assertThat(model.asked().getFirst().body().path("model").asString()).isEqualTo("m8");
  }

  @Test
  void withoutThatEngineNobodyIsAsked() {
    environment.put("TAXON_LLM_URL", model.base().toString());
    environment.put("TAXON_LLM_MODEL", "m8");
    Outcome outcome = type("run", "--engine", "builtin", rules, invoice);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).endsWith("(builtin)\n");
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void oneDocumentThatTheModelRefusesIsItsOwnFailure() {
    model.answer(asked ->
        asked.said().contains("heron")
            ? Sent.of(413, "{\"error\": {\"message\": \"too long\"}}")
            : answer(asked));
    Outcome outcome = asking("run", rules, poem, invoice);
    assertThat(outcome.exit()).isEqualTo(Exit.FAILED);
    assertThat(outcome.lines().get(1)).endsWith("refused the question (413): too long.");
    assertThat(outcome.lines().get(2)).contains("a.txt,invoice");
  }

  @ParameterizedTest
  @CsvSource({
    "401, 4, TAXON_LLM_KEY",
    "404, 5, --llm-url and --model",
    "307, 5, --llm-url and --model",
  })
  void whatEveryFileWouldMeetEndsTheRun(int status, int exit, String where) {
    model.answer(asked -> Sent.of(status, "{\"error\": {\"message\": \"bad " + KEY + "\"}}"));
    for (String command : List.of("run", "explain")) {
      Outcome outcome = asking(command, rules, invoice);
      assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
      assertThat(outcome.err()).startsWith("error: ").contains("\n  where: " + where + "\n");
    }
    Outcome outcome = asking("run", rules, invoice, "--out", folder + "/rows.csv");
    assertThat(outcome.exit()).isEqualTo(exit);
    assertThat(folder.resolve("rows.csv")).doesNotExist();
    assertThat(asking("run", rules, invoice, "--json-errors").err()).startsWith("{\"error\":");
  }

  @Test
  void nobodyThereIsUnreachable() {
    model.close();
    Outcome outcome = asking("run", rules, invoice);
    assertThat(outcome.exit()).isEqualTo(Exit.UNREACHABLE);
    assertThat(outcome.err())
        .startsWith(
            "error: The language model at "
                + model.base()
                + "/v1 cannot be reached: it refuses connections\n");
  }

  @Test
  void rowsThatWereDoneAreTakenOverFromTheSameModelAlone() {
    String journal = folder + "/rows.jsonl";
    assertThat(asking("run", rules, invoice, "--resume", journal).exit()).isZero();
    assertThat(asking("run", rules, invoice, "--resume", journal).exit()).isZero();
    assertThat(model.asked()).hasSize(1);
    assertThat(asking("run", rules, invoice, "--resume", journal, "--model=m9").exit())
        .isEqualTo(Exit.USAGE);
    environment.put("TAXON_LLM_MODEL", "m9");
    assertThat(
            type(
                    "run",
                    rules,
                    invoice,
                    "--resume",
                    journal,
                    "--engine=openai",
                    "--llm-url=" + model.base() + "/v1")
                .exit())
        .isZero();
    assertThat(model.asked()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--engine openai | The engine openai needs the address of a language model",
        "--engine openai --llm-url http://h/v1 | The engine openai needs the name of a model",
        "--engine openai --llm-url ftp://h --model m | must be an http or https address",
        "--engine openai --llm-url http://u:p@h --model m | --llm-url is not usable; it must be an http or https address",
        "--model m | --llm-url and --model go with the engine openai",
        "--engine fast --llm-url http://h/v1 | --llm-url and --model go with the engine openai",
        "--engine openai --llm-url http://h --model m --profiles own | --profiles go with the built-in",
        "--engine openai --llm-key k | there is no flag --llm-key",
      })
  void whatCannotBeMeantIsWrongUsage(String flags, String sentence) {
    Outcome outcome =
        type(
            Stream.concat(Stream.of("run", rules, invoice), Stream.of(flags.split(" ", -1)))
                .toArray(String[]::new));
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err()).contains(sentence).doesNotContain("u:p");
  }
}
