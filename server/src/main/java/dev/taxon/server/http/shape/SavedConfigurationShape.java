package dev.taxon.server.http.shape;

import dev.taxon.store.Preset;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A preset.
 *
 * @param version changes with every change; only the newest is kept
 */
public record SavedConfigurationShape(
    String id,
    Instant createdAt,
    Instant updatedAt,
    String name,
    String productType,
    Instant version,
    JsonNode parameters) {

  public static SavedConfigurationShape of(Preset preset) {
    return new SavedConfigurationShape(
        "cfg-" + preset.id(),
        preset.createdAt(),
        preset.updatedAt(),
        preset.name(),
        preset.productType(),
        preset.updatedAt(),
        Objects.requireNonNull(Json.tree(preset.parameters())));
  }
}
