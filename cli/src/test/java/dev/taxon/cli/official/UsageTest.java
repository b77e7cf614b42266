package dev.taxon.cli.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.official.ScriptedServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageTest {
  private final ScriptedServer server = ScriptedServer.answering(Reply.json("{\"id\":\"j1\"}"));

  @AfterEach
  void stop() {
    server.close();
  }

  private Run.Result run(String... args) {
    return Run.against(server).run(args);
  }

  private String path(String... args) {
    assertThat(run(args).err()).isEmpty();
    return server.requests().getLast().path();
  }

  @Test
  void globalFlagsStandAnywhere() {
    for (String[] args :
        new String[][] {
          {"--format", "jsonl", "classify", "get", "j1"},
          {"classify", "--format", "jsonl", "get", "j1"},
          {"classify", "get", "--format", "jsonl", "j1"},
          {"classify", "get", "j1", "--format=jsonl"},
          {"classify", "get", "j1", "-format", "JSONL"},
          {"classify", "get", "j1", "--format", "json", "--format", "jsonl"}
        }) {
      assertThat(run(args).out()).isEqualTo("{\"id\":\"j1\"}\n");
    }
  }

  @Test
  void idsComeByFlagOrAsTheFirstWord() {
    assertThat(path("classify", "get", "--job-id", "a")).isEqualTo("/api/v2/classify/a");
    assertThat(path("classify", "get", "--job-id=a")).isEqualTo("/api/v2/classify/a");
    assertThat(path("classify", "get", "-job-id", "a")).isEqualTo("/api/v2/classify/a");
    assertThat(path("classify", "get", "a")).isEqualTo("/api/v2/classify/a");
    assertThat(path("classify", "get", "--", "--job-id")).isEqualTo("/api/v2/classify/--job-id");
    assertThat(path("classify", "get", "-1")).isEqualTo("/api/v2/classify/-1");
    assertThat(path("files", "get", "f1")).isEqualTo("/api/v1/beta/files/f1/content");
    assertThat(path("projects", "get", "p1", "--organization-id", "o"))
        .isEqualTo("/api/v1/projects/p1?organization_id=o");
  }

  @Test
  void idsAreEscapedInEveryPath() {
    assertThat(path("classifier:jobs", "get", "../x")).isEqualTo("/api/v1/classifier/jobs/..%2Fx");
    assertThat(path("files", "retrieve", "a/b c?d#e%;ü"))
        .isEqualTo("/api/v1/beta/files/a%2Fb%20c%3Fd%23e%25%3B%C3%BC");
    assertThat(path("projects", "get", "..")).isEqualTo("/api/v1/projects/%2E%2E");
    assertThat(path("classify", "get", "a:b@c$d&e+f=g"))
        .isEqualTo("/api/v2/classify/a:b@c$d&e+f=g");
  }

  @Test
  void switchesTakeAValueOnlyAfterAnEqualsSign() {
    assertThat(path("configurations", "list", "--latest-only"))
        .isEqualTo("/api/v1/beta/configurations?latest_only=true");
    assertThat(path("configurations", "list", "--latest-only=false"))
        .isEqualTo("/api/v1/beta/configurations?latest_only=false");
    var result = run("configurations", "list", "--latest-only", "false");
    assertThat(result.err()).isEqualTo("Unexpected extra arguments: [false]\n");
    assertThat(result.exit()).isEqualTo(1);
  }

  @Test
  void tooManyWordsAreNamed() {
    assertThat(run("classify", "get", "a", "b", "c").err())
        .isEqualTo("Unexpected extra arguments: [b c]\n");
    assertThat(run("classify", "list", "a").err()).isEqualTo("Unexpected extra arguments: [a]\n");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void missingFlagsAreNamedTogether() {
    var result = run("classifier:jobs", "create");
    assertThat(result.err())
        .isEqualTo(
            """
            Required flags "file-id, rule" not set
            Run 'llp classifier:jobs create --help' for usage information
            """);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(run("files", "create", "--purpose", "x").err())
        .startsWith("Required flag \"file\" not set\n");
    assertThat(run("configurations", "create").err())
        .startsWith("Required flags \"name, parameters\" not set\n");
  }

  @Test
  void aFlagThatIsUnknownGetsASuggestion() {
    assertThat(run("classifier:jobs", "create", "--rule.typ", "x").err())
        .isEqualTo(
            """
            Incorrect Usage: flag provided but not defined: -rule.typ

            Did you mean "--rule.type"?

            """);
    var beforeCommand = run("--formt", "json", "classify", "list");
    assertThat(beforeCommand.err())
        .isEqualTo(
            """
            Incorrect Usage: flag provided but not defined: -formt

            Did you mean "--format"?

            """);
    assertThat(beforeCommand.out()).startsWith("NAME:\n   llp - ");
    assertThat(beforeCommand.exit()).isEqualTo(1);
    assertThat(run("classify", "list", "--environment", "x").err())
        .startsWith("Incorrect Usage: flag provided but not defined: -environment\n\n");
  }

  @Test
  void badValuesAreRefusedBeforeAnythingIsSent() {
    assertThat(run("classify", "get", "j", "--job-id=").err())
        .isEqualTo("Incorrect Usage: flag needs an argument: --job-id=\n\n");
    assertThat(run("classify", "get", "j", "--format", "xml").err())
        .isEqualTo(
            "Incorrect Usage: invalid value \"xml\" for flag -format: format must be one of: "
                + "auto, explore, json, jsonl, pretty, raw, yaml\n\n");
    assertThat(run("classify", "get", "j", "--base-url", "foo").err())
        .isEqualTo(
            "Incorrect Usage: invalid value \"foo\" for flag -base-url: --base-url \"foo\" is missing"
                + " a scheme (expected http:// or https://)\n\n");
    assertThat(run("configurations", "list", "--latest-only=maybe").err())
        .startsWith("Incorrect Usage: invalid value \"maybe\" for flag -latest-only: ");
    assertThat(run("classifier:jobs", "create", "--file-id", "f", "--rule", "[{type: a}]").err())
        .startsWith("Incorrect Usage: invalid value \"[{type: a}]\" for flag -rule: ");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aBadAddressInTheEnvironmentComesBeforeAllElse() {
    var result = new Run().env("LLAMA_CLOUD_BASE_URL", "foo").run("--help");
    assertThat(result.err())
        .isEqualTo(
            "LLAMA_CLOUD_BASE_URL \"foo\" is missing a scheme (expected http:// or https://)\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(new Run().env("LLAMA_CLOUD_BASE_URL", "http://").run("projects", "list").err())
        .isEqualTo("\"http://\" is not the address of a server\n");
  }

  @Test
  void unknownCommandsGetASuggestionAndStatusThree() {
    var command = run("classify", "gett", "x");
    assertThat(command.err())
        .isEqualTo("No help topic for 'gett'. Did you mean 'llp classify get'?\n");
    assertThat(command.exit()).isEqualTo(3);
    assertThat(run("fils", "list").err())
        .isEqualTo("No help topic for 'fils'. Did you mean 'llp files'?\n");
    assertThat(run("help").exit()).isEqualTo(3);
    assertThat(run("classify", "delete", "x").exit()).isEqualTo(3);
  }

  @Test
  void groupsOfOtherThingsAreSaidToBeNoPartOfIt() {
    for (String group : new String[] {"parsing", "extract", "beta:indexes", "pipelines:files"}) {
      var result = run(group, "list");
      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.err()).startsWith("'llp " + group + "' is not part of Taxon");
      assertThat(OfficialCli.answersTo(group)).isTrue();
    }
    assertThat(OfficialCli.answersTo("files")).isTrue();
    assertThat(OfficialCli.answersTo("serve")).isFalse();
  }

  @Test
  void helpIsShownForAllLevels() {
    for (String[] args :
        new String[][] {
          {},
          {"--help"},
          {"-h"},
          {"classify"},
          {"classify", "help"},
          {"classify", "--help"},
          {"classify", "get", "--help"},
          {"classify", "help", "get"},
          {"classify", "get", "x", "-h"}
        }) {
      var result = run(args);
      assertThat(result.exit()).isZero();
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).startsWith("NAME:\n   llp").contains("USAGE:", "EXAMPLE:\n   llp ");
    }
    assertThat(run("classifier:jobs", "create", "--help").out())
        .contains("--file-id string", "(required)", "--rule.type string", "GLOBAL OPTIONS:");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void itAnswersByTheNameItWasCalled() {
    assertThat(run("--version").out()).isEqualTo("llp version 1.5.1\n");
    assertThat(Run.against(server).called("llamacloud-prod").run("-v").out())
        .isEqualTo("llamacloud-prod version 1.5.1\n");
    assertThat(Run.against(server).called("taxon").run("classify", "get").err())
        .contains("Run 'taxon classify get --help'");
    Run.against(server).called("llamacloud-prod").run("classify", "get", "x");
    assertThat(server.requests().getLast().header("X-stainless-cli-command"))
        .isEqualTo("llamacloud-prod classify get");
  }

  @Test
  void tellingExitStatusesAreThereForTheAsking() {
    assertThat(
            Run.against(server).env("TAXON_EXIT_CODES", "1").run("classify", "get", "--x").exit())
        .isEqualTo(2);
    assertThat(Run.against(server).env("TAXON_EXIT_CODES", "1").run("nope").exit()).isEqualTo(3);
    for (int[] pair : new int[][] {{401, 4}, {403, 4}, {404, 5}, {422, 1}, {500, 6}}) {
      try (var refusing = ScriptedServer.answering(Reply.json(pair[0], "{}"))) {
        assertThat(
                Run.against(refusing)
                    .env("TAXON_EXIT_CODES", "1")
                    .run("classify", "get", "x")
                    .exit())
            .isEqualTo(pair[1]);
      }
    }
  }
}
