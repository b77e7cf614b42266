package dev.taxon.engine;

/** How much work a decision may cost. */
public enum Way {
  /** By words and cues; the document itself is never encoded. */
  FAST,
  /** Every document is encoded. */
  FULL,
  /** Fast where that is sure, full where it is not. */
  AUTO
}
