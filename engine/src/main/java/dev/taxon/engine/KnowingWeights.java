package dev.taxon.engine;

import java.util.List;

/**
 * What each part is worth: a conditional logit (McFadden 1974) over the rules, see {@link Fitted}.
 *
 * <p>A title or a kind of document says little of what a text is about, and meaning says more:
 * rules that ask for topics, intents or opinions have weights of their own; in between the two are
 * mixed.
 *
 * @param parts in the order of {@link #PARTS}
 * @param plainParts alike, for rules that ask for no kind of document
 */
record KnowingWeights(List<Double> parts, List<Double> plainParts, Certainty certainty) {
  static final List<String> PARTS =
      List.of(
          "title",
          "heading",
          "words",
          "opening",
          "phrases",
          "format",
          "kind",
          "meaning",
          "head",
          "described",
          "likeness");

  KnowingWeights {
    parts = List.copyOf(parts);
    plainParts = List.copyOf(plainParts);
  }

  /** Those for documents that were encoded, or for others. */
  static KnowingWeights of(Fitted fitted, boolean full) {
    String way = full ? "full." : "fast.";
    return new KnowingWeights(
        PARTS.stream().map(part -> fitted.get(way + part)).toList(),
        PARTS.stream().map(part -> fitted.get(way + "plain." + part)).toList(),
        Certainty.of(fitted, way));
  }

  /** Scores one rule. */
  Score score(Reading reading, Knowing knowing, Patterns.Pattern pattern) {
    double asksForKind = knowing.asksForKind();
    var weights = new double[PARTS.size()];
    for (int part = 0; part < weights.length; part++) {
      weights[part] = asksForKind * parts.get(part) + (1 - asksForKind) * plainParts.get(part);
    }
    return Score.of(
        pattern,
        Part.TitlePart.of(reading, pattern, weights[0]),
        Part.HeadingPart.of(reading, pattern, weights[1]),
        Part.WordsPart.of(reading, pattern, weights[2]),
        Part.OpeningPart.of(reading, pattern, weights[3]),
        Part.PhrasesPart.of(reading, pattern, weights[4]),
        Part.FormatPart.of(reading, pattern, weights[5]),
        new Part.KindPart(knowing.met(pattern.rule()), weights[6], pattern, knowing),
        new Part.MeaningPart(knowing.meaning(pattern.rule()), weights[7]),
        new Part.HeadPart(knowing.head(pattern.rule()), weights[8]),
        new Part.DescribedPart(knowing.described(pattern.rule()), weights[9]),
        new Part.LikenessPart(knowing.likeness(pattern.rule()), weights[10]));
  }
}
