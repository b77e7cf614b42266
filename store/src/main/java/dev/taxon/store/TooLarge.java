package dev.taxon.store;

import java.io.IOException;

/** More bytes came than allowed; nothing of them was kept. */
public final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;
  private final long limit;

  public TooLarge(long limit) {
    super("more than " + limit + " bytes");
    this.limit = limit;
  }

  public long limit() {
    return limit;
  }
}
