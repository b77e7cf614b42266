package dev.taxon.store;

/**
 * Meanwhile somebody else did what was asked under the same idempotency key, and kept the answer;
 * nothing of the call was kept.
 */
public final class AnsweredBefore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnsweredBefore() {
    super("answered before under this idempotency key", null, false, false);
  }
}
