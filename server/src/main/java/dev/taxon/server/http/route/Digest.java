package dev.taxon.server.http.route;

import dev.taxon.server.http.call.Call;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** By what a repeated request is known. */
final class Digest {
  private static final Pattern ABOVE_ZERO = Pattern.compile("[0-9]{0,8}[1-9][0-9]{0,8}");

  private Digest() {}

  /** SHA-256 in hexadecimal digits. */
  static String of(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether the client says that it may have sent this before. */
  static boolean isRetry(Call call) {
    return call.header("X-Stainless-Retry-Count").filter(ABOVE_ZERO.asMatchPredicate()).isPresent();
  }
}
