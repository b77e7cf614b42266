package dev.taxon.server.work;

import dev.taxon.ReadLimits;
import java.time.Duration;

/**
 * How documents are worked on.
 *
 * @param name by which this server's entries are known; the same after a restart, and no other
 *     server's on the same database
 * @param workers documents at work at once, at least 1
 * @param limits what reading one document may cost
 * @param patience beyond {@code limits.time()}, for deciding and for a reader that is late; then
 *     the document has failed, whether the call returns or not
 * @param stopGrace how long {@link Work#close} waits for what runs
 * @param poll how long a retry, or a job of another server, may lie before it is seen; this
 *     server's own jobs call {@link Work#wake}
 * @param caution how long after a start a document waits that was there when the process died, so
 *     that others are done first, should it be the cause
 */
public record WorkSettings(
    String name,
    int workers,
    ReadLimits limits,
    Duration patience,
    Duration stopGrace,
    Duration poll,
    Duration caution) {
  public WorkSettings {
    if (name.isEmpty() || name.length() > 50) {
      throw new IllegalArgumentException("a name has 1 to 50 characters, found '" + name + "'");
    }
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, found " + workers);
    }
    if (patience.isNegative() || stopGrace.isNegative() || caution.isNegative()) {
      throw new IllegalArgumentException("times must not be negative");
    }
  }

  /** Between two attempts while the program that decides cannot be asked. */
  Duration undecidedPause() {
    return poll.multipliedBy(5);
  }

  /** From start to the outcome, at most. */
  Duration deadline() {
    return limits.time().plus(patience);
  }
}
