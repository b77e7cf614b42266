package dev.taxon.server.outbound;

/** A URL that this server does not go to; the message says why, in one sentence. */
public final class RefusedTarget extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedTarget(String sentence) {
    super(sentence, null, false, false);
  }

  /** Why, in one sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /**
   * The host has an address that may not be reached. Which one is not told: names of a private
   * network are nobody's business.
   */
  static RefusedTarget address(String host, String kind, boolean isNever) {
    return new RefusedTarget(
        host
            + " is "
            + kind
            + " address, which this server "
            + (isNever
                ? "never reaches"
                : "may not reach unless its setting TAXON_OUTBOUND_ALLOW names the network"));
  }
}
