package dev.taxon.server.http.upload;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body that ended too early, or is not what it says it is; the message is one sentence. */
public final class BrokenBody extends IOException {
  private static final long serialVersionUID = 1L;

  public BrokenBody(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
