package dev.taxon.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one rule got, as the sum of parts.
 *
 * @param pattern the rule
 * @param parts in the order of {@link Weights#score}
 * @param points their sum: natural log odds of this type against an even start
 */
record Score(Patterns.Pattern pattern, List<Part> parts, double points) {
  static Score of(Patterns.Pattern pattern, Part... parts) {
    double points = 0;
    for (var part : parts) {
      points += part.points();
    }
    return new Score(pattern, List.of(parts), points);
  }

  /** Index of the type in the user's order. */
  int type() {
    return pattern.type();
  }

  /** Whether a quote speaks for this rule too. */
  boolean holds(Quote quote) {
    var cue = quote.cue();
    if (cue == null) {
      return quote.terms().stream().anyMatch(pattern::holds);
    }
    return parts.stream()
        .anyMatch(part ->
            part instanceof Part.KindPart kind
                && kind.knowing().isCue(pattern.rule(), cue.phrase()));
  }

  /** The part that puts this score ahead of another one the most. */
  Part mainAdvantage(Score other) {
    var best = parts.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < parts.size(); i++) {
      double ahead = parts.get(i).points() - other.parts.get(i).points();
      if (ahead > most) {
        most = ahead;
        best = parts.get(i);
      }
    }
    return best;
  }

  /** The parts under each other, for whoever looks into a decision. */
  @Override
  public String toString() {
    return parts.stream().map(Part::says).collect(Collectors.joining("\n"));
  }
}
