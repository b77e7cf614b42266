package dev.taxon.server.http.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request that was found good: defaults filled in, nulls that mean absent left out.
 *
 * @param tree an object with the members path, query, header and body
 */
public record Inputs(JsonNode tree) {

  public JsonNode body() {
    return tree.path("body");
  }

  public UUID pathUuid(String name) {
    return Formats.fileId(tree.path("path").path(name).stringValue()).orElseThrow();
  }

  public Optional<String> path(String name) {
    return text(tree.path("path"), name);
  }

  public Optional<String> query(String name) {
    return text(tree.path("query"), name);
  }

  public Optional<String> header(String name) {
    return text(tree.path("header"), name);
  }

  public Optional<UUID> queryUuid(String name) {
    return query(name).flatMap(Formats::uuid);
  }

  /** A number that has a default or was given. */
  public int queryInt(String name) {
    return tree.path("query").path(name).intValue();
  }

  public boolean hasQuery(String name) {
    return tree.path("query").has(name);
  }

  /** The values of a repeated parameter; empty when it was not given. */
  public List<String> queryList(String name) {
    return tree.path("query").path(name).valueStream().map(JsonNode::stringValue).toList();
  }

  /** A text member of an object, absent when it is not there or null. */
  public static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value.stringValue());
  }

  public static @Nullable Instant timestamp(JsonNode object, String name) {
    return text(object, name).flatMap(Formats::timestamp).orElse(null);
  }
}
