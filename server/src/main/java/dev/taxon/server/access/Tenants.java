package dev.taxon.server.access;

import dev.taxon.store.Access;
import dev.taxon.store.ApiKey;
import dev.taxon.store.Organization;
import dev.taxon.store.Project;
import dev.taxon.store.Scope;
import dev.taxon.store.Slice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys, and what they reach. */
public final class Tenants {
  private final Access access;

  public Tenants(Access access) {
    this.access = access;
  }

  /** The key behind a secret; empty when it is unknown or revoked. */
  public Optional<ApiKey> authenticate(String secret) {
    return access.authenticate(secret);
  }

  /**
   * The project that a write or a list happens in: the one named, else the key's default.
   *
   * @throws Refused when what is named cannot be seen by the key
   */
  public UUID project(ApiKey key, Optional<UUID> project, Optional<UUID> organization) {
    return visible(key, project, organization).orElse(key.defaultProjectId());
  }

  /**
   * Where something is looked for by its id: in the project named, else in all of the key's.
   *
   * @throws Refused when what is named cannot be seen by the key
   */
  public Scope reach(ApiKey key, Optional<UUID> project, Optional<UUID> organization) {
    return visible(key, project, organization)
        .map(id -> new Scope(key.organizationId(), id))
        .orElse(key.scope());
  }

  public List<Project> projects(ApiKey key, Optional<UUID> organization, Optional<String> name) {
    organization.ifPresent(id -> organization(key, id));
    return access.projects(key.scope(), name.orElse(null));
  }

  /**
   * A page of the projects that a key reaches, the default one first, then the oldest.
   *
   * @param after the place that the page before told, or null
   */
  public Slice<Project> projects(
      ApiKey key,
      Optional<UUID> organization,
      Optional<String> name,
      @Nullable String after,
      int size) {
    organization.ifPresent(id -> organization(key, id));
    return access.projects(key.scope(), name.orElse(null), after, size);
  }

  public Project project(ApiKey key, UUID id) {
    return access.project(key.scope(), id).orElseThrow(() -> Refused.unknown("Project"));
  }

  /** The key's own organization. */
  public Organization organization(ApiKey key) {
    return organization(key, key.organizationId());
  }

  public Organization organization(ApiKey key, UUID id) {
    return access.organization(key.scope(), id).orElseThrow(() -> Refused.unknown("Organization"));
  }

  private Optional<UUID> visible(ApiKey key, Optional<UUID> project, Optional<UUID> organization) {
    organization.ifPresent(id -> organization(key, id));
    return project.map(id -> project(key, id).id());
  }
}
