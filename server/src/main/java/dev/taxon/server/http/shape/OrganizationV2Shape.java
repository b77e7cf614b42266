package dev.taxon.server.http.shape;

import dev.taxon.store.Organization;
import java.time.Instant;
import java.util.UUID;

/** An organization, as the second wire shows it. */
public record OrganizationV2Shape(UUID id, Instant createdAt, Instant updatedAt, String name) {

  public static OrganizationV2Shape of(Organization organization) {
    return new OrganizationV2Shape(
        organization.id(), organization.createdAt(), organization.updatedAt(), organization.name());
  }
}
