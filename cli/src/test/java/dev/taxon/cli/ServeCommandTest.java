package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeCommandTest {
  private static final Pattern ADDRESS = Pattern.compile("listens on (http://127.0.0.1:(\\d+))\n");

  @TempDir Path folder;

  private Program serve(String... words) {
    return Program.start(folder, folder, Map.of(), words);
  }

  private static String address(Program program) {
    var match = ADDRESS.matcher(program.untilOut("Ctrl-C stops it.").out());
    assertThat(match.find()).isTrue();
    return match.group(1);
  }

  @Test
  void saysWhereItIsAndHowToTalkToItAndStopsWhenTold() throws Exception {
    Path data = folder.resolve("data");
    try (Program program = serve("serve", "--port", "0", "--data", data.toString())) {
      String address = address(program);
      assertThat(program.out())
          .containsPattern("\n  port +0  \\(--port\\)\n")
          .containsPattern("\n  data +" + Pattern.quote(data.toString()) + "  \\(--data\\)\n")
          .containsPattern("\n  log-level +info  \\(default\\)\n")
          .contains("  key     in " + data + "/key\n")
          .contains("curl -H \"Authorization: Bearer $(cat '" + data + "/key')\" " + address);
      assertThat(get(address, Files.readString(data.resolve("key")).strip())).isEqualTo(200);
      assertThat(get(address, "another")).isEqualTo(401);
      assertThat(data.resolve("address")).hasContent(address + "\n");
      assertThat(program.err()).doesNotContain("chmod");
      assertThat(program.signal("TERM").exit()).isEqualTo(143);
      assertThat(program.err()).contains("Stopping; what runs is finished first.");
      assertThat(data.resolve("address")).doesNotExist();
    }
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Program again = serve("serve", "--port", "0", "--data", data.toString())) {
      assertThat(get(address(again), Files.readString(data.resolve("key")).strip())).isEqualTo(200);
      assertThat(again.err())
          .contains("warning: other users of this machine may look into the data folder")
          .contains("chmod 700 '" + data + "'");
      assertThat(again.signal("INT").exit()).isEqualTo(130);
    }
  }

  @Test
  void aKeyThatIsSetIsNeitherPrintedNorWrittenDown() throws Exception {
    Path data = folder.resolve("data");
    try (Program program =
        Program.start(
            folder,
            folder,
            Map.of("TAXON_API_KEY", "a-secret-of-mine", "TAXON_PROT", "1"),
            "serve",
            "--port=0",
            "--data=" + data)) {
      assertThat(get(address(program), "a-secret-of-mine")).isEqualTo(200);
      assertThat(program.out())
          .containsPattern("\n  api-key +\\(hidden\\)  \\(TAXON_API_KEY\\)\n")
          .contains("  key     the one that is set\n")
          .contains("Authorization: Bearer $TAXON_API_KEY\"")
          .doesNotContain("a-secret-of-mine");
      assertThat(program.err())
          .contains("warning: TAXON_PROT is not a setting and is ignored; did you mean TAXON_PORT?")
          .doesNotContain("a-secret-of-mine");
    }
    assertThat(data.resolve("key")).doesNotExist();
  }

  @Test
  void aKeyInTheFileOfTheDataFolderOpensItAndIsFoundThere() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("taxon.yaml"), "port: 0\napi-key: a-secret-of-mine\n");
    try (Program program = serve("serve", "--data=" + data)) {
      assertThat(get(address(program), "a-secret-of-mine")).isEqualTo(200);
      assertThat(program.out())
          .contains("Authorization: Bearer KEY\"")
          .doesNotContain("a-secret-of-mine");
      var environment = Map.of("TAXON_DATA", data.toString());
      try (Program client = Program.start(folder, folder, environment, "projects", "list")) {
        assertThat(client.exit()).as(client.out() + client.err()).isZero();
      }
    }
  }

  @Test
  void aFolderOrPortInUseAndABadSettingAreOneSentence() {
    Path data = folder.resolve("data");
    try (Program program = serve("serve", "--port=0", "--data=" + data)) {
      String port = address(program).replaceFirst(".*:", "");
      try (Program second = serve("serve", "--port=0", "--data=" + data)) {
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
            .startsWith("error: The data folder " + data + " is in use by another Taxon server");
      }
      try (Program second = serve("serve", "--port=" + port, "--data=" + folder + "/other")) {
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).startsWith("error: Taxon cannot listen on 127.0.0.1 port " + port);
        assertThat(folder.resolve("other")).doesNotExist();
      }
    }
    try (Program wrong = serve("serve", "--port=many")) {
      assertThat(wrong.exit()).isEqualTo(2);
      assertThat(wrong.err())
          .isEqualTo(
              """
              error: --port is 'many'; it must be a whole number from 0 to 65535.
                hint: taxon serve --help
              """);
    }
    try (Program open = serve("serve", "--host=0.0.0.0", "--port=0", "--data=" + folder + "/o")) {
      assertThat(open.exit()).isEqualTo(2);
      assertThat(open.err()).contains("there is no key yet").doesNotContain("\tat ");
    }
  }

  private static int get(String address, String key) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(address + "/api/v1/projects"))
              .header("Authorization", "Bearer " + key)
              .build();
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  }
}
