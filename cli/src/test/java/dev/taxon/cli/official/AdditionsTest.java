package dev.taxon.cli.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.official.ScriptedServer.Reply;
import dev.taxon.cli.official.ScriptedServer.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdditionsTest {
  private static final String RULE = "{type: invoice, description: Has a total due}";

  @TempDir Path folder;

  @Test
  void pathsInThePlaceOfIdsAreUploadedFirst() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one");
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/b"), "two");
    Files.writeString(folder.resolve("f3"), "a name without a dot is an id");
    try (var server =
        ScriptedServer.answering(
            Reply.json("{\"id\":\"u1\"}"),
            Reply.json("{\"id\":\"u2\"}"),
            Reply.json("{\"id\":\"j1\"}"))) {
      Run.Result result =
          Run.against(server)
              .in(folder)
              .reading("{\"mode\":\"FAST\"}")
              .run(
                  "classifier:jobs",
                  "create",
                  "--file-id",
                  "a.txt",
                  "--file-id",
                  "f3",
                  "--file-id",
                  "./sub/b",
                  "--rule",
                  RULE,
                  "--project-id",
                  "p",
                  "--format",
                  "jsonl");
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).isEqualTo("{\"id\":\"j1\"}\n");
      assertThat(server.requests())
          .extracting(Seen::path)
          .containsExactly(
              "/api/v1/beta/files?project_id=p",
              "/api/v1/beta/files?project_id=p",
              "/api/v1/classifier/jobs?project_id=p");
      assertThat(server.requests().getFirst().body())
          .contains("name=\"purpose\"\r\n\r\nclassify")
          .contains("filename=\"a.txt\"");
      assertThat(server.requests().getLast().text())
          .isEqualTo(
              "{\"file_ids\":[\"u1\",\"f3\",\"u2\"],\"mode\":\"FAST\","
                  + "\"rules\":[{\"description\":\"Has a total due\",\"type\":\"invoice\"}]}");
    }
  }

  @Test
  void nothingIsUploadedForACommandThatIsNotWhole() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one");
    try (var server = ScriptedServer.answering(Reply.json("{}"))) {
      Run.Result result =
          Run.against(server).in(folder).run("classifier:jobs", "create", "--file-id", "a.txt");
      assertThat(result.err()).startsWith("Required flag \"rule\" not set\n");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void nothingIsUploadedWhenOneOfTheFilesIsNotThere() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one");
    try (var server = ScriptedServer.answering(Reply.json("{}"))) {
      Run.Result result =
          Run.against(server)
              .in(folder)
              .run(
                  "classifier:jobs",
                  "create",
                  "--file-id",
                  "a.txt",
                  "--file-id",
                  "sub/b.txt",
                  "--rule",
                  RULE);
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .isEqualTo("there is no file \"sub/b.txt\", and no id has a dot or a slash\n");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void theEndOfAJobIsWaitedForAndShown() {
    try (var server =
        ScriptedServer.answering(
            Reply.json("{\"id\":\"j/1\",\"status\":\"PENDING\"}"),
            Reply.json("{\"id\":\"j/1\",\"status\":\"RUNNING\"}"),
            Reply.json("{\"id\":\"j/1\",\"status\":\"COMPLETED\",\"result\":{\"type\":\"cv\"}}"))) {
      Run.Result result =
          Run.against(server)
              .run(
                  "classify",
                  "create",
                  "--file-input",
                  "f",
                  "--wait",
                  "--transform",
                  "result.type",
                  "-r",
                  "--project-id",
                  "p");
      assertThat(result.exit()).isZero();
      assertThat(result.out()).isEqualTo("cv\n");
      assertThat(server.requests())
          .extracting(seen -> seen.method() + " " + seen.path())
          .containsExactly(
              "POST /api/v2/classify?project_id=p",
              "GET /api/v2/classify/j%2F1?project_id=p",
              "GET /api/v2/classify/j%2F1?project_id=p");
      assertThat(result.pauses()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(150));
    }
  }

  @Test
  void aJobThatFailsOrTakesTooLongFails() {
    try (var server =
        ScriptedServer.answering(
            Reply.json("{\"id\":\"j\",\"status\":\"PENDING\"}"),
            Reply.json("{\"id\":\"j\",\"status\":\"ERROR\"}"))) {
      Run.Result result =
          Run.against(server)
              .run("classifier:jobs", "create", "--file-id", "f", "--rule", RULE, "--wait");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.out()).contains("\"status\": \"ERROR\"");
    }
    try (var server =
        ScriptedServer.answering(Reply.json("{\"id\":\"j\",\"status\":\"PENDING\"}"))) {
      Run.Result result =
          Run.against(server)
              .env("TAXON_EXIT_CODES", "1")
              .run(
                  "classifier:jobs",
                  "create",
                  "--file-id",
                  "f",
                  "--rule",
                  RULE,
                  "--wait",
                  "--timeout",
                  "2s");
      assertThat(result.exit()).isEqualTo(7);
      assertThat(result.err()).isEqualTo("job j is still PENDING after 2s\n");
      assertThat(result.out()).isEmpty();
    }
    try (var server = ScriptedServer.answering(Reply.json("{}"))) {
      Run.Result result =
          Run.against(server)
              .run("classify", "create", "--file-input", "f", "--wait", "--timeout", "soon");
      assertThat(result.err())
          .isEqualTo("--timeout is a time such as 90s, 10m or 1h, found \"soon\"\n");
      assertThat(server.requests()).isEmpty();
    }
  }
}
