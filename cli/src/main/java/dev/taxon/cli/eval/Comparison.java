package dev.taxon.cli.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * Two sets of rules on the same documents.
 *
 * @param before one
 * @param after the other, its answers in the same order
 */
record Comparison(Evaluation before, Evaluation after) {
  /** A document whose answer changed. */
  record Change(Answered before, Answered after) {}

  List<Change> fixed() {
    return changes(false, true);
  }

  List<Change> broken() {
    return changes(true, false);
  }

  private List<Change> changes(boolean rightBefore, boolean rightAfter) {
    var changes = new ArrayList<Change>();
    for (int i = 0; i < before.answers().size(); i++) {
      Answered old = before.answers().get(i);
      Answered now = after.answers().get(i);
      if (old.isRight() == rightBefore && now.isRight() == rightAfter) {
        changes.add(new Change(old, now));
      }
    }
    return changes;
  }

  /**
   * The probability that a difference at least as large comes about although neither is better: the
   * sign test, two-sided, over the documents on which exactly one of the two is right (Conover,
   * Practical Nonparametric Statistics, 3.4).
   */
  double chance() {
    int fixed = fixed().size();
    int broken = broken().size();
    int n = fixed + broken;
    double sum = 0;
    double term = Math.pow(0.5, n);
    for (int k = 0; k <= Math.min(fixed, broken); k++) {
      sum += term;
      term = term * (n - k) / (k + 1);
    }
    return Math.min(1, 2 * sum);
  }
}
