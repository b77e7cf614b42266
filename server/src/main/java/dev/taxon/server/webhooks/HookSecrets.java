package dev.taxon.server.webhooks;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a webhook is nobody's business but its owner's.
 *
 * @param headers that go with every delivery, by name
 * @param signing the secret that deliveries are signed with; null for no signature
 */
public record HookSecrets(Map<String, String> headers, @Nullable String signing) {
  public static final HookSecrets NONE = new HookSecrets(Map.of(), null);

  public HookSecrets {
    headers = Map.copyOf(headers);
  }

  boolean isEmpty() {
    return headers.isEmpty() && signing == null;
  }

  /** Says how many, never which. */
  @Override
  public String toString() {
    return headers.size() + " headers, " + (signing == null ? "unsigned" : "signed");
  }
}
