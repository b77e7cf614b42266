package dev.taxon;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a classifier could not make because the program that it asks did not answer, or
 * not usably; {@link #getMessage()} is one sentence for whoever runs it, without any secret.
 */
public final class ClassifyFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, and so whether another document would fare better. */
  public enum Code {
    /** It cannot be reached, or is too busy. */
    UNREACHABLE(true),
    /** It wants a key, or another one. */
    KEY_REFUSED(true),
    /** What answers there is not what was looked for. */
    NOT_FOUND(true),
    /** It took too long over this document. */
    TIMEOUT(false),
    /** It refused this document, or its answer says nothing that could be used. */
    NO_ANSWER(false);

    private final boolean lasting;

    Code(boolean lasting) {
      this.lasting = lasting;
    }

    /** Whether every document fails so until somebody mends it. */
    public boolean isLasting() {
      return lasting;
    }
  }

  private final Code code;

  public ClassifyFailure(Code code, String sentence, @Nullable Throwable cause) {
    super(Objects.requireNonNull(sentence), cause);
    this.code = Objects.requireNonNull(code);
  }

  public ClassifyFailure(Code code, String sentence) {
    this(code, sentence, null);
  }

  public Code code() {
    return code;
  }
}
