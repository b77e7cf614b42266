package dev.taxon.bench.fit;

import dev.taxon.bench.quality.Digest;
import dev.taxon.engine.Measured;
import java.util.Set;

/**
 * A document whose right rule is known, under one rule set.
 *
 * @param fold what is measured together, and learned from the others: documents under whatever
 *     rules, or texts of one set; 0 to 4
 * @param family the name of the set of rules, whatever the wording
 * @param left whether the rule of its type was left out
 * @param right numbers of the rules that are right
 * @param none whether it is right that no rule fits; another rule may do as well all the same
 * @param measured what the engine saw
 * @param weight how much it counts where parts are weighed
 * @param importance how much it counts where confidence is learned
 */
record Choice(
    int fold,
    String family,
    boolean left,
    Set<Integer> right,
    boolean none,
    Measured measured,
    double weight,
    double importance) {
  private static final int FOLDS = 5;

  Choice {
    right = Set.copyOf(right);
  }

  /** The same number for the same name. */
  static int fold(String name) {
    return Math.floorMod(Digest.of(name).hashCode(), FOLDS);
  }

  /** The same with other weights. */
  Choice weighing(double parts, double confidence) {
    return new Choice(fold, family, left, right, none, measured, parts, confidence);
  }

  static int folds() {
    return FOLDS;
  }
}
