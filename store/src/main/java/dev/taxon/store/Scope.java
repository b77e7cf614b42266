package dev.taxon.store;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see: one organization, or one project of it. Every query that takes a scope
 * answers for things outside exactly as for things that do not exist.
 *
 * @param project null for every project of the organization
 */
public record Scope(UUID organization, @Nullable UUID project) {
  /** Holds, in SQL, for rows with a {@code project_id} inside. */
  String condition() {
    return project == null
        ? "project_id in (select id from projects where organization_id = :organization)"
        : """
        project_id = :project
        and exists (select 1 from projects where id = :project and organization_id = :organization)
        """;
  }

  /** The values of {@link #condition()}. */
  Map<String, UUID> bindings() {
    return project == null
        ? Map.of("organization", organization)
        : Map.of("organization", organization, "project", project);
  }
}
