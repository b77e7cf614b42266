package dev.taxon.cli.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.official.ScriptedServer.Reply;
import dev.taxon.cli.official.output.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListTest {
  private final ScriptedServer server =
      ScriptedServer.answering(
          Reply.json(
              "{\"items\":[{\"id\":\"a\",\"n\":1.50},{\"id\":\"b\"}],\"next_page_token\":\"t 2\"}"),
          Reply.json("{\"items\":[{\"id\":\"c\"}],\"next_page_token\":\"\"}"));

  @AfterEach
  void stop() {
    server.close();
  }

  private Run.Result list(String... flags) {
    var args = new java.util.ArrayList<>(List.of("files", "list"));
    args.addAll(List.of(flags));
    return Run.against(server).run(args.toArray(String[]::new));
  }

  private List<String> paths() {
    return server.requests().stream().map(ScriptedServer.Seen::path).toList();
  }

  @Test
  void everyPageIsFetchedWithTheSameQuery() {
    assertThat(list("--format", "jsonl", "--page-size", "2", "--page-token", "t1").out())
        .isEqualTo("{\"id\":\"a\",\"n\":1.50}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n");
    assertThat(paths())
        .containsExactly(
            "/api/v1/beta/files?page_size=2&page_token=t1",
            "/api/v1/beta/files?page_size=2&page_token=t+2");
  }

  @Test
  void itemsAreFormattedOneByOne() {
    assertThat(list().out())
        .isEqualTo(
            "{\n  \"id\": \"a\",\n  \"n\": 1.50\n}\n{\n  \"id\": \"b\"\n}\n{\n  \"id\": \"c\"\n}\n");
  }

  @Test
  void yamlItemsAreDocuments() {
    assertThat(list("--format", "yaml").out())
        .isEqualTo("id: a\n\"n\": 1.50\n---\nid: b\n---\nid: c\n");
  }

  @Test
  void eachItemHasItsOwnBox() {
    assertThat(list("--format", "pretty", "--max-items", "2").out())
        .isEqualTo(
            """
              files list
            ╭─────────╮
            │ id: a   │
            │ n: 1.50 │
            ╰─────────╯
              files list
            ╭───────╮
            │ id: b │
            ╰───────╯
            """);
  }

  @Test
  void transformsApplyToEachItemAndFallBackToTheWhole() {
    assertThat(list("--transform", "n", "--format", "jsonl").out())
        .isEqualTo("1.50\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n");
  }

  @Test
  void noMoreItemsThanAskedForAndNoPageBeyondThem() {
    assertThat(list("--max-items", "2", "--format", "jsonl").out().lines()).hasSize(2);
    assertThat(paths()).hasSize(1);
    assertThat(list("--max-items", "0").out()).isEmpty();
    assertThat(list("--max-items", "-1", "--transform", "id", "-r").out()).isEqualTo("c\n");
    assertThat(paths()).allSatisfy(path -> assertThat(path).doesNotContain("max"));
  }

  @Test
  void rawIsTheFirstPageAlone() {
    assertThat(list("--format", "raw").out())
        .isEqualTo(
            "{\"items\":[{\"id\":\"a\",\"n\":1.50},{\"id\":\"b\"}],\"next_page_token\":\"t 2\"}\n");
    assertThat(paths()).hasSize(1);
  }

  @Test
  void exploreFallsBackOnAPipe() {
    var result = list("--format", "explore", "--max-items", "1");
    assertThat(result.out()).startsWith("{\n  \"id\": \"a\"");
    assertThat(result.err()).startsWith("Warning: Output format 'explore' not supported");
    var upper = list("--format", "Explore");
    assertThat(upper.exit()).isEqualTo(1);
    assertThat(upper.err())
        .isEqualTo(
            "Invalid format: Explore, valid formats are: "
                + "auto, explore, json, jsonl, pretty, raw, yaml\n");
    assertThat(
            Run.against(server)
                .env("TAXON_EXIT_CODES", "1")
                .run("classifier:jobs", "list", "--format", "Explore")
                .exit())
        .isEqualTo(2);
  }

  @Test
  void emptyListsPrintNothing() {
    for (String body :
        new String[] {"{\"items\":[],\"next_page_token\":\"t\"}", "{}", "{\"items\":null}", ""}) {
      try (var empty = ScriptedServer.answering(Reply.json(body))) {
        var result = Run.against(empty).run("v2-projects", "list");
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(empty.requests()).hasSize(1);
        // the official program knows a format only when it has an item to show
        assertThat(Run.against(empty).run("v2-projects", "list", "--format", "Explore"))
            .isEqualTo(result);
      }
    }
  }

  @Test
  void listsThatAreNotPagedAreOneValue() {
    try (var projects = ScriptedServer.answering(Reply.json("[{\"id\":\"p\"},{\"id\":\"q\"}]"))) {
      assertThat(Run.against(projects).run("projects", "list", "--transform", "#.id").out())
          .isEqualTo("[\"p\", \"q\"]\n");
      assertThat(Run.against(projects).run("webhook-configs", "list", "--format", "jsonl").out())
          .isEqualTo("[{\"id\":\"p\"},{\"id\":\"q\"}]\n");
    }
  }

  @TempDir Path folder;

  /** A terminal whose pager is the command that PAGER names, writing into a file. */
  private Screen terminal(Path paged) {
    return new Screen() {
      @Override
      public boolean isTerminal() {
        return true;
      }

      @Override
      public int width() {
        return 80;
      }

      @Override
      public int height() {
        return 6;
      }

      @Override
      public Process pager(List<String> command, Map<String, String> environment)
          throws IOException {
        assertThat(environment).containsEntry("LESS", "-X -r -P files list");
        return new ProcessBuilder(command).redirectOutput(paged.toFile()).start();
      }
    };
  }

  @Test
  void whatIsTooLongForTheTerminalGoesThroughThePager() throws IOException {
    Path paged = folder.resolve("paged");
    var run = Run.against(server).on(terminal(paged)).env("NO_COLOR", "1").env("PAGER", "cat -u");
    var result = run.run("files", "list", "--format", "jsonl");
    assertThat(result.out()).isEmpty();
    assertThat(Files.readString(paged))
        .isEqualTo("{\"id\":\"a\",\"n\":1.50}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n");
    var shortList = run.run("files", "list", "--format", "jsonl", "--max-items", "1");
    assertThat(shortList.out()).isEqualTo("{\"id\":\"c\"}\n");
  }

  @Test
  void aPagerThatIsMissingLosesNothing() {
    var result =
        Run.against(server)
            .on(terminal(folder.resolve("paged")))
            .env("NO_COLOR", "1")
            .env("PAGER", "no-such-pager")
            .run("files", "list", "--format", "jsonl");
    assertThat(result.out().lines()).hasSize(3);
    assertThat(result.exit()).isZero();
  }
}
