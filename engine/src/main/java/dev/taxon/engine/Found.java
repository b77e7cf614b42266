package dev.taxon.engine;

import dev.taxon.engine.Reading.Place;
import org.jspecify.annotations.Nullable;

/** Which terms and phrases of a rule set stand where in a document, and how often. */
final class Found {
  private static final int FIRST_WORDS = 60;
  private static final double STANDS_OUT = 0.7;
  private final Patterns patterns;
  private final int[] count;
  private final @Nullable Place[] first;
  private final @Nullable Place[] firstPhrase;
  private final boolean[] early;

  Found(Patterns patterns) {
    this.patterns = patterns;
    count = new int[patterns.termCount()];
    early = new boolean[patterns.termCount()];
    first = new Place[patterns.termCount()];
    firstPhrase = new Place[patterns.phraseCount()];
  }

  /**
   * Takes a term.
   *
   * @param place where it stands
   * @param number which word of the document it is, from 1
   * @param prominence how much its line stands out, 0 to 1
   */
  void term(int term, Place place, int number, double prominence) {
    count[term]++;
    early[term] |= number <= FIRST_WORDS || prominence > STANDS_OUT;
    if (first[term] == null) {
      first[term] = place;
    }
  }

  /**
   * Takes two terms that stand side by side, the first from {@code start}, if they are a phrase.
   */
  void pair(int before, int term, int start, Place place) {
    int phrase = patterns.phraseOf(before, term);
    if (phrase >= 0 && firstPhrase[phrase] == null) {
      firstPhrase[phrase] = new Place(place.page(), place.line(), start, place.end());
    }
  }

  int count(int term) {
    return count[term];
  }

  boolean isEarly(int term) {
    return early[term];
  }

  @Nullable Place place(int term) {
    return first[term];
  }

  @Nullable Place phrasePlace(int phrase) {
    return firstPhrase[phrase];
  }
}
