package dev.taxon.engine;

import java.util.List;

/**
 * What each part is worth: a conditional logit (McFadden 1974) over the rules, fitted on
 * development documents under three wordings of their rules, five folds over documents.
 */
record KnowingWeights(
    double title,
    double heading,
    double words,
    double opening,
    double phrases,
    double format,
    double kind,
    double meaning,
    double head,
    Certainty certainty) {

  /** With vectors of rules and of the document. */
  static final KnowingWeights FULL =
      new KnowingWeights(
          1.18,
          0.591,
          1.62,
          1.14,
          1.527,
          1,
          1.108,
          8.941,
          10.071,
          new Certainty(
              List.of(0.3166, 0.1625, 0.0569, 0.1833, 0.3039, -0.256, 0.0212, -0.417),
              List.of(-0.2171, -0.0883, -0.3949, 0.1018, -1.0281, 0.2021, 0.011, -0.2721)));

  /** With vectors of rules alone. */
  static final KnowingWeights FAST =
      new KnowingWeights(
          2.234,
          2.23,
          2.269,
          1.678,
          0.97,
          1,
          1.177,
          0,
          0,
          new Certainty(
              List.of(0.3467, 0.2008, 0.0582, 0.1771, -0.3216, -0.2755, -0.0419, 0.0765),
              List.of(-0.206, -0.1167, -0.3716, 0.0868, -0.5927, 0.2746, 0.0528, -0.7961)));

  /** Scores one rule. */
  Score score(Reading reading, Knowing knowing, Patterns.Pattern pattern) {
    return Score.of(
        pattern,
        Part.TitlePart.of(reading, pattern, title),
        Part.HeadingPart.of(reading, pattern, heading),
        Part.WordsPart.of(reading, pattern, words),
        Part.OpeningPart.of(reading, pattern, opening),
        Part.PhrasesPart.of(reading, pattern, phrases),
        Part.FormatPart.of(reading, pattern, format),
        new Part.KindPart(knowing.met(pattern.rule()), kind, pattern, knowing),
        new Part.MeaningPart(knowing.meaning(pattern.rule()), meaning),
        new Part.HeadPart(knowing.head(pattern.rule()), head));
  }
}
