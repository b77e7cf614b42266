package dev.taxon.cli.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.official.ScriptedServer.Reply;
import dev.taxon.cli.official.ScriptedServer.Seen;
import dev.taxon.cli.official.wire.Answer;
import dev.taxon.cli.official.wire.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTest {
  private final ScriptedServer server = ScriptedServer.answering(Reply.json("{\"id\":\"j1\"}"));

  @TempDir Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  private Run here() {
    return Run.against(server).in(folder);
  }

  private Seen sent(Run run, String... args) {
    var result = run.run(args);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return server.requests().getLast();
  }

  private String body(String... args) {
    return sent(here(), args).text();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void everyCommandAsksWhatTheTableSays() {
    for (String row :
        """
        classifier:jobs list                        GET /api/v1/classifier/jobs
        classifier:jobs get J                       GET /api/v1/classifier/jobs/J
        classifier:jobs get-results J               GET /api/v1/classifier/jobs/J/results
        classify create                             POST /api/v2/classify
        classify list                               GET /api/v2/classify
        classify get J                              GET /api/v2/classify/J
        classify cancel J                           POST /api/v2/classify/J/cancel
        files retrieve F                            GET /api/v1/beta/files/F
        files list                                  GET /api/v1/beta/files
        files content F                             GET /api/v1/beta/files/F/content
        files delete F                              DELETE /api/v1/beta/files/F
        files query                                 POST /api/v1/beta/files/query
        configurations create --name n --parameters {}  POST /api/v1/beta/configurations
        configurations retrieve C                   GET /api/v1/beta/configurations/C
        configurations update C                     PUT /api/v1/beta/configurations/C
        configurations list                         GET /api/v1/beta/configurations
        configurations delete C                     DELETE /api/v1/beta/configurations/C
        projects list                               GET /api/v1/projects
        projects get P                              GET /api/v1/projects/P
        v2-projects list                            GET /api/v2/projects
        v2-projects get P                           GET /api/v2/projects/P
        webhook-configs create --webhook-url u      POST /api/v1/beta/webhook-configs
        webhook-configs retrieve W                  GET /api/v1/beta/webhook-configs/W
        webhook-configs update W                    PUT /api/v1/beta/webhook-configs/W
        webhook-configs list                        GET /api/v1/beta/webhook-configs
        webhook-configs delete W                    DELETE /api/v1/beta/webhook-configs/W
        """
            .lines()
            .toList()) {
      String[] halves = row.split(" {2,}", 2);
      Seen seen = sent(here(), halves[0].split(" ", -1));
      assertThat(seen.method() + " " + seen.path()).as(row).isEqualTo(halves[1]);
      boolean deletes = seen.method().equals("DELETE");
      assertThat(seen.header("Accept")).isEqualTo(deletes ? "*/*" : "application/json");
    }
  }

  @Test
  void requestsSayWhoAsks() {
    Seen seen = sent(here(), "classifier:jobs", "get-results", "J");
    assertThat(seen.header("Authorization")).isEqualTo("Bearer k1");
    assertThat(seen.header("User-agent")).isEqualTo("LlamaCloud/CLI 1.5.1");
    assertThat(seen.header("X-stainless-cli-command")).isEqualTo("llp classifier:jobs get-results");
    assertThat(seen.header("X-stainless-lang")).isEqualTo("cli");
    assertThat(seen.header("X-stainless-retry-count")).isEqualTo("0");
    assertThat(seen.header("Content-type")).isEmpty();
  }

  @Test
  void theFlagsKeyWinsAndAnEmptyOneIsSentAsOne() {
    assertThat(sent(here(), "classify", "get", "J", "--api-key", "k2").header("Authorization"))
        .isEqualTo("Bearer k2");
    assertThat(sent(here(), "classify", "get", "J", "--api-key", "").header("Authorization"))
        .isEqualTo("Bearer");
    assertThat(
            sent(
                    here().without("LLAMA_CLOUD_API_KEY").withLocalKey("local"),
                    "classify",
                    "get",
                    "J")
                .header("Authorization"))
        .as("the local key is for the local service alone")
        .isEmpty();
  }

  @Test
  void theLocalServiceIsAskedWithItsOwnKeyWhenNoOtherIsNamed() {
    for (String base : new String[] {"", "http://127.0.0.1:8080", "http://127.0.0.1:8080/"}) {
      var asked = new java.util.ArrayList<Request>();
      var result =
          new Run()
              .withLocalKey("local")
              .through(request -> {
                asked.add(request);
                return new Answer(request, 200, Map.of(), "{}");
              })
              .run("classify", "get", "J", "--base-url", base);
      assertThat(result.exit()).isZero();
      assertThat(asked.getFirst().uri()).hasToString("http://127.0.0.1:8080/api/v2/classify/J");
      assertThat(asked.getFirst().headers()).containsEntry("Authorization", "Bearer local");
    }
  }

  @Test
  void theLocalServiceIsKnownByAnyNameOfThisMachineButNotOnAnotherPort() {
    var asked = new java.util.ArrayList<Request>();
    var run =
        new Run()
            .withLocalKey("local")
            .withLocalServiceAt("http://127.0.0.1:9000")
            .through(request -> {
              asked.add(request);
              return new Answer(request, 200, Map.of(), "{}");
            });
    run.run("classify", "get", "J");
    run.run("classify", "get", "J", "--base-url", "http://localhost:9000/");
    run.run("classify", "get", "J", "--base-url", "http://127.0.0.1:8080");
    assertThat(asked)
        .extracting(request -> request.uri() + " " + request.headers().get("Authorization"))
        .containsExactly(
            "http://127.0.0.1:9000/api/v2/classify/J Bearer local",
            "http://localhost:9000/api/v2/classify/J Bearer local",
            "http://127.0.0.1:8080/api/v2/classify/J null");
  }

  @Test
  void aRefusedLocalServiceSaysWhereItsKeyIs() {
    var answer =
        new Run()
            .through(
                request -> new Answer(request, 401, Map.of(), "{\"detail\":\"Invalid API Key\"}"))
            .run("classify", "get", "J");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .startsWith("GET \"http://127.0.0.1:8080/api/v2/classify/J\": 401 Unauthorized\n")
        .contains("TAXON_DATA");
  }

  @Test
  void addressesKeepTheirPath() {
    Seen seen =
        sent(
            here().env("LLAMA_CLOUD_BASE_URL", "http://127.0.0.1:1"),
            "--base-url",
            server.base() + "/v/",
            "classify",
            "get",
            "J");
    assertThat(seen.path()).isEqualTo("/v/api/v2/classify/J");
  }

  @Test
  void customHeadersAreAdded() {
    Seen seen =
        sent(
            here().env("LLAMA_CLOUD_CUSTOM_HEADERS", "X-One: 1\nno colon\n X-Two :  b: c \n"),
            "classify",
            "get",
            "J");
    assertThat(seen.header("X-one")).isEqualTo("1");
    assertThat(seen.header("X-two")).isEqualTo("b: c");
  }

  @Test
  void queriesRepeatListsAndNestObjects() {
    assertThat(
            sent(
                    here(),
                    "files",
                    "list",
                    "--expand",
                    "[b, a b]",
                    "--file-id",
                    "{x: 1, y: {z: é}}",
                    "--file-name",
                    "null",
                    "--external-file-id",
                    "",
                    "--order-by",
                    "a,b desc")
                .path())
        .isEqualTo(
            "/api/v1/beta/files?expand=b&expand=a+b&external_file_id=&file_ids%5Bx%5D=1"
                + "&file_ids%5By%5D%5Bz%5D=%C3%A9&file_name=&order_by=a%2Cb+desc");
    assertThat(sent(here(), "classify", "list", "--job-id", "1.50", "--status", "null").path())
        .isEqualTo("/api/v2/classify?job_ids=1.5&status=");
    assertThat(sent(here(), "files", "list", "--expand", "[a]", "--expand", "b").path())
        .isEqualTo("/api/v1/beta/files?expand=a&expand=b");
    assertThat(sent(here(), "files", "list", "--expand", "a", "--expand", "b").path())
        .isEqualTo("/api/v1/beta/files?expand=b");
  }

  @Test
  void listsGrowAndObjectsAreReplaced() {
    assertThat(
            body(
                "classifier:jobs",
                "create",
                "--file-id",
                "[a, b]",
                "--file-id",
                "c",
                "--rule",
                "{type: t}",
                "--parsing-configuration",
                "{lang: en}",
                "--parsing-configuration",
                "{max_pages: 1}"))
        .isEqualTo(
            "{\"file_ids\":[\"[a, b]\",\"c\"],\"parsing_configuration\":{\"max_pages\":1},"
                + "\"rules\":[{\"type\":\"t\"}]}");
  }

  @Test
  void dottedFlagsFillTheLastElementOrBeginANewOne() {
    assertThat(
            body(
                "classifier:jobs",
                "create",
                "--file-id",
                "f",
                "--rule.type",
                "a",
                "--rule.description",
                "d1",
                "--rule.type",
                "b",
                "--rule.description",
                "d2"))
        .contains(
            "\"rules\":[{\"description\":\"d1\",\"type\":\"a\"},{\"description\":\"d2\",\"type\":\"b\"}]");
    assertThat(
            body(
                "classifier:jobs",
                "create",
                "--file-id",
                "f",
                "--rule.type",
                "a",
                "--rule.type",
                "b",
                "--rule.description",
                "d1",
                "--rule.description",
                "d2"))
        .contains(
            "\"rules\":[{\"type\":\"a\"},{\"description\":\"d1\",\"type\":\"b\"},{\"description\":\"d2\"}]");
    assertThat(
            body(
                "classifier:jobs",
                "create",
                "--file-id",
                "f",
                "--rule",
                "{type: a}",
                "--rule.description",
                "d",
                "--rule",
                "{type: b}"))
        .contains("\"rules\":[{\"description\":\"d\",\"type\":\"a\"},{\"type\":\"b\"}]");
  }

  @Test
  void dottedFlagsFillObjects() {
    assertThat(
            body(
                "classify",
                "create",
                "--configuration",
                "{mode: FAST, x: 1}",
                "--configuration.mode",
                "null",
                "--configuration.parsing-configuration",
                "{max_pages: 0x10}",
                "--configuration.rules",
                "[{type: a}]"))
        .isEqualTo(
            "{\"configuration\":{\"mode\":\"null\",\"parsing_configuration\":{\"max_pages\":16},"
                + "\"rules\":[{\"type\":\"a\"}],\"x\":1}}");
    assertThat(
            body(
                "files",
                "query",
                "--filter.only-manually-uploaded",
                "true",
                "--filter.file-ids",
                "[a]",
                "--filter.file-name",
                "null"))
        .isEqualTo(
            "{\"filter\":{\"file_ids\":[\"a\"],\"file_name\":null,\"only_manually_uploaded\":true}}");
  }

  @Test
  void dottedFlagsOnAnythingMakeOrExtendAList() {
    assertThat(
            body(
                "classify",
                "create",
                "--webhook-configuration.webhook-url",
                "u1",
                "--webhook-configuration.webhook-events",
                "[a]",
                "--webhook-configuration.webhook-url",
                "u2"))
        .isEqualTo(
            "{\"webhook_configurations\":[{\"webhook_events\":[\"a\"],\"webhook_url\":\"u1\"},"
                + "{\"webhook_url\":\"u2\"}]}");
    assertThat(
            body(
                "classify",
                "create",
                "--webhook-configuration",
                "[{webhook_url: u1}]",
                "--webhook-configuration.webhook-headers",
                "{A: b}"))
        .isEqualTo(
            "{\"webhook_configurations\":[{\"webhook_headers\":{\"A\":\"b\"},\"webhook_url\":\"u1\"}]}");
    assertThat(body("classify", "create", "--webhook-configuration-id", "w1"))
        .isEqualTo("{\"webhook_configuration_ids\":\"w1\"}");
    assertThat(
            body(
                "classify",
                "create",
                "--webhook-configuration-id",
                "[w1]",
                "--webhook-configuration-id",
                "w2"))
        .isEqualTo("{\"webhook_configuration_ids\":[\"w1\",\"w2\"]}");
  }

  @Test
  void nothingGivenSendsAnEmptyObject() {
    assertThat(body("classify", "create")).isEqualTo("{}");
    assertThat(
            body(
                "classify",
                "create",
                "--configuration",
                "null",
                "--file-input",
                "null",
                "--webhook-configuration-id",
                "null"))
        .isEqualTo(
            "{\"configuration\":null,\"file_input\":null,\"webhook_configuration_ids\":null}");
  }

  @Test
  void filesStandInForValues() throws IOException {
    write("t.txt", "Plain text é\n");
    Files.write(folder.resolve("b.bin"), new byte[] {0, 1, 2});
    Files.write(folder.resolve("latin.txt"), new byte[] {'a', (byte) 0xe9});
    String[] create = {"classifier:jobs", "create", "--file-id", "f", "--rule.type"};
    for (String[] row :
        new String[][] {
          {"@t.txt", "Plain text é\\n"},
          {"@file://t.txt", "Plain text é\\n"},
          {"@data://t.txt", "UGxhaW4gdGV4dCDDqQo="},
          {"@b.bin", "AAEC"},
          {"@latin.txt", "Yek="},
          {"@" + folder.resolve("t.txt"), "Plain text é\\n"},
          {"\\\\@t.txt".substring(1), "@t.txt"},
          {"@someone", "@someone"},
          {"a@b.c", "a@b.c"}
        }) {
      var args = new java.util.ArrayList<>(java.util.List.of(create));
      args.add(row[0]);
      assertThat(body(args.toArray(String[]::new))).contains("\"type\":\"" + row[1] + "\"");
    }
    var missing = here().run("classifier:jobs", "create", "--file-id", "@a/b", "--rule", "{}");
    assertThat(missing.err()).isEqualTo("open a/b: no such file or directory\n");
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(here().run("classifier:jobs", "create", "--file-id", "@./", "--rule", "{}").err())
        .isEqualTo("read ./: is a directory\n");
    assertThat(body("classify", "create", "--configuration", "{a: {b: ['@t.txt']}}"))
        .isEqualTo("{\"configuration\":{\"a\":{\"b\":[\"Plain text é\\n\"]}}}");
    assertThat(sent(here(), "files", "list", "--file-name", "@t.txt").path())
        .isEqualTo("/api/v1/beta/files?file_name=Plain+text+%C3%A9%0A");
  }

  @Test
  void wholeObjectsComeFromFilesToo() throws IOException {
    write("rule.yaml", "type: a\ndescription: b\n");
    write("rules.yaml", "- {type: a}\n- {type: b}\n");
    write("c.json", "{\"mode\":\"FAST\"}");
    assertThat(body("classifier:jobs", "create", "--file-id", "f", "--rule", "@rule.yaml"))
        .contains("\"rules\":[{\"description\":\"b\",\"type\":\"a\"}]");
    assertThat(body("classifier:jobs", "create", "--file-id", "f", "--rule", "@rules.yaml"))
        .contains("\"rules\":[{\"type\":\"a\"},{\"type\":\"b\"}]");
    assertThat(body("classify", "create", "--configuration", "@c.json"))
        .isEqualTo("{\"configuration\":{\"mode\":\"FAST\"}}");
    assertThat(body("classify", "create", "--configuration.rules", "@rules.yaml"))
        .isEqualTo("{\"configuration\":{\"rules\":[{\"type\":\"a\"},{\"type\":\"b\"}]}}");
  }

  @Test
  void theRulesOfTheOtherCommandsAreTakenAsTheyStand() throws IOException {
    write("rules.yaml", "rules:\n- {type: a}\n- {type: b}\n");
    assertThat(body("classify", "create", "--configuration.rules", "@rules.yaml"))
        .isEqualTo("{\"configuration\":{\"rules\":[{\"type\":\"a\"},{\"type\":\"b\"}]}}");
    assertThat(body("classify", "create", "--configuration", "@rules.yaml"))
        .isEqualTo("{\"configuration\":{\"rules\":[{\"type\":\"a\"},{\"type\":\"b\"}]}}");
    assertThat(body("classifier:jobs", "create", "--file-id", "f", "--rule", "@rules.yaml"))
        .contains("\"rules\":[{\"type\":\"a\"},{\"type\":\"b\"}]");
  }

  @Test
  void standardInputFillsWhatNoFlagGives() {
    assertThat(
            sent(
                here()
                    .reading(
                        "{\"file_ids\":[\"f1\"],\"rules\":[{\"type\":\"a\"}],\"extra\":{\"x\":1},"
                            + "\"project_id\":\"p\",\"organization_id\":null}"),
                "classifier:jobs",
                "create",
                "--mode",
                "FAST"))
        .satisfies(seen -> {
          assertThat(seen.path())
              .isEqualTo("/api/v1/classifier/jobs?organization_id=&project_id=p");
          assertThat(seen.text())
              .isEqualTo(
                  "{\"extra\":{\"x\":1},\"file_ids\":[\"f1\"],\"mode\":\"FAST\",\"rules\":[{\"type\":\"a\"}]}");
        });
    assertThat(
            sent(
                here().reading("config_id: c1\nname: n\n"),
                "configurations",
                "update",
                "--name",
                "m"))
        .satisfies(seen -> {
          assertThat(seen.path()).isEqualTo("/api/v1/beta/configurations/c1");
          assertThat(seen.text()).isEqualTo("{\"name\":\"m\"}");
        });
    assertThat(
            sent(
                here().reading("project_id: q\nrest: 1"),
                "classify",
                "get",
                "J",
                "--project-id",
                "p"))
        .satisfies(seen -> assertThat(seen.path()).isEqualTo("/api/v2/classify/J?project_id=p"));
    assertThat(sent(here().reading("[1, 2]"), "classify", "create").text()).isEqualTo("[1,2]");
    assertThat(sent(here().reading(" \n"), "classify", "create").text()).isEqualTo("{}");
    assertThat(sent(here().reading("{mode: X}").atKeyboard(), "classify", "create").text())
        .isEqualTo("{}");
  }

  @Test
  void standardInputThatIsNoMapOrNoYamlIsRefused() {
    var list = here().reading("[1,2]").run("classify", "create", "--file-id", "f");
    assertThat(list.err()).isEqualTo("Cannot merge flags with a body that is not a map: [1 2]\n");
    var broken = here().reading("{a: ").run("classify", "create");
    assertThat(broken.err()).startsWith("Failed to parse piped data as YAML/JSON:\n");
    assertThat(broken.exit()).isEqualTo(1);
  }

  @Test
  void aDashReadsStandardInput() {
    assertThat(
            sent(
                    here().reading("{type: a"),
                    "classifier:jobs",
                    "create",
                    "--file-id",
                    "f",
                    "--rule.type",
                    "x",
                    "--rule.description",
                    "@-")
                .text())
        .contains("\"description\":\"{type: a\"");
    Seen upload = sent(here().reading("bytes"), "files", "create", "--file", "-", "--purpose", "x");
    assertThat(upload.body())
        .contains(
            "name=\"file\"; filename=\"stdin\"\r\nContent-Type: application/octet-stream\r\n\r\nbytes\r\n");
  }

  @Test
  void uploadsNameTheFileAndItsType() throws IOException {
    write("a\"b.txt", "hello");
    write("plain", "x");
    Seen seen =
        sent(
            here(),
            "files",
            "create",
            "--purpose",
            "classify",
            "--file",
            "a\"b.txt",
            "--external-file-id",
            "null",
            "--project-id",
            "p");
    assertThat(seen.path()).isEqualTo("/api/v1/beta/files?project_id=p");
    assertThat(seen.body())
        .contains(
            "name=\"external_file_id\"\r\n\r\n\r\n",
            "name=\"file\"; filename=\"a\\\"b.txt\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhello",
            "name=\"purpose\"\r\n\r\nclassify\r\n");
    assertThat(seen.body().indexOf("external_file_id"))
        .isLessThan(seen.body().indexOf("name=\"file\""));
    assertThat(seen.body().indexOf("name=\"file\"")).isLessThan(seen.body().indexOf("purpose"));
    assertThat(sent(here(), "files", "create", "--purpose", "x", "--file", "plain").body())
        .contains("filename=\"plain\"\r\nContent-Type: application/octet-stream\r\n");
    assertThat(here().run("files", "create", "--purpose", "x", "--file", "nope.pdf").err())
        .isEqualTo("open nope.pdf: no such file or directory\n");
    Files.createDirectory(folder.resolve("dir"));
    assertThat(here().run("files", "create", "--purpose", "x", "--file", "dir").err())
        .isEqualTo("read dir: is a directory\n");
  }

  @Test
  void aLargeUploadStreamsAndStillReadsARefusal() throws IOException {
    try (var large = Files.newOutputStream(folder.resolve("large.bin"))) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 9; i++) {
        large.write(block);
      }
    }
    try (var refusing =
        ScriptedServer.answering(Reply.json(401, "{\"detail\":\"Invalid API Key\"}"))) {
      var result =
          Run.against(refusing)
              .in(folder)
              .run("files", "create", "--purpose", "x", "--file", "large.bin");
      assertThat(result.out()).contains("Invalid API Key");
      assertThat(result.err()).endsWith(": 401 Unauthorized\n");
      assertThat(refusing.requests().getFirst().body()).hasSizeGreaterThan(9 << 20);
    }
  }
}
