package dev.taxon;

import java.util.Objects;

/**
 * How well one rule's type did.
 *
 * @param type one of the rule set's types
 * @param confidence probability that this type is the right answer, 0 to 1
 */
public record Candidate(String type, double confidence) {
  public Candidate {
    Objects.requireNonNull(type);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1, found " + confidence);
    }
  }
}
