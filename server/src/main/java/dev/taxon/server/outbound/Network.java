package dev.taxon.server.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike.
 *
 * @param prefix 4 or 16 bytes
 * @param bits how many of them count
 */
record Network(List<Byte> prefix, int bits) {
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Network of(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    // 10.1 would be understood as 10.0.0.1
    if (!literal.contains(":") && !DOTTED.matcher(literal).matches()) {
      throw new IllegalArgumentException("no address: " + literal);
    }
    byte[] address = InetAddress.ofLiteral(literal).getAddress();
    int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > address.length * 8) {
      throw new IllegalArgumentException("no such prefix length: " + text);
    }
    var prefix = new Byte[address.length];
    Arrays.setAll(prefix, i -> address[i]);
    return new Network(List.of(prefix), bits);
  }

  boolean contains(byte[] address) {
    if (address.length != prefix.size()) {
      return false;
    }
    for (int i = 0; i * 8 < bits; i++) {
      int mask = bits - i * 8 >= 8 ? 0xFF : 0xFF << (8 - (bits - i * 8)) & 0xFF;
      if ((address[i] & mask) != (prefix.get(i) & mask)) {
        return false;
      }
    }
    return true;
  }
}
