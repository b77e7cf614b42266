package dev.taxon.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one type got, as the sum of parts.
 *
 * @param type index of the type in the user's order
 * @param parts in a fixed order
 */
record Score(int type, List<Part> parts) {
  /** Natural log odds of this type against "no rule fits", before the bias for the latter. */
  double points() {
    double sum = 0;
    for (var part : parts) {
      sum += part.points();
    }
    return sum;
  }

  /** The parts under each other, for whoever looks into a decision. */
  @Override
  public String toString() {
    return parts.stream().map(Part::says).collect(Collectors.joining("\n"));
  }
}
