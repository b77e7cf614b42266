package dev.taxon.server.http.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with the server's secret, for one purpose. */
public final class Signer {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * A signer whose signatures are good for nothing else.
   *
   * @param secret at least 16 bytes
   * @param purpose mixed into the key
   */
  public Signer(byte[] secret, String purpose) {
    if (secret.length < 16) {
      throw new IllegalArgumentException("the signing secret must have at least 16 bytes");
    }
    key = new SecretKeySpec(digest(new SecretKeySpec(secret, ALGORITHM), purpose), ALGORITHM);
  }

  /** A signature over parts, whose borders count; 43 characters that fit a URL. */
  String sign(String... parts) {
    var text = new StringBuilder();
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(key, text.toString()));
  }

  /** Compares in a time that tells nothing, and as text: each character counts. */
  boolean isSignature(String presented, String... parts) {
    return MessageDigest.isEqual(
        presented.getBytes(StandardCharsets.UTF_8), sign(parts).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
