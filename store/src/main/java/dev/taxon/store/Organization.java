package dev.taxon.store;

import java.time.Instant;
import java.util.UUID;

/** A tenant: the owner of projects. */
public record Organization(UUID id, String name, Instant createdAt, Instant updatedAt) {}
