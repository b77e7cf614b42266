package dev.taxon.server.http.call;

import dev.taxon.server.access.Tenants;
import dev.taxon.store.ApiKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets keys in. */
public final class Gate {
  private static final String SCHEME = "Bearer ";

  private final Tenants tenants;

  public Gate(Tenants tenants) {
    this.tenants = tenants;
  }

  /**
   * The key that a call presents.
   *
   * @param authorization the header; null when there is none
   */
  ApiKey enter(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw refused("Not authenticated");
    }
    String secret = authorization.substring(SCHEME.length()).strip();
    if (secret.isEmpty()) {
      throw refused("Not authenticated");
    }
    return tenants.authenticate(secret).orElseThrow(() -> refused("Invalid API Key"));
  }

  private static HttpRefusal refused(String sentence) {
    return new HttpRefusal(401, sentence, Map.of("WWW-Authenticate", "Bearer"));
  }
}
