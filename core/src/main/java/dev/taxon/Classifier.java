package dev.taxon;

/**
 * Decides which rule a document answers. Safe for use by many threads; the same document and rules
 * give an equal decision every time. Never throws for what a document or a rule says: an odd
 * document gets an honest answer.
 */
public interface Classifier {
  Decision classify(Document document, RuleSet rules);

  /**
   * Loads what the first decision would otherwise wait for. Worth calling when a document is on its
   * way; calling it again, or never, changes no decision.
   */
  default void prepare() {}
}
