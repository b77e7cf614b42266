package dev.taxon.server.http.shape;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file of a job, and why: as {@link FileOutcomeShape}, with the whole decision.
 *
 * @param way how much work went into the decision; null when there is none or but one way
 * @param runnerUp the likeliest other answer; null when there is no decision
 * @param confidences of every answer, its own first, then the likeliest; together 1, up to
 *     rounding; empty when there is no decision
 */
public record ResultDetailShape(
    UUID id,
    String jobId,
    String fileId,
    String name,
    int position,
    FileOutcomeShape.Word outcome,
    @Nullable String type,
    @Nullable Double confidence,
    @Nullable String reasoning,
    FileOutcomeShape.@Nullable Failure error,
    Instant updatedAt,
    @Nullable String way,
    @Nullable Chance runnerUp,
    List<Chance> confidences,
    List<Evidence> evidence) {
  /** Four digits, as the engine gives them. */
  private static final double DIGITS = 10_000;

  /**
   * One answer that there could be.
   *
   * @param type null for none of the rules
   */
  public record Chance(@Nullable String type, double confidence) {}

  /** An outcome with its decision, if it has one. */
  public static ResultDetailShape of(FileOutcomeShape file, @Nullable Decision decision) {
    List<Chance> chances = decision == null ? List.of() : chances(decision);
    return new ResultDetailShape(
        file.id(),
        file.jobId(),
        file.fileId(),
        file.name(),
        file.position(),
        file.outcome(),
        file.type(),
        file.confidence(),
        file.reasoning(),
        file.error(),
        file.updatedAt(),
        decision == null ? null : decision.way(),
        chances.size() < 2 ? null : chances.get(1),
        chances,
        decision == null ? List.of() : decision.evidence());
  }

  /**
   * What the answer leaves of 1, shared by the others as they are likely; the engine judges each by
   * itself.
   */
  private static List<Chance> chances(Decision decision) {
    var others = new ArrayList<Chance>();
    for (Candidate candidate : decision.candidates()) {
      if (!candidate.type().equals(decision.type())) {
        others.add(new Chance(candidate.type(), candidate.confidence()));
      }
    }
    if (decision.type() != null) {
      others.add(new Chance(null, decision.none()));
    }
    others.sort(Comparator.comparingDouble(Chance::confidence).reversed());
    double sum = others.stream().mapToDouble(Chance::confidence).sum();
    double left = 1 - decision.confidence();
    var chances = new ArrayList<Chance>();
    chances.add(new Chance(decision.type(), decision.confidence()));
    for (Chance other : others) {
      double share = sum > 0 ? other.confidence() / sum : 1.0 / others.size();
      chances.add(new Chance(other.type(), Math.rint(left * share * DIGITS) / DIGITS));
    }
    return List.copyOf(chances);
  }
}
