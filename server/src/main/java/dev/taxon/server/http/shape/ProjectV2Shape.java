package dev.taxon.server.http.shape;

import dev.taxon.store.Project;
import java.time.Instant;
import java.util.UUID;

/** A project, as the second wire shows it. */
public record ProjectV2Shape(
    UUID id,
    Instant createdAt,
    Instant updatedAt,
    String name,
    UUID organizationId,
    boolean isDefault) {

  public static ProjectV2Shape of(Project project) {
    return new ProjectV2Shape(
        project.id(),
        project.createdAt(),
        project.updatedAt(),
        project.name(),
        project.organizationId(),
        project.isDefault());
  }
}
