package dev.taxon.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A saved configuration.
 *
 * @param productType what it configures, a word of the wire
 * @param parameters a JSON object as checked
 * @param updatedAt changes with every change, and so is its version
 */
public record Preset(
    UUID id,
    UUID projectId,
    String name,
    String productType,
    String parameters,
    Instant createdAt,
    Instant updatedAt) {}
