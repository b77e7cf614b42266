package dev.taxon.server.http.token;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on, for the client to hand back. A token fits only the list it was made for,
 * for a day.
 */
public final class PageTokens {
  private static final Duration LIFE = Duration.ofHours(24);

  private final Signer signer;
  private final Clock clock;

  public PageTokens(byte[] secret, Clock clock) {
    this.signer = new Signer(secret, "page tokens");
    this.clock = clock;
  }

  /**
   * A token for the page behind a place.
   *
   * @param list names the list: operation, project, filter and order
   */
  public String after(String place, String list) {
    String expires = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
    String written =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    return expires + "." + written + "." + signer.sign(list, expires, written);
  }

  /** The place in a token; empty when it is altered, stale or of another list. */
  public Optional<String> read(String token, String list) {
    String[] pieces = token.split("\\.", -1);
    // signed as written, for two spellings of Base64 can mean the same
    if (pieces.length != 3
        || !signer.isSignature(pieces[2], list, pieces[0], pieces[1])
        || clock.instant().getEpochSecond() >= Long.parseLong(pieces[0])) {
      return Optional.empty();
    }
    return Optional.of(
        new String(Base64.getUrlDecoder().decode(pieces[1]), StandardCharsets.UTF_8));
  }
}
