package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell programs that start and build Taxon, on machines that lack something: a copy of them,
 * with a path of search that holds only what the test puts there.
 */
final class LauncherTest {
  /** What the programs may count on everywhere. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "sh",
          "dirname",
          "readlink",
          "find",
          "sed",
          "head",
          "cat",
          "mktemp",
          "touch",
          "mkdir",
          "rm",
          "mv",
          "cp",
          "uname",
          "tr",
          "grep",
          "awk",
          "env",
          "chmod",
          "stty",
          "id");

  @TempDir Path folder;
  private Path root;
  private Path tools;

  /** What came of a program. */
  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void copyThePrograms() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
    root = Files.createDirectories(folder.resolve("root"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Path sources = Path.of("..").toAbsolutePath().normalize();
    for (String program : List.of("taxon", "dev")) {
      Files.copy(sources.resolve(program), root.resolve(program));
    }
    Files.createDirectory(root.resolve("scripts"));
    try (Stream<Path> scripts = Files.list(sources.resolve("scripts"))) {
      for (Path script : scripts.filter(file -> file.toString().endsWith(".sh")).toList()) {
        Files.copy(script, root.resolve("scripts").resolve(script.getFileName()));
      }
    }
    // the usual folders of this machine hold what the test wants to be missing
    Path toolchain = root.resolve("scripts/toolchain.sh");
    Files.writeString(
        toolchain,
        Files.readString(toolchain) + "\nusual_jdk_places() { echo \"" + folder + "/usual\"; }\n");
    for (String tool : TOOLS) {
      for (String place : List.of("/bin/", "/usr/bin/")) {
        if (Files.isExecutable(Path.of(place + tool))) {
          executable(tools.resolve(tool), "exec " + place + tool + " \"$@\"");
        }
      }
    }
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.createDirectories(root.resolve("cli/src/main"));
    Files.writeString(root.resolve("cli/pom.xml"), "<project/>");
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path executable(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** A JDK as far as its release file and two programs go. */
  private static Path jdk(Path home, String version) throws IOException {
    executable(home.resolve("bin/java"), "echo \"java of " + version + ": $*\"");
    executable(home.resolve("bin/javac"), "exit 0");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Outcome run(Map<String, String> environment, String... words) {
    try {
      Path out = Files.createTempFile(folder, "out", "");
      Path err = Files.createTempFile(folder, "err", "");
      var builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().put("PATH", tools.toString());
      builder.environment().put("HOME", folder.toString());
      builder.environment().put("TMPDIR", folder.toString());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      int exit = process.waitFor();
      return new Outcome(exit, Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void withoutAJdkBothProgramsSayHowToGetOne() {
    for (String program : List.of("taxon", "dev")) {
      Outcome outcome = run(Map.of(), root.resolve(program).toString(), "check");
      assertThat(outcome.exit()).as(program).isEqualTo(1);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .startsWith("Taxon needs JDK 25, and none was found")
          .contains("sudo apt-get install openjdk-25-jdk-headless")
          .contains("or set JAVA_HOME");
    }
  }

  @Test
  void anOlderJavaThatComesFirstIsPassedOver() throws IOException {
    Path old = jdk(folder.resolve("old"), "17.0.13");
    link(tools.resolve("java"), old.resolve("bin/java"));
    link(tools.resolve("javac"), old.resolve("bin/javac"));
    assertThat(run(Map.of("JAVA_HOME", old.toString()), root + "/taxon").err())
        .contains("none was found");

    Path good = jdk(folder.resolve("usual"), "25.0.1");
    executable(tools.resolve("mvn"), "echo \"[ERROR] built with $JAVA_HOME\"; exit 1");
    Outcome outcome = run(Map.of("JAVA_HOME", old.toString()), root + "/taxon", "demo");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("error: Taxon could not be built\n  built with " + good + "\n");
  }

  @Test
  void withoutMavenBothProgramsSayHowToGetIt() throws IOException {
    jdk(folder.resolve("usual"), "25.0.1");
    for (String program : List.of("taxon", "dev")) {
      Outcome outcome = run(Map.of(), root.resolve(program).toString(), "build");
      assertThat(outcome.exit()).as(program).isEqualTo(1);
      assertThat(outcome.err())
          .startsWith("Taxon is built with Maven 3.8.7 or newer")
          .contains("sudo apt-get install maven");
    }
  }

  @Test
  void helpOfDevNeedsNothingAndAnUnknownCommandIsTold() throws IOException {
    assertThat(run(Map.of(), root + "/dev", "help").out()).contains("./dev check");
    jdk(folder.resolve("usual"), "25.0.1");
    executable(tools.resolve("mvn"), "exit 0");
    Outcome outcome = run(Map.of(), root + "/dev", "chekc");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("dev: unknown command 'chekc'\n");
  }

  @Test
  void taxonIsBuiltOnceAndAgainWhenASourceHasChanged() throws IOException {
    jdk(folder.resolve("usual"), "25.0.1");
    executable(
        tools.resolve("mvn"),
        "echo build >> '" + folder + "/builds'",
        "mkdir -p '" + root + "/cli/target/taxon/bin' '" + root + "/cli/target/taxon/lib'",
        "cp '" + launcher() + "' '" + root + "/cli/target/taxon/bin/taxon'",
        "chmod +x '" + root + "/cli/target/taxon/bin/taxon'",
        "touch '" + root + "/cli/target/taxon/lib/taxon-cli.jar'");
    Outcome first = run(Map.of(), root + "/taxon", "demo");
    assertThat(first.err()).startsWith("Building Taxon (once, about a minute)…\n");
    assertThat(first.out()).startsWith("java of 25.0.1: ").endsWith(" demo\n");
    Outcome second = run(Map.of(), root + "/taxon", "demo");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).startsWith("java of 25.0.1: ");

    Path source = Files.writeString(root.resolve("cli/src/main/New.java"), "class New {}");
    Path ready = root.resolve("cli/target/taxon/ready");
    Files.setLastModifiedTime(
        source,
        java.nio.file.attribute.FileTime.fromMillis(
            Files.getLastModifiedTime(ready).toMillis() + 5_000));
    assertThat(run(Map.of(), root + "/taxon", "demo").err())
        .startsWith("Sources have changed; building Taxon…\n");
    assertThat(folder.resolve("builds")).hasContent("build\nbuild\n");
  }

  private static Path launcher() {
    return Path.of("src/main/launch/bin/taxon").toAbsolutePath();
  }

  /** A distribution whose Java only prints how it is called. */
  private Path distribution() throws IOException {
    Path home = folder.resolve("dist");
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("lib/taxon-cli.jar"), "");
    Path program = Files.copy(launcher(), home.resolve("bin/taxon"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    executable(home.resolve("runtime/bin/java"), "printf '%s\\n' \"$@\"; echo \"LC_ALL=$LC_ALL\"");
    link(home.resolve("bin/llp"), Path.of("taxon"));
    return home;
  }

  @Test
  void theNameItIsCalledByReachesTheProgramThroughEveryLink() throws IOException {
    Path home = distribution();
    Outcome llp = run(Map.of(), home + "/bin/llp", "files", "a b");
    assertThat(llp.out().lines())
        .contains("-Dtaxon.name=llp", "-Dtaxon.typed=" + home + "/bin/llp", "files", "a b")
        .contains("-Dtaxon.home=" + home, "-Dtaxon.terminal=", "-XX:TieredStopAtLevel=1");
    link(tools.resolve("llamacloud-prod"), home.resolve("bin/taxon"));
    Outcome found = run(Map.of(), "env", "llamacloud-prod", "--help");
    assertThat(found.out().lines())
        .contains("-Dtaxon.name=llamacloud-prod", "-Dtaxon.typed=llamacloud-prod");
    link(tools.resolve("taxon"), home.resolve("bin/taxon"));
    assertThat(run(Map.of(), "env", "taxon", "run", "x").out().lines())
        .contains("-Dtaxon.typed=taxon", "-XX:+TieredCompilation");
    assertThat(run(Map.of(), "env", "taxon", "run", "--help").out().lines())
        .contains("-XX:TieredStopAtLevel=1");
  }

  @Test
  void fileNamesAreReadInUtf8WhateverTheLocaleAndOptionsArePassedOn() throws IOException {
    Path home = distribution();
    assertThat(run(Map.of("LANG", "C"), home + "/bin/taxon").out()).contains("LC_ALL=C.UTF-8\n");
    assertThat(run(Map.of("LANG", "de_DE.UTF-8"), home + "/bin/taxon").out()).contains("LC_ALL=\n");
    assertThat(run(Map.of("TAXON_JAVA_OPTS", "-Xmx2g -Da=b"), home + "/bin/taxon").out().lines())
        .contains("-Xmx2g", "-Da=b");
  }

  @Test
  void aDistributionWithoutItsJavaSaysSo() throws IOException {
    Path home = distribution();
    Files.delete(home.resolve("runtime/bin/java"));
    Outcome outcome = run(Map.of(), home + "/bin/taxon", "demo");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "taxon: there is no Java at "
                + home
                + "/runtime/bin/java; unpack the whole archive again, or set TAXON_JAVA to a java"
                + " of version 25\n");
    assertThat(outcome.out().getBytes(StandardCharsets.UTF_8)).isEmpty();
  }
}
