package dev.taxon.cli.remote;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that send the work to a service. */
public final class ServiceFlags {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Let the service at URL do the work, instead of this process.")
  private @Nullable String server;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description =
          "The service's key (default: TAXON_API_KEY, LLAMA_CLOUD_API_KEY, or for a service on"
              + " this machine the key file of its data folder).")
  private @Nullable String key;

  /**
   * The service that is named, if one is.
   *
   * @param data where a service on this machine keeps its data
   */
  public Optional<Service> service(Console console, Path data) {
    if (server == null) {
      if (key != null) {
        throw new Failure(Exit.USAGE, "--api-key goes with --server only");
      }
      return Optional.empty();
    }
    URI base = address(server);
    String found =
        Stream.of(
                Optional.ofNullable(key),
                variable(console, "TAXON_API_KEY"),
                variable(console, "LLAMA_CLOUD_API_KEY"),
                isThisMachine(base) ? stored(data.resolve("key")) : Optional.<String>empty())
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null);
    return Optional.of(new Service(base, found));
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (web && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new Failure(
        Exit.USAGE,
        "'" + text + "' is no address of a service",
        "--server",
        "write it like http://127.0.0.1:8080");
  }

  private static Optional<String> variable(Console console, String name) {
    return Optional.ofNullable(console.environment().get(name)).filter(value -> !value.isBlank());
  }

  /** A key is sent only where it belongs: the one that is stored here, to this machine alone. */
  private static boolean isThisMachine(URI base) {
    try {
      return InetAddress.getByName(base.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Optional<String> stored(Path file) {
    try {
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip()).filter(key -> !key.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
