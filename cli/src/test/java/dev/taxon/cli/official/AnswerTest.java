package dev.taxon.cli.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.official.ScriptedServer.Reply;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static Run.Result get(Reply reply, String... flags) {
    try (var server = ScriptedServer.answering(reply)) {
      var args = new java.util.ArrayList<>(List.of("classify", "get", "x"));
      args.addAll(List.of(flags));
      return Run.against(server).run(args.toArray(String[]::new));
    }
  }

  private static String out(String json, String... flags) {
    return get(Reply.json(json), flags).out();
  }

  @Test
  void transformsChooseWhatIsShown() {
    String json = "{\"a\":{\"b\":\"x\\ny\",\"n\":1.50},\"l\":[1,2]}";
    assertThat(out(json, "--transform", "a.b")).isEqualTo("\"x\\ny\"\n");
    assertThat(out(json, "--transform", "a.b", "-r")).isEqualTo("x\ny\n");
    assertThat(out(json, "--transform", "a.b", "--raw-output", "--format", "yaml"))
        .isEqualTo("x\ny\n");
    assertThat(out(json, "--transform", "a.n", "-r")).isEqualTo("1.50\n");
    assertThat(out(json, "--transform", "l", "--format", "raw")).isEqualTo("[1,2]\n");
    assertThat(out(json, "--transform", "nope", "--format", "jsonl")).isEqualTo(json + "\n");
    assertThat(out(json, "--transform", "a", "--format", "yaml"))
        .isEqualTo("b: |-\n  x\n  y\n\"n\": 1.50\n");
    assertThat(out(json, "--transform", "l.#", "--format", "pretty"))
        .isEqualTo("  classify get\n╭───╮\n│ 2 │\n╰───╯\n");
  }

  @Test
  void rawIsWhatCameAndALineEnd() {
    assertThat(out("{ \"a\" : 1 }", "--format", "raw")).isEqualTo("{ \"a\" : 1 }\n");
    assertThat(out("{ \"a\" : [ 1 ] }", "--format", "jsonl")).isEqualTo("{\"a\":[1]}\n");
  }

  @Test
  void coloursComeByForceAndNotOnAPipe() {
    try (var server = ScriptedServer.answering(Reply.json("{\"a\":1}"))) {
      String[] args = {"classify", "get", "x", "--format", "jsonl"};
      String plain = "{\"a\":1}\n";
      var terminal = Run.screen(true, 80, 24);
      assertThat(Run.against(server).run(args).out()).isEqualTo(plain);
      assertThat(Run.against(server).env("FORCE_COLOR", "1").run(args).out())
          .isEqualTo(
              "\u001b[1m{\u001b[0m\u001b[1m\u001b[94m\"a\"\u001b[0m\u001b[1m:\u001b[0m"
                  + "\u001b[33m1\u001b[0m\u001b[1m}\u001b[0m\n");
      assertThat(Run.against(server).on(terminal).run(args).out()).contains("\u001b[94m");
      assertThat(Run.against(server).on(terminal).env("NO_COLOR", "1").run(args).out())
          .isEqualTo(plain);
      assertThat(Run.against(server).on(terminal).env("TERM", "dumb").run(args).out())
          .isEqualTo(plain);
      assertThat(Run.against(server).on(terminal).env("FORCE_COLOR", "0").run(args).out())
          .isEqualTo(plain);
    }
  }

  @Test
  void answersWithoutJsonShowNothing() {
    var html = new Reply(200, Map.of("Content-Type", "text/html"), "<h1>hello</h1>");
    assertThat(get(html).out()).isEmpty();
    assertThat(get(html).exit()).isZero();
    assertThat(get(new Reply(204, Map.of(), "")).out()).isEmpty();
    assertThat(get(new Reply(400, Map.of(), "Bad things")).out()).isEmpty();
    assertThat(get(new Reply(400, Map.of(), "null and void")).out()).isEqualTo("null\n");
    assertThat(get(new Reply(400, Map.of(), "Internal trouble")).out()).isEqualTo("Internal\n");
  }

  @Test
  void refusalsShowTheirBodyAndStatus() {
    var reply = Reply.json(422, "{\"detail\":[{\"loc\":[\"body\",0],\"msg\":\"é\"}]}");
    var result = get(reply, "--format", "yaml", "--format-error", "yaml");
    assertThat(result.out()).isEqualTo("detail:\n  - loc:\n      - body\n      - 0\n    msg: é\n");
    assertThat(result.err()).endsWith("/api/v2/classify/x\": 422 Unprocessable Entity\n");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(get(reply, "--transform-error", "detail.0.msg", "-r").out()).isEqualTo("\"é\"\n");
    assertThat(get(reply, "--format-error", "raw").out()).endsWith("\"é\"}]}\n");
    assertThat(get(reply, "--format", "yaml").out()).startsWith("{\n  \"detail\": [\n");
    assertThat(get(reply, "--format-error", "pretty").out()).startsWith("  Error\n╭");
    assertThat(get(reply, "--format-error", "explore").err())
        .endsWith(
            "Warning: Output format 'explore' not supported for non-terminal output;"
                + " falling back to 'json'\n");
    assertThat(get(Reply.json(499, "{}")).err()).endsWith(": 499 \n");
  }

  @Test
  void errorBodiesMoveToStandardErrorForTheAsking() {
    try (var server = ScriptedServer.answering(Reply.json(404, "{\"detail\":\"no\"}"))) {
      var result = Run.against(server).env("TAXON_ERRORS", "stderr").run("classify", "get", "x");
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).endsWith(": 404 Not Found\n{\n  \"detail\": \"no\"\n}\n");
    }
  }

  @Test
  void deletingPrintsNothingWhateverComesBack() {
    try (var server = ScriptedServer.answering(Reply.json("{\"gone\":true}"))) {
      assertThat(Run.against(server).run("configurations", "delete", "c").out()).isEmpty();
    }
    try (var server = ScriptedServer.answering(Reply.json(404, "{\"detail\":\"no\"}"))) {
      assertThat(Run.against(server).run("files", "delete", "f").out()).contains("\"no\"");
    }
  }

  @Test
  void retriesTwiceWhereThatMayHelp() {
    for (int status : new int[] {408, 409, 429, 500, 503}) {
      try (var server = ScriptedServer.answering(Reply.json(status, "{}"))) {
        var result = Run.against(server).run("classify", "get", "x");
        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().stream().map(r -> r.header("X-stainless-retry-count")))
            .containsExactly("0", "1", "2");
        assertThat(result.pauses()).hasSize(2);
        assertThat(result.pauses().get(0))
            .isBetween(Duration.ofMillis(375), Duration.ofMillis(500));
        assertThat(result.pauses().get(1)).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
      }
    }
    for (int status : new int[] {400, 401, 404, 422}) {
      try (var server = ScriptedServer.answering(Reply.json(status, "{}"))) {
        Run.against(server).run("classify", "get", "x");
        assertThat(server.requests()).hasSize(1);
      }
    }
  }

  @Test
  void theServerSaysWhetherAndWhenToRetry() {
    assertThat(pauses(Map.of("Retry-After-Ms", "120", "Retry-After", "9")).getFirst())
        .isEqualTo(Duration.ofMillis(120));
    assertThat(pauses(Map.of("Retry-After", "1.5")).getFirst()).isEqualTo(Duration.ofMillis(1500));
    assertThat(pauses(Map.of("Retry-After", "Fri, 02 Jan 2026 03:04:12 GMT")).getFirst())
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(pauses(Map.of("Retry-After", "90")).getFirst()).isLessThan(Duration.ofSeconds(1));
    assertThat(pauses(Map.of("X-Should-Retry", "false"))).isEmpty();
    try (var server =
        ScriptedServer.answering(new Reply(400, Map.of("X-Should-Retry", "true"), "{}"))) {
      assertThat(Run.against(server).run("classify", "get", "x").pauses()).hasSize(2);
    }
  }

  private static List<Duration> pauses(Map<String, String> headers) {
    try (var server = ScriptedServer.answering(new Reply(503, headers, "{}"))) {
      return Run.against(server).run("classify", "get", "x").pauses();
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidInOneLine() {
    var result =
        new Run().env("LLAMA_CLOUD_BASE_URL", "http://127.0.0.1:1").run("files", "delete", "f");
    assertThat(result.err())
        .isEqualTo(
            "Delete \"http://127.0.0.1:1/api/v1/beta/files/f\": dial tcp 127.0.0.1:1: connect:"
                + " connection refused\n");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.pauses()).hasSize(2);
    assertThat(
            new Run()
                .env("LLAMA_CLOUD_BASE_URL", "http://127.0.0.1:1")
                .env("TAXON_EXIT_CODES", "1")
                .run("classify", "list")
                .exit())
        .isEqualTo(6);
  }

  @Test
  void aServiceThatWasNotStartedIsSaidToBeSo() {
    var result =
        new Run()
            .through(request -> {
              throw new ConnectException("Connection refused");
            })
            .run("classify", "get", "x");
    assertThat(result.err())
        .isEqualTo(
            """
            Get "http://127.0.0.1:8080/api/v2/classify/x": dial tcp 127.0.0.1:8080: connect: connection refused
            Taxon does not answer on this machine; start it with: taxon serve
            """);
  }

  @Test
  void namesAndHeadersThatCannotBeSentAreSaid() {
    var run = new Run().env("LLAMA_CLOUD_BASE_URL", "http://no_such.invalid:1");
    assertThat(run.run("classify", "get", "x").err())
        .isEqualTo(
            "Get \"http://no_such.invalid:1/api/v2/classify/x\": dial tcp: lookup no_such.invalid:"
                + " no such host\n");
    assertThat(run.run("classify", "get", "x", "--api-key", "a\nX: b").err())
        .endsWith(": net/http: invalid header field value for \"Authorization\"\n")
        .doesNotContain("X: b");
    assertThat(
            run.env("LLAMA_CLOUD_CUSTOM_HEADERS", "Bad Name: 1").run("classify", "get", "x").err())
        .endsWith(": net/http: invalid header field name \"Bad Name\"\n");
  }

  @Test
  void redirectsAreFollowedButNotWithTheKeyToAnotherServer() {
    try (var other = ScriptedServer.answering(Reply.json("{\"there\":1}"));
        var server =
            ScriptedServer.answering(
                new Reply(307, Map.of("Location", "/moved"), ""),
                new Reply(302, Map.of("Location", other.base() + "/there"), ""))) {
      var result = Run.against(server).run("classify", "get", "x", "--format", "jsonl");
      assertThat(result.out()).isEqualTo("{\"there\":1}\n");
      assertThat(server.requests().get(1).path()).isEqualTo("/moved");
      assertThat(server.requests().get(1).header("Authorization")).isEqualTo("Bearer k1");
      assertThat(other.requests().getFirst().header("Authorization")).isEmpty();
    }
  }

  @Test
  void theDebugLogShowsEveryAttemptWithoutSecrets() {
    try (var server =
        ScriptedServer.answering(
            new Reply(503, Map.of("Retry-After", "0"), "{}"),
            new Reply(
                200,
                Map.of("Set-Cookie", "s=1", "Content-Type", "application/json"),
                "{\"id\":1}"))) {
      var result =
          Run.against(server)
              .env("LLAMA_CLOUD_CUSTOM_HEADERS", "Cookie: c=2")
              .run(
                  "webhook-configs",
                  "create",
                  "--webhook-url",
                  "u",
                  "--webhook-signing-secret",
                  "hush",
                  "--debug");
      assertThat(result.out()).isEqualTo("{\n  \"id\": 1\n}\n");
      assertThat(result.err())
          .startsWith(
              "2026/01/02 03:04:05 Request Content:\nPOST /api/v1/beta/webhook-configs HTTP/1.1\r\n")
          .contains(
              "Authorization: Bearer <REDACTED>\r\n",
              "Cookie: <REDACTED>\r\n",
              "\r\n\r\n{\"webhook_signing_secret\":\"<REDACTED>\",\"webhook_url\":\"u\"}\n",
              "2026/01/02 03:04:05 Response Content:\nHTTP/1.1 503 Service Unavailable\r\n",
              "HTTP/1.1 200 OK\r\n",
              "set-cookie: <REDACTED>\r\n",
              "X-Stainless-Retry-Count: 1\r\n")
          .doesNotContain("k1", "hush", "s=1", "c=2");
    }
  }

  @Test
  void jsonNestedBeyondReasonEndsInASentence() {
    var result = get(Reply.json("[{\"a\":".repeat(200_000)));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).isEqualTo("the JSON is nested too deeply to be shown\n");
  }
}
