package dev.taxon.cli.official;

import java.util.Optional;

/** Taxon's own service on this machine, which is asked when no server is named. */
public interface LocalService {
  /** Its address, without a slash at the end. */
  String base();

  /** Its key, if it can be read; sent to that address alone. */
  Optional<String> key();

  /** Whether {@code address} is this service, under any name of this machine. */
  default boolean isAt(String address) {
    return plain(address).equals(plain(base()));
  }

  private static String plain(String address) {
    String text = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return text.replace("//localhost:", "//127.0.0.1:").replace("//[::1]:", "//127.0.0.1:");
  }
}
