package dev.taxon.store;

import java.io.IOException;

/** No room left for what was to be written; nothing of it was kept. */
public final class DiskFull extends IOException {
  private static final long serialVersionUID = 1L;

  public DiskFull(IOException cause) {
    super("no space left on the data folder's disk", cause);
  }
}
