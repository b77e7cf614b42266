package dev.taxon.store;

import java.util.Locale;

/** What can happen to a job, as webhooks are told. */
public enum JobEvent {
  PENDING,
  RUNNING,
  SUCCESS,
  PARTIAL_SUCCESS,
  ERROR,
  CANCELLED;

  /** The event of a status that a job takes. */
  static JobEvent of(JobStatus status) {
    return valueOf(status.name());
  }

  /** Its name, for example {@code classify.success} or {@code parse.success}. */
  public String type(Wire wire) {
    return (wire == Wire.PARSE ? "parse." : "classify.") + name().toLowerCase(Locale.ROOT);
  }
}
