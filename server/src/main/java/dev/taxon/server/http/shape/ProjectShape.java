package dev.taxon.server.http.shape;

import dev.taxon.store.Project;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project. */
public record ProjectShape(
    UUID id,
    String name,
    UUID organizationId,
    boolean isDefault,
    Instant createdAt,
    Instant updatedAt,
    @Nullable UUID adHocEvalDatasetId) {

  public static ProjectShape of(Project project) {
    return new ProjectShape(
        project.id(),
        project.name(),
        project.organizationId(),
        project.isDefault(),
        project.createdAt(),
        project.updatedAt(),
        null);
  }
}
