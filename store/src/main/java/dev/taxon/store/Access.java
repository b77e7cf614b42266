package dev.taxon.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organizations, projects and the keys that open them. */
public final class Access {
  Access() {}

  /** Whether the store has no organization yet: the first start. */
  public boolean isEmpty() {
    throw new IllegalStateException("not built");
  }

  /** Makes an organization with a project named {@code Default}. */
  public Project createOrganization(String name) {
    throw new IllegalStateException("not built");
  }

  /** Makes a further project in an organization. */
  public Project createProject(UUID organizationId, String name) {
    throw new IllegalStateException("not built");
  }

  /**
   * Lets a secret in; its SHA-256 is kept, never the secret. A secret that is known already is left
   * as it is, also when it was revoked.
   *
   * @param projectId the only project it reaches, or null for the organization
   */
  public ApiKey createKey(
      String secret, String label, String userId, UUID organizationId, @Nullable UUID projectId) {
    throw new IllegalStateException("not built");
  }

  public void revokeKey(UUID keyId) {
    throw new IllegalStateException("not built");
  }

  /** The key behind a secret; empty when it is unknown or revoked. Keeps the day of last use. */
  public Optional<ApiKey> authenticate(String secret) {
    throw new IllegalStateException("not built");
  }

  /**
   * All projects in scope, the default one first, then by name; those of the given name when one is
   * given.
   */
  public List<Project> projects(Scope scope, @Nullable String name) {
    throw new IllegalStateException("not built");
  }

  public Optional<Project> project(Scope scope, UUID projectId) {
    throw new IllegalStateException("not built");
  }

  public Optional<Organization> organization(Scope scope, UUID organizationId) {
    throw new IllegalStateException("not built");
  }
}
