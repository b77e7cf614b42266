package dev.taxon.bench.golden;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Evidence;
import dev.taxon.bench.quality.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * What was answered in one case.
 *
 * @param name see {@link Case}
 * @param type {@code null} where none fits
 * @param confidence as Java writes it
 * @param digest 16 hexadecimal digits over all of the decision: reasoning, evidence with its
 *     offsets, and candidates too
 */
record Answered(String name, String type, String confidence, String digest) {
  private static final int DIGITS = 16;

  static Answered of(String name, Decision decision) {
    var all = new ArrayList<String>();
    all.add(String.valueOf(decision.type()));
    all.add(Double.toString(decision.confidence()));
    all.add(Double.toString(decision.none()));
    all.add(String.valueOf(decision.way()));
    all.add(decision.reasoning());
    for (Evidence evidence : decision.evidence()) {
      all.addAll(
          List.of(
              String.valueOf(evidence.page()),
              String.valueOf(evidence.start()),
              String.valueOf(evidence.end()),
              evidence.quote(),
              evidence.meaning()));
    }
    for (Candidate candidate : decision.candidates()) {
      all.add(candidate.type());
      all.add(Double.toString(candidate.confidence()));
    }
    return new Answered(
        name,
        String.valueOf(decision.type()),
        Double.toString(decision.confidence()),
        Digest.of(all.toArray(String[]::new)).substring(0, DIGITS));
  }

  @Override
  public String toString() {
    return "%s: %s %s %s".formatted(name, type, confidence, digest);
  }
}
