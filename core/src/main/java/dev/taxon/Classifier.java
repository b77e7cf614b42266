package dev.taxon;

import java.time.Duration;

/**
 * Decides which rule a document answers. Safe for use by many threads; never throws for what a
 * document or a rule says: an odd document gets an honest answer. One that computes gives an equal
 * decision for the same document and rules every time; one that asks another program is as constant
 * as that is.
 */
public interface Classifier {
  /**
   * The decision.
   *
   * @throws ClassifyFailure from one that asks another program, when that gives no usable answer
   */
  Decision classify(Document document, RuleSet rules);

  /**
   * Loads what the first decision would otherwise wait for. Worth calling when a document is on its
   * way; calling it again, or never, changes no decision.
   */
  default void prepare() {}

  /** How long one decision may wait for another program at most; zero where none is asked. */
  default Duration longestWait() {
    return Duration.ZERO;
  }
}
