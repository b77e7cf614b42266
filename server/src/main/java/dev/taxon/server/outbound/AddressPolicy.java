package dev.taxon.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be reached: public ones, and those in networks that the operator names. What
 * leads into this machine or its cloud is never reached, whatever is named. An address that carries
 * another one within (NAT64, 6to4, Teredo, ISATAP) is judged by that one too.
 *
 * <p>Kinds of addresses are those of the IANA registries of special-purpose addresses (RFC 6890).
 */
public final class AddressPolicy {
  /** What the setting may hold beside networks. */
  static final String LOOPBACK = "loopback";

  static final String PRIVATE = "private";

  /** A network and what it is for. */
  private record Kind(String words, Network network) {
    static List<Kind> of(String words, String... networks) {
      return Stream.of(networks).map(network -> new Kind(words, Network.of(network))).toList();
    }
  }

  private static final List<Network> LOOPBACK_NETWORKS = networks("127.0.0.0/8", "::1");
  private static final List<Network> PRIVATE_NETWORKS =
      networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  private static final List<Kind> NEVER =
      Stream.of(
              Kind.of("an unspecified", "0.0.0.0/8", "::"),
              Kind.of("a link-local", "169.254.0.0/16", "fe80::/10"),
              Kind.of("a multicast", "224.0.0.0/4", "ff00::/8"),
              Kind.of("a broadcast", "255.255.255.255"),
              Kind.of(
                  "a cloud metadata",
                  "100.100.100.200",
                  "168.63.129.16",
                  "192.0.0.192",
                  "fd00:ec2::/32",
                  "fd20:ce::254"))
          .flatMap(List::stream)
          .toList();

  private static final List<Kind> UNLESS_NAMED =
      Stream.of(
              Kind.of("a loopback", "127.0.0.0/8", "::1"),
              Kind.of(
                  "a private",
                  "10.0.0.0/8",
                  "172.16.0.0/12",
                  "192.168.0.0/16",
                  "fc00::/7",
                  "fec0::/10"),
              Kind.of("a shared (CGNAT)", "100.64.0.0/10"),
              Kind.of(
                  "a reserved",
                  "192.0.0.0/24",
                  "192.0.2.0/24",
                  "192.88.99.0/24",
                  "198.18.0.0/15",
                  "198.51.100.0/24",
                  "203.0.113.0/24",
                  "240.0.0.0/4",
                  "2001::/23",
                  "2001:db8::/32",
                  "2002::/16",
                  "3fff::/20"))
          .flatMap(List::stream)
          .toList();

  private static final Network GLOBAL = Network.of("2000::/3");
  private static final Network NAT64 = Network.of("64:ff9b::/96");
  private static final Network SIX_TO_FOUR = Network.of("2002::/16");
  private static final Network TEREDO = Network.of("2001::/32");

  private final List<Network> named;

  private AddressPolicy(List<Network> named) {
    this.named = named;
  }

  /**
   * A policy that also lets these be reached.
   *
   * @param words {@code loopback}, {@code private}, addresses or networks such as {@code
   *     10.0.0.0/8}
   * @throws IllegalArgumentException when one is neither
   */
  public static AddressPolicy allowing(List<String> words) {
    var named = new ArrayList<Network>();
    for (String word : words) {
      switch (word) {
        case LOOPBACK -> named.addAll(LOOPBACK_NETWORKS);
        case PRIVATE -> named.addAll(PRIVATE_NETWORKS);
        default -> named.add(Network.of(word));
      }
    }
    return new AddressPolicy(List.copyOf(named));
  }

  /** What speaks against an address, for example {@code a private}; empty when nothing does. */
  Optional<String> objection(InetAddress address) {
    return objection(address.getAddress());
  }

  private Optional<String> objection(byte[] address) {
    var never = kind(NEVER, address);
    if (never.isPresent()) {
      return never;
    }
    for (byte[] within : carried(address)) {
      var objection = objection(within);
      if (objection.isPresent()) {
        return objection;
      }
    }
    if (named.stream().anyMatch(network -> network.contains(address))) {
      return Optional.empty();
    }
    var kind = kind(UNLESS_NAMED, address);
    boolean usual = address.length == 4 || GLOBAL.contains(address) || NAT64.contains(address);
    return kind.isPresent() || usual ? kind : Optional.of("a reserved");
  }

  /** Whether no setting could let it be reached. */
  boolean isNever(InetAddress address) {
    return kind(NEVER, address.getAddress()).isPresent();
  }

  private static Optional<String> kind(List<Kind> kinds, byte[] address) {
    return kinds.stream()
        .filter(kind -> kind.network().contains(address))
        .map(Kind::words)
        .findFirst();
  }

  /** The IPv4 addresses that an IPv6 one carries, for gateways and tunnels to go on to. */
  private static List<byte[]> carried(byte[] address) {
    if (address.length == 4) {
      return List.of();
    }
    if (NAT64.contains(address)) {
      return List.of(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.contains(address)) {
      return List.of(Arrays.copyOfRange(address, 2, 6));
    }
    if (TEREDO.contains(address)) {
      byte[] client = Arrays.copyOfRange(address, 12, 16);
      for (int i = 0; i < client.length; i++) {
        client[i] ^= (byte) 0xFF;
      }
      return List.of(Arrays.copyOfRange(address, 4, 8), client);
    }
    boolean isatap =
        (address[8] & 0xFD) == 0
            && address[9] == 0
            && address[10] == 0x5E
            && (address[11] & 0xFF) == 0xFE;
    return isatap ? List.of(Arrays.copyOfRange(address, 12, 16)) : List.of();
  }

  /**
   * Those of a host's addresses that may be reached.
   *
   * @throws RefusedTarget when there are addresses, but none of these
   */
  List<InetAddress> reachable(String host, List<InetAddress> addresses)
      throws UnknownHostException {
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    var reachable = addresses.stream().filter(a -> objection(a).isEmpty()).toList();
    if (reachable.isEmpty()) {
      var first = addresses.getFirst();
      throw RefusedTarget.address(host, objection(first).orElseThrow(), isNever(first));
    }
    return reachable;
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::of).toList();
  }
}
