package dev.taxon.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see: one organization, or one project of it. Every query that takes a scope
 * answers for things outside exactly as for things that do not exist.
 *
 * @param project null for every project of the organization
 */
public record Scope(UUID organization, @Nullable UUID project) {}
