package dev.taxon.engine;

import java.util.List;

/**
 * What each part is worth: a conditional logit (McFadden 1974) over the rules, see {@link Fitted}.
 *
 * @param parts in the order of {@link #PARTS}
 */
record KnowingWeights(List<Double> parts, Certainty certainty) {
  static final List<String> PARTS =
      List.of(
          "title", "heading", "words", "opening", "phrases", "format", "kind", "meaning", "head");

  KnowingWeights {
    parts = List.copyOf(parts);
  }

  /** Those for documents that were encoded, or for others. */
  static KnowingWeights of(Fitted fitted, boolean full) {
    String way = full ? "full." : "fast.";
    return new KnowingWeights(
        PARTS.stream().map(part -> fitted.get(way + part)).toList(), Certainty.of(fitted, way));
  }

  private double weight(int part) {
    return parts.get(part);
  }

  /** Scores one rule. */
  Score score(Reading reading, Knowing knowing, Patterns.Pattern pattern) {
    return Score.of(
        pattern,
        Part.TitlePart.of(reading, pattern, weight(0)),
        Part.HeadingPart.of(reading, pattern, weight(1)),
        Part.WordsPart.of(reading, pattern, weight(2)),
        Part.OpeningPart.of(reading, pattern, weight(3)),
        Part.PhrasesPart.of(reading, pattern, weight(4)),
        Part.FormatPart.of(reading, pattern, weight(5)),
        new Part.KindPart(knowing.met(pattern.rule()), weight(6), pattern, knowing),
        new Part.MeaningPart(knowing.meaning(pattern.rule()), weight(7)),
        new Part.HeadPart(knowing.head(pattern.rule()), weight(8)));
  }
}
