package dev.taxon.cli.official.wire;

import java.net.URI;
import java.util.SortedMap;

/**
 * One HTTP request.
 *
 * @param method GET, POST, PUT or DELETE
 * @param uri where to
 * @param headers by name, in the spelling in which they are sent
 * @param body what it carries
 */
public record Request(String method, URI uri, SortedMap<String, String> headers, Body body) {
  /** The same with another header. */
  public Request with(String name, String value) {
    var changed = new java.util.TreeMap<>(headers);
    changed.put(name, value);
    return new Request(method, uri, changed, body);
  }

  /** The same with another address. */
  public Request at(URI other) {
    return new Request(method, other, headers, body);
  }
}
