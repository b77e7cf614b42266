package dev.taxon.server.http.route;

import dev.taxon.store.Scope;
import java.util.Optional;

/** Where a job finds the configuration that it names instead of bringing one. */
@FunctionalInterface
public interface SavedConfigurations {
  /**
   * A saved configuration.
   *
   * @param productType what it configures, for example {@code classify_v2}
   * @param parameters a JSON object as saved
   */
  record Saved(String productType, String parameters) {}

  /** By its id as the client wrote it; empty when the scope has none. */
  Optional<Saved> find(Scope scope, String id);
}
