package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.remote.Service;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service is asked: the one on this machine, or another that is named. */
final class OwnServiceFlags {
  @Option(names = "--server", paramLabel = "URL", description = "The service.")
  private @Nullable String server;

  @Option(names = "--api-key", paramLabel = "KEY", description = "The service's key.")
  private @Nullable String key;

  /** A key that is stored here is sent to the service on this machine alone. */
  Service service(Console console) {
    var own = new OwnService(console.environment());
    String base = server == null ? own.base() : server;
    Optional<String> found =
        Optional.ofNullable(key)
            .or(() -> Optional.ofNullable(console.environment().get("TAXON_API_KEY")))
            .or(() -> own.isAt(base) ? own.key() : Optional.empty());
    return new Service(URI.create(base), found.orElse(null));
  }
}
