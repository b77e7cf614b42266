package dev.taxon.store;

/** A project may not keep more; the message is one sentence for its owner. */
public final class QuotaReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QuotaReached(String sentence) {
    super(sentence, null, false, false);
  }
}
