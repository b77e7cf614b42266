package dev.taxon.server.http.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query string as parameters, each with all its values in order. */
final class QueryString {
  private QueryString() {}

  /**
   * Reads it whole or not at all: a parameter that was dropped could mean another project.
   *
   * @throws HttpRefusal when it is not well percent-encoded
   */
  static Map<String, List<String>> parse(@Nullable String query) {
    var parameters = new LinkedHashMap<String, List<String>>();
    if (query == null) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      String[] pieces = pair.split("=", 2);
      parameters
          .computeIfAbsent(decode(pieces[0]), name -> new ArrayList<>())
          .add(pieces.length == 1 ? "" : decode(pieces[1]));
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new HttpRefusal(400, "The query string is not well percent-encoded");
    }
  }
}
