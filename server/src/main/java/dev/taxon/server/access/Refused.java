package dev.taxon.server.access;

/** What was asked for cannot be had; the message is one sentence for whoever asked. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** There is no such thing, or none that the key may see; both in the same words. */
    UNKNOWN,
    /** What was sent cannot be done as it is. */
    IMPOSSIBLE,
    /** Too many have asked already; later it may be had. */
    BUSY
  }

  private final Reason reason;

  private Refused(Reason reason, String sentence) {
    super(sentence, null, false, false);
    this.reason = reason;
  }

  public static Refused unknown(String thing) {
    return new Refused(Reason.UNKNOWN, thing + " not found");
  }

  public static Refused impossible(String sentence) {
    return new Refused(Reason.IMPOSSIBLE, sentence);
  }

  public static Refused busy(String sentence) {
    return new Refused(Reason.BUSY, sentence);
  }

  public Reason reason() {
    return reason;
  }
}
