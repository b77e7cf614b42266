package dev.taxon.cli.official.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionTest {
  @TempDir Path folder;

  private static Hidden.Outcome complete(String style, String... words) {
    var args = new ArrayList<>(List.of("__complete", "--"));
    args.addAll(List.of(words));
    return Hidden.run("llp", args, Map.of("COMPLETION_STYLE", style), Words.NONE, Path.of(""));
  }

  @Test
  void groupsWithAColonAppearUpToItUntilOneIsTyped() {
    assertThat(complete("bash", "").out())
        .isEqualTo(
            """
            files
            classify
            configurations
            webhook-configs
            projects
            v2-projects
            classifier
            """);
    assertThat(complete("bash", "class").out()).isEqualTo("classify\nclassifier\n");
    assertThat(complete("bash", "classifier:").out()).isEqualTo("jobs\n");
    assertThat(complete("bash", "classifier", ":").out()).isEqualTo("jobs\n");
    assertThat(complete("bash", "classifier", ":", "jo").out()).isEqualTo("jobs\n");
    assertThat(complete("zsh", "classifier:").out())
        .isEqualTo("classifier\\:jobs:Classify many files by rules\n");
    assertThat(complete("fish", "classifier:j").out())
        .isEqualTo("classifier:jobs\tClassify many files by rules\n");
    assertThat(complete("pwsh", "classifier:j").out()).isEqualTo("classifier:jobs\n");
  }

  @Test
  void commandsAndFlagsFollowTheirGroup() {
    assertThat(complete("bash", "classifier", ":", "jobs", "ge").out())
        .isEqualTo("get\nget-results\n");
    assertThat(complete("bash", "classifier:jobs", "get-results", "--cl").out())
        .isEqualTo("--classify-job-id\n");
    assertThat(complete("bash", "classifier:jobs", "create", "--rule").out())
        .isEqualTo("--rule\n--rule.description\n--rule.type\n");
    assertThat(complete("bash", "--format", "json", "--debug", "files", "del").out())
        .isEqualTo("delete\n");
    assertThat(complete("bash", "files", "list", "--raw").out()).isEqualTo("--raw-output\n");
    assertThat(complete("bash", "nothing", "").exit()).isZero();
  }

  @Test
  void afterAFlagThatTakesAValueFilesAreCompleted() {
    assertThat(complete("bash", "files", "create", "--file", "").exit()).isEqualTo(10);
    assertThat(complete("bash", "files", "create", "--file", "").out()).isEmpty();
    assertThat(complete("bash", "classify", "get", "--job-id", "a").exit()).isEqualTo(10);
    assertThat(complete("bash", "--debug", "").exit()).isZero();
  }

  @Test
  void theStyleMustBeNamed() {
    Hidden.Outcome outcome =
        Hidden.run("llp", List.of("__complete", "--", ""), Map.of(), Words.NONE, folder);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo("COMPLETION_STYLE must be set to 'bash', 'zsh', 'pwsh', or 'fish'\n");
  }

  @Test
  void everyShellHasAScriptThatCallsTheProgramByItsName() {
    for (String shell : List.of("bash", "zsh", "fish", "pwsh")) {
      Hidden.Outcome outcome =
          Hidden.run(
              "llamacloud-prod", List.of("@completion", shell), Map.of(), Words.NONE, folder);
      assertThat(outcome.exit()).isZero();
      assertThat(outcome.out())
          .contains("llamacloud-prod")
          .contains("__complete -- ")
          .contains("COMPLETION_STYLE")
          .doesNotContain("@PROGRAM@")
          .doesNotContain("@FUNCTION@");
    }
    assertThat(
            Hidden.run("llp", List.of("@completion", "tcsh"), Map.of(), Words.NONE, folder).err())
        .isEqualTo("unknown shell tcsh, available shells are [bash fish pwsh zsh]\n");
    assertThat(Hidden.run("llp", List.of("@completion"), Map.of(), Words.NONE, folder).exit())
        .isEqualTo(1);
  }

  @Test
  void bashTakesUpWhatTheProgramSays() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: there is no bash");
    Path program = folder.resolve("llp");
    Files.writeString(
        program,
        """
        #!/bin/sh
        [ "$COMPLETION_STYLE" = bash ] || exit 1
        echo "$*" >> "$0.log"
        case "$*" in *--file*) exit 10 ;; *classif) echo classify; echo classifier ;; *) echo jobs ;; esac
        """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("a file.pdf"), "");
    String script =
        Hidden.run("llp", List.of("@completion", "bash"), Map.of(), Words.NONE, folder).out();
    Path test = folder.resolve("test.bash");
    Files.writeString(
        test,
        script
            + """
            try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); __llp_complete; printf '<%s>' "${COMPREPLY[@]}"; echo; }
            cd "$(dirname "$0")"
            try ./llp classif
            try ./llp classifier :
            try ./llp files create --file 'a'
            """);
    Process process =
        new ProcessBuilder("/bin/bash", test.toString()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("<classify><classifier>\n<jobs>\n<a file.pdf>\n");
    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("llp.log"))
        .hasContent(
            """
            __complete -- classif
            __complete -- classifier :
            __complete -- files create --file a
            """);
  }

  /** A program that says how it is called, and completes as the real one might. */
  private String recorder(String style) throws IOException {
    Path program = folder.resolve("llp");
    Files.writeString(
        program,
        """
        #!/bin/sh
        [ "$COMPLETION_STYLE" = @SHELL@ ] || exit 1
        echo "$*" >> "$0.log"
        case "$*" in *--file*) exit 10 ;; *classif*) printf '%s\\n' 'classify' 'classifier:jobs' ;; esac
        """
            .replace("@SHELL@", style));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("a file.pdf"), "");
    return Hidden.run("llp", List.of("@completion", style), Map.of(), Words.NONE, folder).out();
  }

  private String ran(String shell, String script) throws Exception {
    Path test = folder.resolve("test." + shell);
    Files.writeString(test, script);
    var builder = new ProcessBuilder(shell, test.toString()).directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  private static boolean isThere(String shell) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
  }

  @Test
  void fishTakesUpWhatTheProgramSays() throws Exception {
    assumeTrue(isThere("fish"), "skipped: there is no fish");
    String script = recorder("fish");
    assertThat(
            ran(
                "fish",
                script
                    + """
                    complete -C 'llp classif'
                    complete -C 'llp files create --file a'
                    """))
        .isEqualTo("classify\nclassifier:jobs\na file.pdf\n");
    assertThat(folder.resolve("llp.log"))
        .hasContent("__complete -- classif\n__complete -- files create --file a\n");
  }

  @Test
  void zshTakesUpWhatTheProgramSays() throws Exception {
    assumeTrue(isThere("zsh"), "skipped: there is no zsh");
    String script = recorder("zsh");
    assertThat(
            ran(
                "zsh",
                """
                compdef() { print "compdef $*" }
                _files() { print files }
                _describe() { print -l "<${(@P)^3}>" }
                """
                    + script
                    + """
                    try() { words=("$@") CURRENT=$#; _llp }
                    try llp classif
                    try llp files create --file 'a'
                    """))
        .isEqualTo("compdef _llp llp\n<classify>\n<classifier:jobs>\nfiles\n");
    assertThat(folder.resolve("llp.log"))
        .hasContent("__complete -- classif\n__complete -- files create --file a\n");
  }

  @Test
  void theManualPageNamesEveryCommandAndFlag() throws IOException {
    Hidden.Outcome outcome =
        Hidden.run("llp", List.of("@manpages", "-o", "m", "--text"), Map.of(), Words.NONE, folder);
    assertThat(outcome.out()).isEqualTo("Wrote manpages to m\n");
    String page = Files.readString(folder.resolve("m/man1/llp.1"));
    byte[] zipped = Files.readAllBytes(folder.resolve("m/man1/llp.1.gz"));
    try (var content = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(page);
    }
    assertThat(page)
        .startsWith(".TH LLP 1\n")
        .contains(".SH NAME\nllp \\- ")
        .contains("\\fBllp classifier:jobs get\\-results\\fR")
        .contains("\\fB\\-\\-classify\\-job\\-id\\fR \\fIstring\\fR\nThe job (required)\n")
        .contains("\\fB\\-\\-rule.type\\fR")
        .contains("LLAMA_CLOUD_BASE_URL");
    assertThat(
            Hidden.run("llp", List.of("@manpages", "--nonsense"), Map.of(), Words.NONE, folder)
                .exit())
        .isEqualTo(1);
  }
}
