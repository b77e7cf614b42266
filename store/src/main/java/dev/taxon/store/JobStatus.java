package dev.taxon.store;

/** The life of a job: pending, then one of the others for good. */
public enum JobStatus {
  PENDING,
  SUCCESS,
  PARTIAL_SUCCESS,
  ERROR,
  CANCELLED;

  public boolean isTerminal() {
    return this != PENDING;
  }
}
