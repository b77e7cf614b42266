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
 * @param none probability that none of the types is right, 0 to 1
 * @param way how much work went into it, as one of the classifier's own words such as {@code fast};
 *     null when it has but one way
 */
public record Decision(
    @Nullable String type,
    double confidence,
    String reasoning,
    List<Evidence> evidence,
    List<Candidate> candidates,
    double none,
    @Nullable String way) {
  /** One of a classifier with but one way, which leaves to "none" what the candidates leave. */
  public Decision(
      @Nullable String type,
      double confidence,
      String reasoning,
      List<Evidence> evidence,
      List<Candidate> candidates) {
    this(
        type,
        confidence,
        reasoning,
        evidence,
        candidates,
        type == null ? confidence : left(confidence, candidates),
        null);
  }

  /** Checks the ranges. */
  public Decision {
    Objects.requireNonNull(reasoning);
    evidence = List.copyOf(evidence);
    candidates = List.copyOf(candidates);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1, found " + confidence);
    }
    if (!(none >= 0 && none <= 1)) {
      throw new IllegalArgumentException("none must be between 0 and 1, found " + none);
    }
    if (reasoning.isBlank()) {
      throw new IllegalArgumentException("a decision says why");
    }
  }

  private static double left(double confidence, List<Candidate> candidates) {
    double taken =
        candidates.isEmpty()
            ? confidence
            : candidates.stream().mapToDouble(Candidate::confidence).sum();
    return Math.max(0, 1 - taken);
  }
}
