package dev.taxon.cli.official.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the server answered.
 *
 * @param request what was asked, as it was sent last
 * @param status the HTTP status
 * @param headers by name in lower case
 * @param text the whole body, read as UTF-8
 */
public record Answer(Request request, int status, Map<String, List<String>> headers, String text) {
  public Answer {
    var lower = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = lower;
  }

  static Answer of(Request request, int status, Map<String, List<String>> headers, byte[] body) {
    return new Answer(request, status, headers, new String(body, StandardCharsets.UTF_8));
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }
}
