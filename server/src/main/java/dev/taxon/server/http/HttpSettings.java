package dev.taxon.server.http;

import dev.taxon.server.access.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the wire is served.
 *
 * @param host address to listen on
 * @param port to listen on; 0 takes any free one
 * @param publicUrl what presigned URLs start with, or null: what the request came to
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) whose {@code Forwarded} and
 *     {@code X-Forwarded-*} headers are believed
 * @param maxUploadBytes of one file
 * @param maxJsonBytes of one JSON body
 * @param idleTimeout how long a connection may be silent, a header may take, and a body may take
 *     before its speed is looked at
 * @param exposeRunning whether jobs of the second wire show RUNNING; there are clients that take
 *     anything but PENDING for the end
 * @param limits on how much callers ask for
 */
public record HttpSettings(
    String host,
    int port,
    @Nullable URI publicUrl,
    List<String> trustedProxies,
    long maxUploadBytes,
    int maxJsonBytes,
    Duration idleTimeout,
    boolean exposeRunning,
    Limits limits) {
  /** Without limits on how much callers ask for. */
  public HttpSettings(
      String host,
      int port,
      @Nullable URI publicUrl,
      List<String> trustedProxies,
      long maxUploadBytes,
      int maxJsonBytes,
      Duration idleTimeout,
      boolean exposeRunning) {
    this(
        host,
        port,
        publicUrl,
        trustedProxies,
        maxUploadBytes,
        maxJsonBytes,
        idleTimeout,
        exposeRunning,
        Limits.NONE);
  }

  public HttpSettings {
    trustedProxies = List.copyOf(trustedProxies);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535, found " + port);
    }
    if (maxUploadBytes < 1 || maxJsonBytes < 1 || !idleTimeout.isPositive()) {
      throw new IllegalArgumentException("limits must be positive");
    }
    if (publicUrl != null
        && (publicUrl.getHost() == null
            || !("http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme())))) {
      throw new IllegalArgumentException(
          "the public URL must be an absolute http or https URL, found " + publicUrl);
    }
  }

  /** Loopback alone, 512 MiB a file, 2 MiB of JSON, 30 seconds of silence. */
  public static HttpSettings local(int port) {
    return new HttpSettings(
        "127.0.0.1", port, null, List.of(), 512L << 20, 2 << 20, Duration.ofSeconds(30), false);
  }
}
