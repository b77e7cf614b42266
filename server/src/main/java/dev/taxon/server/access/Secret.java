package dev.taxon.server.access;

import java.util.random.RandomGenerator;

/** What keys are made of. */
public final class Secret {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** Characters after the prefix: 238 bits. */
  private static final int LENGTH = 40;

  private Secret() {}

  /**
   * A secret that nobody knows yet.
   *
   * @param random fit for secrets
   */
  public static String fresh(RandomGenerator random) {
    var key = new StringBuilder("tx-");
    for (int i = 0; i < LENGTH; i++) {
      key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return key.toString();
  }
}
