package dev.taxon.server.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keeps texts secret at rest: AES-256-GCM under keys that never meet the database. A sealed text
 * begins with the name of its key, so keys can follow one another: the first seals, all open.
 */
public final class Seal {
  /** No key here opens it. */
  public static final class WrongKey extends Exception {
    private static final long serialVersionUID = 1L;

    WrongKey(Throwable cause) {
      super(cause);
    }

    WrongKey() {}
  }

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Of a name: enough to tell keys apart, too little to tell anything of them. */
  private static final int NAME_BYTES = 4;

  private final Map<String, SecretKey> keys = new LinkedHashMap<>();
  private final String first;
  private final SecureRandom random;

  /**
   * Derives the keys.
   *
   * @param secrets at least one, each of 32 bytes or more; the first seals
   */
  public Seal(List<byte[]> secrets, SecureRandom random) {
    this.random = random;
    for (byte[] secret : secrets) {
      keys.put(
          HexFormat.of().formatHex(derived(secret, "name of the key", NAME_BYTES).getEncoded()),
          derived(secret, "secrets at rest", 32));
    }
    this.first = keys.keySet().iterator().next();
  }

  private static SecretKey derived(byte[] secret, String purpose, int bytes) {
    try {
      var from =
          HKDFParameterSpec.ofExtract()
              .addIKM(secret)
              .thenExpand(("taxon " + purpose).getBytes(StandardCharsets.US_ASCII), bytes);
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HKDF-SHA256", e);
    }
  }

  /** What a text begins with that the first key sealed. */
  public String prefix() {
    return first + ":";
  }

  /**
   * Seals a text.
   *
   * @param place where it belongs; elsewhere it does not open
   */
  public String seal(String text, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] closed =
          cipher(Cipher.ENCRYPT_MODE, first, nonce, place)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = new byte[nonce.length + closed.length];
      System.arraycopy(nonce, 0, all, 0, nonce.length);
      System.arraycopy(closed, 0, all, nonce.length, closed.length);
      return prefix() + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /**
   * The text that was sealed for this place.
   *
   * @throws WrongKey when no key here opens it, or it was not sealed for this place
   */
  public String open(String sealed, String place) throws WrongKey {
    int colon = sealed.indexOf(':');
    String name = sealed.substring(0, Math.max(colon, 0));
    if (!keys.containsKey(name)) {
      throw new WrongKey();
    }
    try {
      byte[] all = Base64.getDecoder().decode(sealed.substring(colon + 1));
      byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, name, nonce, place)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new WrongKey(e);
    }
  }

  private Cipher cipher(int mode, String key, byte[] nonce, String place)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
