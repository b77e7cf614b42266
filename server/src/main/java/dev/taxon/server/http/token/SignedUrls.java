package dev.taxon.server.http.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** URLs that allow one thing with one file until some time, without a key. */
public final class SignedUrls {
  /** What a URL allows. */
  public enum Act {
    GET,
    PUT;

    private final String word = name().toLowerCase(Locale.ROOT);
  }

  /** What a presented URL is worth. */
  public enum Verdict {
    GOOD,
    EXPIRED,
    ALTERED
  }

  /**
   * A URL.
   *
   * @param path with its query, to be put behind the server's own address
   * @param expiresAt a whole second
   */
  public record Signed(String path, Instant expiresAt) {}

  private final Signer signer;
  private final Clock clock;

  public SignedUrls(byte[] secret, Clock clock) {
    this.signer = new Signer(secret, "signed urls");
    this.clock = clock;
  }

  public Signed sign(Act act, UUID file, Duration life) {
    long expires = clock.instant().plus(life).getEpochSecond();
    String signature = signer.sign(act.word, file.toString(), Long.toString(expires));
    return new Signed(
        "/files/" + file + "?op=" + act.word + "&expires=" + expires + "&sig=" + signature,
        Instant.ofEpochSecond(expires));
  }

  /** Judges the pieces of a URL, as they came, for what is asked now. */
  public Verdict judge(Act asked, String file, String act, String expires, String signature) {
    if (!asked.word.equals(act) || !signer.isSignature(signature, act, file, expires)) {
      return Verdict.ALTERED;
    }
    return clock.instant().getEpochSecond() < Long.parseLong(expires)
        ? Verdict.GOOD
        : Verdict.EXPIRED;
  }
}
