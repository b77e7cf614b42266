package dev.taxon.cli;

import dev.taxon.cli.official.LocalService;
import dev.taxon.cli.serve.Address;
import dev.taxon.server.Configuration;
import dev.taxon.server.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The service on this machine, as its data folder, the environment and the user's file of settings
 * tell of it.
 *
 * @param environment all variables of the process
 */
record OwnService(Map<String, String> environment) implements LocalService {
  private static final String STANDARD = "http://127.0.0.1:8080";

  /** Where it listens: where a variable says, else where it wrote down, else at the usual place. */
  @Override
  public String base() {
    String port = environment.getOrDefault("TAXON_PORT", "").strip();
    return port.matches("[1-9][0-9]{0,4}")
        ? "http://127.0.0.1:" + port
        : Address.read(data()).orElse(STANDARD);
  }

  /** The key that it made at its first start, or that was set. */
  @Override
  public Optional<String> key() {
    Optional<String> set =
        Configuration.ofUser(SettingsTable.API_KEY, environment)
            .or(() -> Configuration.ofService(SettingsTable.API_KEY, data()));
    if (set.isPresent()) {
      return set;
    }
    Path file = data().resolve("key");
    try {
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip()).filter(key -> !key.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where the service keeps its data, as far as the environment and the user's file say. */
  Path data() {
    return Configuration.ofUser(SettingsTable.DATA, environment)
        .map(Path::of)
        .orElseGet(() -> Configuration.standardData(environment));
  }
}
