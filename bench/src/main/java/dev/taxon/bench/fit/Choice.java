package dev.taxon.bench.fit;

import dev.taxon.bench.quality.Digest;
import dev.taxon.engine.Measured;
import java.util.Set;

/**
 * A document whose right rule is known, under one rule set.
 *
 * @param file the document
 * @param family the name of the set of rules, whatever the wording
 * @param right numbers of the rules that are right
 * @param none whether it is right that no rule fits; another rule may do as well all the same
 * @param measured what the engine saw
 * @param weight how much it counts
 */
record Choice(
    String file,
    String family,
    Set<Integer> right,
    boolean none,
    Measured measured,
    double weight) {
  private static final int FOLDS = 5;

  Choice {
    right = Set.copyOf(right);
  }

  /** The same for a document under any rules: 0 to 4. */
  int fold() {
    return Math.floorMod(Digest.of(file).hashCode(), FOLDS);
  }

  static int folds() {
    return FOLDS;
  }
}
