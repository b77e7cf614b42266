package dev.taxon.llm;

import dev.taxon.ClassifyFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one request. */
sealed interface Attempt {
  /** The model's words, not blank. */
  record Said(String content) implements Attempt {}

  /** Nothing, and the same request would give nothing again. */
  record Failed(ClassifyFailure failure) implements Attempt {}

  /**
   * Nothing now.
   *
   * @param pause that the server wants before the next request, or null
   */
  record Later(ClassifyFailure failure, @Nullable Duration pause) implements Attempt {}

  /**
   * The server does not take the request as it is.
   *
   * @param body what it says about it
   */
  record Refused(ClassifyFailure failure, String body) implements Attempt {}
}
