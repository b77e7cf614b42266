package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's program that uses the libraries, compiled for Java 21 and run as it stands there.
 */
class ReadmeLibraryTest {
  private static final Pattern PROGRAM = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  /** The jars and folders that a program needs; the service's are not among them. */
  private static final Pattern LIBRARIES =
      Pattern.compile(
          ".*[/\\\\](core|engine|encoder)[/\\\\]target[/\\\\].*|.*(onnxruntime|bge-small|jackson|jspecify).*");

  @TempDir private Path folder;

  @Test
  void theProgramOfTheReadmeSaysWhatAnInvoiceIs() throws Exception {
    Matcher program = PROGRAM.matcher(Files.readString(readme()));
    assertThat(program.find()).isTrue();
    String classpath =
        Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .filter(LIBRARIES.asMatchPredicate())
            .collect(Collectors.joining(System.getProperty("path.separator")));

    compile(program.group(1), classpath);

    assertThat(run(classpath)).startsWith("invoice: ").contains("\"INVOICE No. 17\"");
  }

  private void compile(String source, String classpath) {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var written =
        new SimpleJavaFileObject(URI.create("string:///Sort.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var options = List.of("--release", "21", "-cp", classpath, "-d", folder.toString());
    assertThat(compiler.getTask(null, null, null, options, null, List.of(written)).call()).isTrue();
  }

  private String run(String classpath) throws Exception {
    var urls =
        Stream.concat(
                Stream.of(folder),
                Stream.of(classpath.split(System.getProperty("path.separator"))).map(Path::of))
            .map(ReadmeLibraryTest::url)
            .toArray(URL[]::new);
    var said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    // the platform's loader: nothing of this project but what the class path names
    try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      loader
          .loadClass("Sort")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path readme() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md")) || !Files.exists(folder.resolve("dev"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder.resolve("README.md");
  }
}
