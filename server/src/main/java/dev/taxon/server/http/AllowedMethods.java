package dev.taxon.server.http;

import dev.taxon.server.http.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which methods each path of the contract has. */
final class AllowedMethods {
  private final Map<String, List<String>> byPath = new LinkedHashMap<>();
  private final List<Map.Entry<Pattern, List<String>>> patterns;

  AllowedMethods(List<Operation> operations) {
    for (Operation operation : operations) {
      byPath.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation.method());
    }
    // a path that is spelled out goes before one that has a parameter in its place
    patterns =
        byPath.entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().contains("{")))
            .map(entry -> Map.entry(pattern(entry.getKey()), entry.getValue()))
            .toList();
  }

  private static Pattern pattern(String path) {
    return Pattern.compile("\\Q" + path.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E/?");
  }

  Map<String, List<String>> byPath() {
    return byPath;
  }

  /** The methods at the path of a request, as an {@code Allow} header names them. */
  Optional<String> at(String requested) {
    String path = requested.replaceAll("/{2,}", "/");
    return patterns.stream()
        .filter(entry -> entry.getKey().matcher(path).matches())
        .findFirst()
        .map(entry -> String.join(", ", entry.getValue()));
  }
}
