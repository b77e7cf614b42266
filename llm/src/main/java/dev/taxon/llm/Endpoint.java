package dev.taxon.llm;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which language model is asked, and where.
 *
 * @param base what {@code /chat/completions} is put behind, such as {@code
 *     http://127.0.0.1:11434/v1}; {@code /v1} where it has no path
 * @param model as its server calls it
 * @param key sent as a bearer token, or null where none is wanted
 * @param timeout for one answer
 * @param patience how long a server that is busy, or that was there before, is asked again
 */
public record Endpoint(
    URI base, String model, @Nullable String key, Duration timeout, Duration patience) {
  private static final String COMPLETIONS = "/chat/completions";

  /** Checks the values. */
  public Endpoint {
    if (base.getHost() == null || base.getRawUserInfo() != null) {
      throw new IllegalArgumentException("the address needs a host, and no user before it");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("the model needs a name");
    }
    if (!timeout.isPositive() || patience.isNegative()) {
      throw new IllegalArgumentException("times must not be negative, nor the timeout zero");
    }
  }

  /** Where questions go. */
  URI completions() {
    String path = base.getPath() == null ? "" : base.getPath().replaceFirst("/+$", "");
    if (path.endsWith(COMPLETIONS)) {
      return base;
    }
    return base.resolve((path.isEmpty() ? "/v1" : path) + COMPLETIONS);
  }

  /** One answer at most, from the first try to the last. */
  Duration longest() {
    return timeout.plus(patience);
  }

  /** Only what is no secret. */
  @Override
  public String toString() {
    return model + " at " + base;
  }
}
