package dev.taxon.engine;

/**
 * BM25's answer to repetition (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
 * 2009): a word seen again counts less each time, and less in a long text.
 */
final class Saturation {
  private static final double K1 = 1.2;
  private static final double B = 0.4;
  private static final double USUAL_WORDS = 400;
  private static final int SHORTEST = 30;
  private static final int LONGEST = 3_000;

  private Saturation() {}

  /**
   * 0 for a word that is not there, rising towards 1.
   *
   * @param count how often it is there
   * @param words length of the text, in words
   */
  static double of(int count, int words) {
    if (count == 0) {
      return 0;
    }
    double length = 1 - B + B * Math.clamp(words, SHORTEST, LONGEST) / USUAL_WORDS;
    return count / (count + K1 * length);
  }
}
