package dev.taxon.bench.golden;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An answer that is another one than in the golden file, as another type of processor may give
 * where two answers are close.
 *
 * @param before the type that the golden file has, or the word null where none fitted
 * @param now the type, or the word null where none fits
 * @param chanceBefore what the answer before has now, 0 to 1
 * @param isTold whether the note says how close the answer before is
 */
record Moved(String name, String before, String now, double chanceBefore, boolean isTold) {

  /**
   * All that moved.
   *
   * @param decisions of the cases that the golden file has, in its order
   */
  static List<Moved> between(Golden golden, List<Decision> decisions) {
    return IntStream.range(0, decisions.size())
        .filter(
            i -> !golden.answers().get(i).type().equals(String.valueOf(decisions.get(i).type())))
        .mapToObj(i -> of(golden.answers().get(i), decisions.get(i)))
        .toList();
  }

  private static Moved of(Answered before, Decision decision) {
    double chance =
        decision.candidates().stream()
            .filter(candidate -> candidate.type().equals(before.type()))
            .mapToDouble(Candidate::confidence)
            .findFirst()
            .orElse(decision.none());
    return new Moved(
        before.name(),
        before.type(),
        String.valueOf(decision.type()),
        chance,
        decision.reasoning().contains(told(chance)));
  }

  /** How a note says a chance. */
  static String told(double chance) {
    return "(" + Math.round(100 * chance) + "%)";
  }
}
