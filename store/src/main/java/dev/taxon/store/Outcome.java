package dev.taxon.store;

import dev.taxon.Decision;
import dev.taxon.ReadFailure;

/** How one file of a job ended; taken once, never changed. */
public sealed interface Outcome {
  /** It was read and decided; a null type is an answer too. */
  record Classified(Decision decision) implements Outcome {}

  /** It could not be read or decided; one sentence for the person who has the file. */
  record Failed(ReadFailure.Code code, String sentence) implements Outcome {}

  /** It was read, and nothing was to be decided. */
  record Read() implements Outcome {}

  /** The job was cancelled before its turn came. */
  record Cancelled() implements Outcome {}
}
