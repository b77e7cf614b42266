package dev.taxon.server.access;

import dev.taxon.store.Quota;

/**
 * How much callers may ask for; 0 is no limit.
 *
 * @param requestsPerSecond of one key, as long as it lasts; as many may come at once
 * @param perProject what one project may keep
 * @param waitingDocuments with so many without an outcome, no job is accepted
 */
public record Limits(int requestsPerSecond, Quota perProject, long waitingDocuments) {
  public static final Limits NONE = new Limits(0, Quota.NONE, 0);

  public Limits {
    if (requestsPerSecond < 0 || waitingDocuments < 0) {
      throw new IllegalArgumentException("a limit is not negative");
    }
  }
}
