package dev.taxon.store;

/** Which part of the wire made a job, and alone answers for it. */
public enum Wire {
  /** Classifies many files. */
  V1,
  /** Classifies one document. */
  V2,
  /** Reads one file and decides nothing: such a job has no rules. */
  PARSE
}
