package dev.taxon.server.http.call;

import dev.taxon.server.access.Rates;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.store.ApiKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets keys in. */
public final class Gate {
  private static final String SCHEME = "Bearer ";

  private final Tenants tenants;
  private final Rates rates;

  public Gate(Tenants tenants, Rates rates) {
    this.tenants = tenants;
    this.rates = rates;
  }

  /**
   * The key that a call presents.
   *
   * @param authorization the header; null when there is none
   * @param operation what it is for
   */
  ApiKey enter(@Nullable String authorization, Operation operation) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw refused("Not authenticated");
    }
    String secret = authorization.substring(SCHEME.length()).strip();
    if (secret.isEmpty()) {
      throw refused("Not authenticated");
    }
    ApiKey key = tenants.authenticate(secret).orElseThrow(() -> refused("Invalid API Key"));
    if (!rates.admits(key.id())) {
      throw new HttpRefusal(
          429,
          "Rate limit exceeded. Maximum "
              + rates.perSecond()
              + (operation.id().equals("createClassifyV2")
                  ? " classify job creations per second."
                  : " requests per second."),
          Map.of("Retry-After", "1"));
    }
    return key;
  }

  private static HttpRefusal refused(String sentence) {
    return new HttpRefusal(401, sentence, Map.of("WWW-Authenticate", "Bearer"));
  }
}
