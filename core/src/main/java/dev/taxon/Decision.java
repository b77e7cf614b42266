package dev.taxon;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one document.
 *
 * @param type one of the rule set's types, exactly as written, or null: none fits
 * @param confidence probability that the answer, null included, is right; 0 to 1
 * @param reasoning why, for a person: what was seen where, in quotes, and what else came close; not
 *     blank
 * @param evidence the quotes' places, strongest first
 * @param candidates every type of the rule set once, best first
 */
public record Decision(
    @Nullable String type,
    double confidence,
    String reasoning,
    List<Evidence> evidence,
    List<Candidate> candidates) {
  public Decision {
    Objects.requireNonNull(reasoning);
    evidence = List.copyOf(evidence);
    candidates = List.copyOf(candidates);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1, found " + confidence);
    }
    if (reasoning.isBlank()) {
      throw new IllegalArgumentException("a decision says why");
    }
  }
}
