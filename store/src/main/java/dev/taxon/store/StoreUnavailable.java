package dev.taxon.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened or written; the message is one sentence for the operator. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
