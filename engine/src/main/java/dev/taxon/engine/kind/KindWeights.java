package dev.taxon.engine.kind;

import dev.taxon.engine.shape.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What each thing that speaks for a kind is worth.
 *
 * @param cues in the order of {@link Seen#NAMES}
 * @param words of the words' likeness where the text is not encoded
 * @param wordsBesideOpening of the words' likeness where it is
 * @param opening of the opening's meaning
 * @param label of the first lines' meaning
 * @param traits what a whole trait is worth to a kind that has it, in the order of {@link Trait}
 * @param usual how much of each trait any document has, 0 to 1; less of it speaks against a kind
 *     that has it
 */
public record KindWeights(
    List<Double> cues,
    double words,
    double wordsBesideOpening,
    double opening,
    double label,
    List<Double> traits,
    List<Double> usual) {
  public KindWeights {
    cues = List.copyOf(cues);
    traits = List.copyOf(traits);
    usual = List.copyOf(usual);
  }

  /** Takes them by name. */
  public static KindWeights of(ToDoubleFunction<String> fitted) {
    return new KindWeights(
        Seen.NAMES.stream().map(name -> fitted.applyAsDouble("kinds." + name)).toList(),
        fitted.applyAsDouble("kinds.words"),
        fitted.applyAsDouble("kinds.wordsBesideOpening"),
        fitted.applyAsDouble("kinds.opening"),
        fitted.applyAsDouble("kinds.label"),
        Arrays.stream(Trait.values())
            .map(trait -> fitted.applyAsDouble("kinds.shape." + trait.word()))
            .toList(),
        Arrays.stream(Trait.values())
            .map(trait -> fitted.applyAsDouble("kinds.usually." + trait.word()))
            .toList());
  }
}
