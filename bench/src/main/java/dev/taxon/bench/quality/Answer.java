package dev.taxon.bench.quality;

import org.jspecify.annotations.Nullable;

/**
 * What the engine said of one document, in the labels' words.
 *
 * @param likeliest the best type whether or not the engine holds that none fits
 * @param likeliestConfidence the engine's probability that this type is right, 0 to 1
 * @param given the type that was answered, or null for none
 * @param confidence as answered, 0 to 1
 * @param words how many words the document has
 */
public record Answer(
    Labelled document,
    String likeliest,
    double likeliestConfidence,
    @Nullable String given,
    double confidence,
    int words) {

  /** Whether the likeliest type is right, or one that is right too. */
  boolean likeliestIsRight() {
    return isRight(likeliest);
  }

  /** Whether the answer, none included, is right. */
  boolean isRight() {
    return isRight(given);
  }

  private boolean isRight(@Nullable String answer) {
    return answer == null
        ? document.type() == null
        : answer.equals(document.type()) || document.alsoOk().contains(answer);
  }
}
