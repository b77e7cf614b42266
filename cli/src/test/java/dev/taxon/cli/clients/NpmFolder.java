package dev.taxon.cli.clients;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The programs of {@code clients/npm} and the packages that they name, in a folder of the build.
 * The packages are installed once for each state of the lock file.
 */
final class NpmFolder {
  private static final Path SOURCES = Path.of("..", "clients", "npm");
  private static final Path EXAMPLES = Path.of("..", "examples", "clients");
  private static final int LEAST_NODE = 20;

  private final Path folder;

  private NpmFolder(Path folder) {
    this.folder = folder;
  }

  /** Whether there is a Node that the packages accept, and npm. */
  static boolean isPossible() throws InterruptedException {
    try {
      Shell.Ended node = Shell.run(SOURCES, Map.of(), "node", "--version");
      Shell.Ended npm = Shell.run(SOURCES, Map.of(), "npm", "--version");
      return node.status() == 0
          && npm.status() == 0
          && Integer.parseInt(node.output().strip().replaceAll("^v|\\..*", "")) >= LEAST_NODE;
    } catch (IOException notThere) {
      return false;
    }
  }

  /** Copies the programs and installs what they need, with one more try when a registry hiccups. */
  static NpmFolder install() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "npm"));
    copySources(folder);
    copyExamples(folder.resolve("programs"));
    Path installed = folder.resolve("installed-lock.json");
    String lock = Files.readString(folder.resolve("package-lock.json"));
    if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
      Files.deleteIfExists(installed);
      Shell.Ended ended = Shell.run(folder, Map.of(), "npm", "ci", "--no-progress");
      if (ended.status() != 0) {
        ended = Shell.run(folder, Map.of(), "npm", "ci", "--no-progress");
      }
      if (ended.status() != 0) {
        throw new IOException("npm ci failed twice: " + ended.output());
      }
      Files.writeString(installed, lock);
    }
    return new NpmFolder(folder);
  }

  Shell.Ended node(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return Shell.run(
        folder,
        environment,
        Stream.concat(Stream.of("node"), Stream.of(command)).toArray(String[]::new));
  }

  private static void copySources(Path folder) throws IOException {
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : sources.filter(NpmFolder::isOurs).toList()) {
        Path target = folder.resolve(SOURCES.relativize(source));
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target, REPLACE_EXISTING);
        }
      }
    }
  }

  /** The shortest programs, to where they find their packages; one also for the newer package. */
  private static void copyExamples(Path folder) throws IOException {
    for (String name : List.of("llama-cloud", "llama-cloud-v1", "llama-cloud-services")) {
      Files.copy(EXAMPLES.resolve(name + ".mjs"), folder.resolve(name + ".mjs"), REPLACE_EXISTING);
    }
    Files.writeString(
        folder.resolve("llama-cloud-next.mjs"),
        Files.readString(EXAMPLES.resolve("llama-cloud.mjs"))
            .replace("'@llamaindex/llama-cloud'", "'llama-cloud-next'"));
  }

  private static boolean isOurs(Path path) {
    return !SOURCES.relativize(path).startsWith("node_modules");
  }
}
