package dev.taxon.server.outbound;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL that was understood, in one spelling: whoever reads it after us sees the same host. Numbers
 * in a host are an address in four decimal numbers or nothing; there is no octal, no hexadecimal.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower case, ASCII, without brackets and without a dot at the end
 * @param port 1 to 65535
 * @param path with the query, begins with a slash
 */
public record Target(String scheme, String host, int port, String path) {
  private static final Pattern URL =
      Pattern.compile("(https?)://([^/?#]*)([^#]*)(#.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(?::([0-9]{0,5}))?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final Pattern DOTTED =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final int LONGEST_NAME = 253;

  /**
   * Reads a URL.
   *
   * @throws RefusedTarget with a sentence that says what is wrong with it
   */
  public static Target of(String text) {
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      throw new RefusedTarget("a URL begins with http:// or https://");
    }
    if (text.codePoints().anyMatch(c -> c <= ' ' || c == 0x7F || c == '\\')) {
      throw new RefusedTarget("a URL has no spaces, control characters or backslashes");
    }
    if (url.group(2).contains("@")) {
      throw new RefusedTarget("a URL here has no user name or password; send them in a header");
    }
    Matcher authority = AUTHORITY.matcher(url.group(2));
    if (!authority.matches() || authority.group(1).isEmpty()) {
      throw new RefusedTarget("the URL names no host that can be understood");
    }
    String scheme = url.group(1).toLowerCase(Locale.ROOT);
    return new Target(
        scheme, host(authority.group(1)), port(authority.group(2), scheme), path(url.group(3)));
  }

  private static String host(String written) {
    if (written.startsWith("[")) {
      return address(written.substring(1, written.length() - 1));
    }
    String name = ascii(written).toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw new RefusedTarget("the URL names no host that can be understood");
    }
    // what ends in a number is an address to every reader, but not to every reader the same one
    String last = name.substring(name.lastIndexOf('.') + 1);
    return NUMBER.matcher(last).matches() ? dotted(name) : name;
  }

  private static String dotted(String name) {
    if (DOTTED.matcher(name).matches()) {
      try {
        return InetAddress.ofLiteral(name).getHostAddress();
      } catch (IllegalArgumentException tooLarge) {
        // told below
      }
    }
    throw new RefusedTarget("an IPv4 address is written as four decimal numbers from 0 to 255");
  }

  private static String address(String literal) {
    try {
      if (!literal.contains("%") && literal.contains(":")) {
        return InetAddress.ofLiteral(literal).getHostAddress();
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new RefusedTarget("in brackets stands an IPv6 address without a zone");
  }

  private static String ascii(String name) {
    try {
      return name.chars().allMatch(c -> c < 0x80)
          ? name
          : IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw new RefusedTarget("the URL names no host that can be understood");
    }
  }

  private static int port(@Nullable String digits, String scheme) {
    int usual = scheme.equals("https") ? 443 : 80;
    int port = digits == null || digits.isEmpty() ? usual : Integer.parseInt(digits);
    if (port < 1 || port > 65_535) {
      throw new RefusedTarget("a port is a number from 1 to 65535");
    }
    return port;
  }

  private static String path(String rest) {
    String path = rest.startsWith("/") ? rest : "/" + rest;
    try {
      // without its authority, which java.net.URI understands in its own way
      return new URI("x:" + path).toASCIIString().substring(2);
    } catch (URISyntaxException e) {
      throw new RefusedTarget("the path of the URL holds characters that must be escaped");
    }
  }

  /**
   * Where a {@code Location} leads from here.
   *
   * @throws RefusedTarget when it cannot be understood
   */
  Target redirect(String location) {
    try {
      return of(URI.create(toString()).resolve(location).toString());
    } catch (IllegalArgumentException e) {
      throw new RefusedTarget("it redirects to something that is no URL");
    }
  }

  boolean isSameOrigin(Target other) {
    return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
  }

  /** The address that the host is, when it is no name. */
  Optional<InetAddress> address() {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }

  /** The last segment of the path, still escaped; empty when there is none. */
  public String lastSegment() {
    String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  /** The URL. */
  @Override
  public String toString() {
    String written = host.contains(":") ? "[" + host + "]" : host;
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + written + (usual ? "" : ":" + port) + path;
  }
}
