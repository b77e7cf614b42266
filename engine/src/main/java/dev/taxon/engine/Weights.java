package dev.taxon.engine;

import java.util.List;

/**
 * What each part is worth, and how points become probabilities: a conditional logit (McFadden 1974)
 * over the types and "none", {@code p(type) = exp(points) / (exp(none) + sum of exp(points))}.
 *
 * @param none points of "no rule fits"
 * @param nonePerType what {@code none} gains with each doubling of the number of types
 */
record Weights(
    double title,
    double name,
    double words,
    double coverage,
    double opening,
    double phrases,
    double none,
    double nonePerType) {

  static final Weights FITTED = new Weights(3.5, 1.5, 1.2, 3, 1.5, 1.0, 3.2, 0.2);

  /** Scores one rule. */
  Score score(Reading reading, Patterns.Pattern pattern) {
    return new Score(
        pattern.type(),
        List.of(
            Part.TitlePart.of(reading, pattern, title),
            Part.NamePart.of(reading, pattern, name),
            Part.WordsPart.of(reading, pattern, words),
            Part.CoveragePart.of(reading, pattern, coverage),
            Part.OpeningPart.of(reading, pattern, opening),
            Part.PhrasesPart.of(reading, pattern, phrases)));
  }

  /** Points of "no rule fits" beside so many types. */
  double none(int types) {
    return none + nonePerType * Math.log(types);
  }
}
