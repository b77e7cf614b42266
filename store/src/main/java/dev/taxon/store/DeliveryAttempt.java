package dev.taxon.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a delivery was sent, or could not be.
 *
 * @param number from 1
 * @param millis how long it took
 * @param httpStatus what the receiver answered; null when nothing came
 * @param problem why it did not succeed, in one sentence; null when it did
 */
public record DeliveryAttempt(
    int number,
    Instant beganAt,
    long millis,
    @Nullable Integer httpStatus,
    @Nullable String problem) {
  public DeliveryAttempt {
    problem = Text.storableOrNull(problem);
  }
}
