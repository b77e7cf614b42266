package dev.taxon;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that could not be read; {@link #getMessage()} is one sentence for the person who has the
 * file.
 */
public final class ReadFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong, in the wire's words. */
  public enum Code {
    UNSUPPORTED_FILE_TYPE,
    PDF_IS_PROTECTED,
    PDF_IS_BROKEN,
    NO_DATA_FOUND_IN_FILE,
    DOCUMENT_TOO_LARGE,
    TOO_MANY_PAGES,
    TIMEOUT,
    ENGINE_ERROR
  }

  private final Code code;

  public ReadFailure(Code code, String sentence) {
    this(code, sentence, null);
  }

  public ReadFailure(Code code, String sentence, @Nullable Throwable cause) {
    super(Objects.requireNonNull(sentence), cause);
    this.code = Objects.requireNonNull(code);
  }

  public Code code() {
    return code;
  }
}
