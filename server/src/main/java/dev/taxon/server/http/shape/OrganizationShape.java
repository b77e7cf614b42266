package dev.taxon.server.http.shape;

import dev.taxon.store.Organization;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organization. */
public record OrganizationShape(
    UUID id,
    String name,
    Instant createdAt,
    Instant updatedAt,
    String parsePlanLevel,
    @Nullable String stripeCustomerId,
    @Nullable Map<String, String> featureFlags) {

  public static OrganizationShape of(Organization organization) {
    return new OrganizationShape(
        organization.id(),
        organization.name(),
        organization.createdAt(),
        organization.updatedAt(),
        "DEFAULT",
        null,
        null);
  }
}
