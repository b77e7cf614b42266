package dev.taxon.reader.pages;

import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import java.util.Objects;

/** A failure that has to pass through a parser which knows nothing of it. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(ReadFailure failure) {
    super(failure.getMessage(), failure, false, false);
  }

  /** What unpacks to more than may be read. */
  public static Refused bomb() {
    return new Refused(
        new ReadFailure(
            Code.DOCUMENT_TOO_LARGE, "The file unpacks to far more than its size; it is refused."));
  }

  public ReadFailure failure() {
    return (ReadFailure) Objects.requireNonNull(getCause());
  }
}
