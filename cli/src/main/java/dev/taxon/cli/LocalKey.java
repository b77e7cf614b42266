package dev.taxon.cli;

import dev.taxon.server.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The key that the service on this machine made at its first start. */
final class LocalKey {
  private LocalKey() {}

  /** The key, if it can be read. */
  static Optional<String> find(Map<String, String> environment) {
    String set = environment.getOrDefault("TAXON_API_KEY", "");
    if (!set.isBlank()) {
      return Optional.of(set.strip());
    }
    Path file = data(environment).resolve("key");
    try {
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip()).filter(key -> !key.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where the service keeps its data, as far as the environment says. */
  static Path data(Map<String, String> environment) {
    String set = environment.getOrDefault("TAXON_DATA", "");
    return set.isBlank() ? Configuration.standardData(environment) : Path.of(set);
  }
}
