package dev.taxon.cli.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.official.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every recorded run of the official program gives the same bytes, but for two where it chose to
 * differ.
 */
class GoldenTest {
  /** How the address of the scripted server is written. */
  private static final String BASE = "http://BASE";

  /** Items of a YAML list are documents of their own. */
  private static final String YAML_LIST = "list yaml";

  /** A dash sends standard input. */
  private static final String DASH = "files create dash with pipe";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> recordedRuns() throws IOException {
    return runs("golden.json", 52);
  }

  /** Runs that were not recorded, as the contract describes them. */
  @TestFactory
  Stream<DynamicTest> describedRuns() throws IOException {
    return runs("described.json", 89);
  }

  private Stream<DynamicTest> runs(String file, int count) throws IOException {
    Files.writeString(folder.resolve("t.txt"), "Plain text é\n");
    Files.write(
        folder.resolve("b.pdf"),
        new byte[] {0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, 0x0a, 0x00, 0x01, (byte) 0xff});
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
      Json golden = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      List<Json> cases = golden.get("cases").elements();
      assertThat(cases.size()).isEqualTo(count);
      return cases.stream()
          .map(run -> DynamicTest.dynamicTest(run.get("name").text(), () -> check(run)));
    }
  }

  private void check(Json golden) {
    String name = golden.get("name").text();
    try (var server = ScriptedServer.answering(replies(golden))) {
      var run = new Run().in(folder).env("LLAMA_CLOUD_BASE_URL", server.base());
      strings(golden.get("env"))
          .forEach((variable, value) -> run.env(variable, value.replace(BASE, server.base())));
      if (golden.get("stdin").exists()) {
        run.reading(golden.get("stdin").text());
      }
      Run.Result result =
          run.run(
              golden.get("args").elements().stream()
                  .map(word -> word.text().replace(BASE, server.base()))
                  .toArray(String[]::new));

      if (name.equals(DASH)) {
        assertThat(result.exit()).isZero();
        assertThat(server.requests().getFirst().body()).contains("filename=\"stdin\"", "some text");
        return;
      }
      String out = golden.get("stdout").text();
      assertThat(result.out())
          .isEqualTo(name.equals(YAML_LIST) ? out.replace("\nid:", "\n---\nid:") : out);
      assertThat(result.err().replace(server.base(), BASE)).isEqualTo(golden.get("stderr").text());
      assertThat(result.exit()).isEqualTo(Integer.parseInt(golden.get("exit").raw()));
      List<Json> wanted = golden.get("requests").elements();
      assertThat(server.requests()).hasSameSizeAs(wanted);
      for (int i = 0; i < wanted.size(); i++) {
        checkRequest(server.requests().get(i), wanted.get(i));
      }
    }
  }

  private static void checkRequest(ScriptedServer.Seen seen, Json wanted) {
    assertThat(seen.method()).isEqualTo(wanted.get("method").text());
    assertThat(seen.path()).isEqualTo(wanted.get("path").text());
    assertThat(seen.header("Authorization")).isEqualTo(wanted.get("authorization").text());
    assertThat(seen.header("Content-Type").split(";", 2)[0])
        .isEqualTo(wanted.get("content_type").text());
    if (wanted.get("body").exists()) {
      assertThat(seen.text()).isEqualTo(wanted.get("body").text());
    }
    if (wanted.get("parts").exists()) {
      assertThat(parts(seen))
          .isEqualTo(wanted.get("parts").elements().stream().map(GoldenTest::part).toList());
    }
  }

  private record Part(String name, String filename, String type, String body) {}

  private static Part part(Json json) {
    return new Part(
        json.get("name").text(),
        orEmpty(json.get("filename")),
        orEmpty(json.get("content_type")),
        json.get("body").text());
  }

  private static String orEmpty(Json json) {
    return json.kind() == Json.Kind.TEXT ? json.text() : "";
  }

  private static List<Part> parts(ScriptedServer.Seen seen) {
    String boundary = "--" + seen.header("Content-Type").split("boundary=", 2)[1];
    var parts = new ArrayList<Part>();
    assertThat(seen.body()).startsWith(boundary + "\r\n").endsWith("\r\n" + boundary + "--\r\n");
    for (String piece : seen.body().split("(?:\r\n)?" + boundary + "(?:\r\n|--\r\n)", -1)) {
      if (!piece.isEmpty()) {
        String[] halves = piece.split("\r\n\r\n", 2);
        parts.add(
            new Part(
                between(halves[0], "; name=\""),
                between(halves[0], "filename=\""),
                halves[0].contains("Content-Type: ") ? halves[0].split("Content-Type: ", 2)[1] : "",
                halves[1]));
      }
    }
    return parts;
  }

  private static String between(String text, String before) {
    int from = text.indexOf(before);
    return from < 0
        ? ""
        : text.substring(from + before.length(), text.indexOf('"', from + before.length()));
  }

  private static List<ScriptedServer.Reply> replies(Json golden) {
    return golden.get("responses").elements().stream()
        .map(reply ->
            new ScriptedServer.Reply(
                Integer.parseInt(reply.get("status").raw()),
                strings(reply.get("headers")),
                reply.get("body").text()))
        .toList();
  }

  private static Map<String, String> strings(Json object) {
    var strings = new HashMap<String, String>();
    object.members().forEach(member -> strings.put(member.key(), member.value().text()));
    return strings;
  }
}
