package dev.taxon.cli.official.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;

/**
 * No answer came; the message says what was asked and why none came, as the official program says
 * it.
 */
public final class Unreachable extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean timedOut;

  private Unreachable(String message, boolean timedOut, IOException cause) {
    super(message, cause);
    this.timedOut = timedOut;
  }

  static Unreachable of(Request request, IOException cause) {
    boolean timedOut =
        cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException;
    String method =
        request.method().charAt(0) + request.method().substring(1).toLowerCase(Locale.ROOT);
    return new Unreachable(
        method + " \"" + request.uri() + "\": " + reason(request.uri(), cause), timedOut, cause);
  }

  /** Whether the server was there but too slow. */
  public boolean timedOut() {
    return timedOut;
  }

  private static String reason(URI uri, IOException cause) {
    String said = String.valueOf(cause.getMessage());
    String lower = said.toLowerCase(Locale.ROOT);
    return switch (cause) {
      case UnknownHostException e -> "dial tcp: lookup " + host(uri) + ": no such host";
      case ConnectException e ->
          "dial tcp "
              + address(uri)
              + ": connect: "
              + (lower.contains("timed out")
                  ? "connection timed out"
                  : lower.contains("unreachable")
                      ? "network is unreachable"
                      : "connection refused");
      case SocketTimeoutException e -> "context deadline exceeded";
      case HttpTimeoutException e -> "context deadline exceeded";
      default ->
          lower.contains("end of file") || lower.contains("eof")
              ? "EOF"
              : lower.contains("reset") ? "connection reset by peer" : said;
    };
  }

  /** The server's name, also one that URIs do not allow, such as one with an underscore. */
  private static String host(URI uri) {
    if (uri.getHost() != null) {
      return uri.getHost();
    }
    String authority = String.valueOf(uri.getRawAuthority());
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private static String address(URI uri) {
    int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    String host = host(uri);
    try {
      String resolved = InetAddress.getByName(host).getHostAddress();
      host = resolved.contains(":") ? "[" + resolved + "]" : resolved;
    } catch (UnknownHostException e) {
      // the name itself must do
    }
    return host + ":" + port;
  }
}
