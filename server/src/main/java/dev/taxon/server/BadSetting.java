package dev.taxon.server;

/**
 * A setting that cannot be used; the message is one sentence that names it, its value and what is
 * allowed.
 */
public final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadSetting(String sentence) {
    super(sentence);
  }
}
