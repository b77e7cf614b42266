package dev.taxon.engine;

import dev.taxon.engine.Patterns.Pattern;

/**
 * What each part is worth, and how points become probabilities: a conditional logit (McFadden 1974)
 * over the types and "none of them", {@code p(type) = exp(points) / (exp(none) + sum of
 * exp(points))}.
 *
 * <p>The numbers are the likeliest ones on a development collection of 441 documents of 47 kinds
 * and none, each against 3 to 47 rules in three wordings, nulls weighing a quarter. In five folds
 * over documents the expected calibration error was .04; docs/decisions/0031 has the table.
 *
 * @param none points of "none of them" for one type and 200 words or more
 * @param nonePerType what the logarithm of the number of types adds to it
 * @param nonePerLength what an empty text takes from it; in between by the logarithm of its words
 */
record Weights(
    double title,
    double heading,
    double words,
    double opening,
    double phrases,
    double format,
    double none,
    double nonePerType,
    double nonePerLength) {

  static final Weights FITTED = new Weights(1.59, 2.96, 4.35, 1.82, 0.43, 3.64, 0.44, 0.88, 0.21);

  private static final int LONG_TEXT = 200;

  Score score(Reading reading, Pattern pattern) {
    return Score.of(
        pattern,
        Part.TitlePart.of(reading, pattern, title),
        Part.HeadingPart.of(reading, pattern, heading),
        Part.WordsPart.of(reading, pattern, words),
        Part.OpeningPart.of(reading, pattern, opening),
        Part.PhrasesPart.of(reading, pattern, phrases),
        Part.FormatPart.of(reading, pattern, format));
  }

  /** Points of "none of them" beside so many types for a text of so many words. */
  double none(int types, int textWords) {
    return none + nonePerType * StrictMath.log(types) + nonePerLength * (length(textWords) - 1);
  }

  /** 0 for an empty text, 1 from {@value #LONG_TEXT} words on. */
  static double length(int textWords) {
    return StrictMath.log1p(Math.min(textWords, LONG_TEXT)) / StrictMath.log1p(LONG_TEXT);
  }
}
