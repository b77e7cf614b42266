package dev.taxon.store;

import java.util.List;

/** What came of an attempt to create a job. */
public sealed interface JobCreation {
  /** A new job. */
  record Created(Job job) implements JobCreation {}

  /** The request was seen before; this is its job in its present state, and nothing was created. */
  record Repeated(Job job) implements JobCreation {}

  /** The idempotency key was used with another body; nothing was created. */
  record KeyReused() implements JobCreation {}

  /** These positions name no file of the project, ascending; nothing was created. */
  record FilesMissing(List<Integer> positions) implements JobCreation {}

  /** These positions name files whose content never came, ascending; nothing was created. */
  record ContentMissing(List<Integer> positions) implements JobCreation {}
}
