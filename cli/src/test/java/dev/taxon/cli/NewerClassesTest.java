package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The parser's classes as they are written anew for quick starts. */
class NewerClassesTest {
  private static final Path SCRIPT = Path.of("..", "scripts", "NewerClasses.java");

  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void rewriteTheParser() throws Exception {
    var parser = CommandLine.class.getProtectionDomain().getCodeSource().getLocation();
    jar = Files.copy(Path.of(parser.toURI()), folder.resolve("parser.jar"));
    assertThat(oldest()).isLessThan(ClassFile.JAVA_6_VERSION);
    assertThat(java(SCRIPT.toString(), jar.toString())).isEmpty();
  }

  @Test
  void noneIsOfAFormatThatCannotBeRecorded() throws IOException {
    assertThat(oldest()).isGreaterThanOrEqualTo(ClassFile.JAVA_8_VERSION);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void theyPassVerificationAndDoWhatTheyDid() throws Exception {
    assertThat(java("-cp", jar.toString(), "picocli.AutoComplete", "--help"))
        .contains("Usage: picocli.AutoComplete");
  }

  @Test
  void aJarWithoutOldClassesStaysAsItIs() throws Exception {
    byte[] before = Files.readAllBytes(jar);
    assertThat(java(SCRIPT.toString(), jar.toString())).isEmpty();
    assertThat(jar).hasBinaryContent(before);
  }

  private int oldest() throws IOException {
    try (var classes = new JarFile(jar.toFile())) {
      int oldest = Integer.MAX_VALUE;
      for (var entry : classes.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        byte[] bytes = classes.getInputStream(entry).readAllBytes();
        oldest = Math.min(oldest, ClassFile.of().parse(bytes).majorVersion());
      }
      return oldest;
    }
  }

  /** Runs this Java and gives all that it prints; it must end well. */
  private String java(String... words) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java.util.List.of(words));
    Path out = Files.createTempFile(folder, "out", ".txt");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(exit).as(printed).isZero();
    return printed;
  }
}
